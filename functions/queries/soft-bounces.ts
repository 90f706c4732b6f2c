import type { Services } from '../aws/pick.ts';
import type { Run } from '../domain/run/run.ts';
import type { Fact } from '../domain/send/fact.ts';
import { keepsBouncing, MAX_SOFT_BOUNCES } from '../domain/send/soft-bounces.ts';
import { chunked } from '../lib/iterables.ts';

/** Finds filers whose mailbox keeps refusing emails for now. */
export interface SoftBounces {
  /** Those of these filers. @param filerIds In the order of ids, after those that were asked for before. */
  among(filerIds: readonly string[]): Promise<ReadonlySet<string>>;
}

/** How many of the latest runs are looked at. */
const LATEST_RUNS = 10;
const PAGE = 1_000;
const FILERS_AT_ONCE = 50;

/** What finding them needs. */
export type SoftBounceServices = Pick<Services, 'logReader' | 'runs' | 'sendLog'>;

interface SoftBounceOptions {
  /** The id after which filers are asked for; '' for all. */
  readonly after: string;
  readonly services: SoftBounceServices;
}

/** Of some filers, those whose mailbox keeps refusing emails for now, with the instant of the latest refusal. */
export async function areKeeping(
  filerIds: readonly string[],
  services: Pick<Services, 'runs' | 'sendLog'>,
): Promise<Map<string, string>> {
  if (filerIds.length === 0) return new Map();
  const runs = await latestRuns(services);
  const found = new Map<string, string>();
  for (const some of chunked(filerIds, FILERS_AT_ONCE)) {
    const read = some.map(async (filerId) => [filerId, await factsIn(runs, filerId, services)] as const);
    for (const [filerId, phases] of await Promise.all(read)) {
      const at = phases.flat().findLast(({ kind }) => kind === 'soft-bounced')?.at;
      if (at !== undefined && keepsBouncing(phases)) found.set(filerId, at);
    }
  }
  return found;
}

async function latestRuns({ runs }: Pick<Services, 'runs'>): Promise<Run[]> {
  return (await runs.runs()).toSorted((a, b) => (a.decidedAt < b.decidedAt ? 1 : -1)).slice(0, LATEST_RUNS);
}

/** A filer's facts of each run. */
function factsIn(
  runs: readonly Run[],
  filerId: string,
  { sendLog }: Pick<Services, 'sendLog'>,
): Promise<Fact[][]> {
  return Promise.all(runs.map(({ runId }) => sendLog.factsOf(runId, filerId)));
}

/** Follows an index of each of the latest runs, so that filers without trouble cost nothing. */
export async function softBounces({ after, services }: SoftBounceOptions): Promise<SoftBounces> {
  const runs = await latestRuns(services);
  if (runs.length < MAX_SOFT_BOUNCES) return { among: async () => new Set() };
  const indexes = runs.map(({ runId }) =>
    upTo(services.logReader.rare(runId, { status: 'delayed', after, pageSize: PAGE })),
  );
  return {
    among: async (filerIds) => {
      const last = filerIds.at(-1);
      if (last === undefined) return new Set();
      const delayed = await Promise.all(indexes.map((index) => index(last)));
      const counts = new Map<string, number>();
      for (const id of delayed.flat()) counts.set(id, (counts.get(id) ?? 0) + 1);
      const suspects = filerIds.filter((id) => (counts.get(id) ?? 0) >= MAX_SOFT_BOUNCES);
      const found: string[] = [];
      for (const some of chunked(suspects, FILERS_AT_ONCE)) {
        const keeping = await Promise.all(some.map((id) => isKeeping(id, { runs, services })));
        found.push(...some.filter((_, index) => keeping[index]));
      }
      return new Set(found);
    },
  };
}

async function isKeeping(
  filerId: string,
  { runs, services }: { runs: readonly Run[]; services: Pick<Services, 'sendLog'> },
): Promise<boolean> {
  return keepsBouncing(await factsIn(runs, filerId, services));
}

/** Takes ids in their order from an index, bit by bit. */
function upTo(ids: AsyncIterable<string>): (last: string) => Promise<string[]> {
  const iterator = ids[Symbol.asyncIterator]();
  let next: IteratorResult<string> | undefined;
  return async (last) => {
    const taken: string[] = [];
    next ??= await iterator.next();
    while (!next.done && next.value <= last) {
      taken.push(next.value);
      next = await iterator.next();
    }
    return taken;
  };
}
