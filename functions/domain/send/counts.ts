import type { Fact } from './fact.ts';
import { sendsOf } from './sends.ts';
import { FACTS, type Send, type SendStatus } from './status.ts';

/** How many sends of a run have which status, folded from its log. */
export interface SendCounts {
  readonly byStatus: Readonly<Partial<Record<SendStatus, number>>>;
  /** The skipped by reason. */
  readonly skippedBy: Readonly<Record<string, number>>;
  /** Sends whose deciding fact ops should see. */
  readonly attention: number;
}

/**
 * Counts a run's sends by status. Filers without any fact aren't in the log, and so not in the counts.
 * @param retried The latest attempt of filers who are tried again.
 */
export async function countSends(
  facts: AsyncIterable<Fact>,
  retried: ReadonlyMap<string, number>,
): Promise<SendCounts> {
  const counter = sendCounter();
  for await (const { send } of sendsOf(facts, retried)) counter.add(send);
  return counter.counts();
}

/** Counts folded sends one by one. */
export function sendCounter(): { add(send: Send): void; counts(): SendCounts } {
  const byStatus: Partial<Record<SendStatus, number>> = {};
  const skippedBy: Record<string, number> = {};
  let attention = 0;
  return {
    add: ({ status, fact }) => {
      byStatus[status] = (byStatus[status] ?? 0) + 1;
      if (status === 'skipped') {
        const reason = fact?.reason ?? 'unknown';
        skippedBy[reason] = (skippedBy[reason] ?? 0) + 1;
      }
      if (fact && FACTS[fact.kind].attention) attention++;
    },
    counts: () => ({ byStatus: { ...byStatus }, skippedBy: { ...skippedBy }, attention }),
  };
}
