import { DATE_CHANGE } from '../../domain/plan/kinds.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { datesOf } from '../../domain/plan/plan-version.ts';
import { nameSameDates, pivotDateIn } from '../../domain/run/announced-dates.ts';
import {
  type ChangeKind,
  dateNote,
  factsNote,
  readFactsNote,
  type ShardAudience,
} from '../../domain/run/announcement.ts';
import type { PreparedMark } from '../../domain/run/phase-marks.ts';
import type { Run } from '../../domain/run/run.ts';
import { announcedByShard } from './announced-dates.ts';
import { type StatedServices, toldOtherwise } from './stated-facts.ts';

interface ToldOptions {
  readonly plan: Plan;
  readonly services: StatedServices;
}

/** The filers who were last told otherwise than a plan says, each with the note of what the email must say. */
export async function* toldByShard(
  kind: ChangeKind,
  runs: readonly Run[],
  { plan, services }: ToldOptions,
): AsyncIterable<ShardAudience> {
  if (kind === DATE_CHANGE) yield* otherDates(runs, { plan, services });
  else {
    for await (const { shard, told } of toldOtherwise(runs, { plan, services }))
      yield { shard, filers: new Map([...told].map(([id, facts]) => [id, factsNote(facts)])) };
  }
}

async function* otherDates(
  runs: readonly Run[],
  { plan, services: { sendLog } }: ToldOptions,
): AsyncIterable<ShardAudience> {
  const dates = datesOf(plan);
  for await (const { shard, announced } of announcedByShard(runs, sendLog)) {
    const others = [...announced].filter(([, known]) => !nameSameDates(known, dates));
    yield { shard, filers: new Map(others.map(([id, known]) => [id, dateNote(pivotDateIn(known))])) };
  }
}

/** Counts the filers who were told otherwise; of a correction, also by fact. */
export async function countTold(
  kind: ChangeKind,
  runs: readonly Run[],
  options: ToldOptions,
): Promise<Pick<PreparedMark, 'filers' | 'facts'>> {
  let filers = 0;
  const byFact = new Map<string, number>();
  for await (const shard of toldByShard(kind, runs, options)) {
    filers += shard.filers.size;
    if (kind === DATE_CHANGE) continue;
    for (const note of shard.filers.values())
      for (const [key] of readFactsNote(note)) byFact.set(key, (byFact.get(key) ?? 0) + 1);
  }
  if (kind === DATE_CHANGE) return { filers };
  return { filers, facts: [...byFact].map(([key, count]) => ({ key, filers: count })) };
}
