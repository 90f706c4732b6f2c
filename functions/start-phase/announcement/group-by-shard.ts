import type { RosterStore } from '../../aws/rosters.ts';
import { SHARDS } from '../../domain/filer/filer-id.ts';
import { stateOf } from '../../domain/filer/rules.ts';
import { pivotDate } from '../../domain/plan/phases.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { SAME_FOR_ALL, type ShardAudience } from '../../domain/run/announcement.ts';
import type { Run } from '../../domain/run/run.ts';
import { type GroupServices, loadGroup } from './one-off-sending.ts';

interface Services extends GroupServices {
  readonly roster: Pick<RosterStore, 'filers'>;
}

/** The filers of a one-off message's group, shard by shard. @throws Error when the message isn't known or not released */
export async function* groupByShard(
  { phaseId, rosterVersion }: Pick<Run, 'phaseId' | 'rosterVersion'>,
  { plan, services }: { plan: Plan; services: Services },
): AsyncIterable<ShardAudience> {
  const oneOff = await services.oneOffs.read(phaseId);
  if (oneOff?.frozenAt === undefined)
    throw new Error(`Cannot send ${phaseId} because no one has released it`);
  const isIn = await loadGroup(oneOff.group, services);
  const pivot = pivotDate(plan);
  const byShard = new Map(SHARDS.map((shard) => [shard, new Map<string, string>()]));
  for await (const filer of services.roster.filers(rosterVersion)) {
    if (isIn(filer, stateOf(filer, pivot))) byShard.get(filer.filerId[0]!)!.set(filer.filerId, SAME_FOR_ALL);
  }
  for (const [shard, filers] of byShard) yield { shard, filers };
}
