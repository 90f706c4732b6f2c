import { hash } from 'node:crypto';
import type { Fact } from './fact.ts';
import { foldStatus } from './status.ts';

/**
 * What is left of an erased filer's send: the status that it counts for, under an id that belongs to no one. It keeps no
 * time of its own, no message id and no further attempts.
 * @param facts Every fact of the filer in the run; without any, the send counts as skipped.
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
 * The id in the place of an erased filer's in a run: another one in each run, so that none tells of another.
 * @param salt Random for each erasure, and forgotten once it is done; until then a repeat gives the same id.
 */
export function tombstoneId(runId: string, salt: string): string {
  return hash('sha256', `${salt}\n${runId}`, 'hex').slice(0, 16);
}

/** Whether facts of one filer in one run are a tombstone. */
export function isErased(facts: readonly Pick<Fact, 'erased'>[]): boolean {
  return facts.some(({ erased }) => erased === true);
}
