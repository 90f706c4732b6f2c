import type { FactKind } from './fact.ts';
import { FACTS, type SendStatus } from './status.ts';

/** Statuses that few sends of a run have: their filers are found by an index, the others by reading on. */
const RARE_STATUSES = [
  'delayed',
  'bounced',
  'complained',
  'failed',
  'unknown',
  'skipped',
] as const satisfies readonly SendStatus[];
export type RareStatus = (typeof RARE_STATUSES)[number];

export function isRare(status: SendStatus | undefined): status is RareStatus {
  return (RARE_STATUSES as readonly (SendStatus | undefined)[]).includes(status);
}

/** The status by which a fact is found in the index, or `null`. */
export function rareStatusOf(kind: FactKind): RareStatus | null {
  const { status } = FACTS[kind];
  return isRare(status) ? status : null;
}
