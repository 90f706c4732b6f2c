import { fixtures } from '#fixtures';
import type { Fact, FactKind } from '../../../functions/domain/send/fact.ts';

/** Facts of one filer in one run, all at the same time, from short rows. */
export function facts(...rows: readonly [attempt: number, kind: FactKind, reason?: string][]): Fact[] {
  return rows.map(([attempt, kind, reason]) => ({
    runId: 'r',
    filerId: 'f',
    attempt,
    kind,
    at: '2018-07-24T13:00:00Z',
    state: fixtures.todo,
    ...(reason && { reason }),
  }));
}
