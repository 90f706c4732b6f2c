import { hash } from 'node:crypto';
import type { Fact } from './fact.ts';
import { foldStatus } from './status.ts';

/**
 * What remains of an erased filer's send: its status, under an id that belongs to no one. It keeps neither the send's
 * time nor its message id nor further attempts.
 * @param facts Every fact about the filer in the run; if none, the send counts as skipped.
 */
export function tombstoneOf(
  facts: readonly Fact[],
  { runId, decidedAt, salt }: { runId: string; decidedAt: string; salt: string },
): Fact {
  const { fact } = foldStatus(facts);
  const { kind, reason } = fact ?? ({ kind: 'skipped', reason: 'erased' } as const);
  const state = facts.find((one) => one.state !== undefined)?.state;
  return {
    runId,
    filerId: tombstoneId(runId, salt),
    attempt: 1,
    kind,
    at: decidedAt,
    ...(state !== undefined && { state }),
    ...(reason !== undefined && { reason }),
    erased: true,
  };
}

/**
 * The id that replaces an erased filer's in a run: different in each run, so that they can't be linked.
 * @param salt Random for each erasure, and deleted once it is done; until then, a repeat gives the same id.
 */
function tombstoneId(runId: string, salt: string): string {
  return hash('sha256', `${salt}\n${runId}`, 'hex').slice(0, 16);
}

/** Whether facts of one filer in one run are a tombstone. */
export function isErased(facts: readonly Pick<Fact, 'erased'>[]): boolean {
  return facts.some(({ erased }) => erased === true);
}
