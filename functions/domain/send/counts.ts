import { FACTS, type Send, type SendStatus } from './status.ts';

/** How many sends of a run have which status, folded from its log. */
export interface SendCounts {
  readonly byStatus: Readonly<Partial<Record<SendStatus, number>>>;
  /** Sends whose deciding fact ops should see. */
  readonly attention: number;
}

/** Counts folded sends one by one. */
export function sendCounter(): { add(send: Send): void; counts(): SendCounts } {
  const byStatus: Partial<Record<SendStatus, number>> = {};
  let attention = 0;
  return {
    add: ({ status, fact }) => {
      byStatus[status] = (byStatus[status] ?? 0) + 1;
      if (fact && FACTS[fact.kind].attention) attention++;
    },
    counts: () => ({ byStatus: { ...byStatus }, attention }),
  };
}
