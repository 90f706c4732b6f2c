import type { Services } from '../aws/services.ts';
import type { Run } from '../domain/run/run.ts';
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

interface SoftBounceOptions {
  /** The id after which filers are asked for; '' for all. */
  readonly after: string;
  readonly services: Pick<Services, 'logReader' | 'runs' | 'sendLog'>;
}

/** Follows an index of each of the latest runs, so that filers without trouble cost nothing. */
export async function softBounces({ after, services }: SoftBounceOptions): Promise<SoftBounces> {
  const all = await services.runs.runs();
  const runs = all.toSorted((a, b) => (a.decidedAt < b.decidedAt ? 1 : -1)).slice(0, LATEST_RUNS);
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
  { runs, services: { sendLog } }: { runs: readonly Run[]; services: Pick<Services, 'sendLog'> },
): Promise<boolean> {
  return keepsBouncing(await Promise.all(runs.map(({ runId }) => sendLog.factsOf(runId, filerId))));
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
