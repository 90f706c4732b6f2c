import type { Filer } from '../domain/filer/filer.ts';
import type { FilerState } from '../domain/filer/state.ts';
import { type Problem, shown } from '../domain/roster/problem.ts';
import type { Ledger } from './ledger.ts';
import { keyCell, type ReadRow } from './read-rows.ts';
import type { RowOutcome } from './repeated-rows.ts';
import type { Layout } from './row/header.ts';

/** A row with all that was found out about it. */
export interface DecidedRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly problems: readonly Problem[];
  /** What the version gets, `null` when the row gives it nothing. */
  readonly filer: Filer | null;
  readonly state: FilerState | null;
}

/** Decides what the version gets from a row, now that it is known what the other rows say. */
export function decideRow(
  { source, parsed, filer, state }: ReadRow,
  { layout, ledger }: { layout: Layout; ledger: Pick<Ledger, 'outcomeOf' | 'mailboxUse' | 'isOfManyFirms'> },
): DecidedRow {
  const { row, filerId, problems } = parsed;
  const nothing = { row, cells: source.cells, problems, filer: null, state: null };
  if (filerId === null) return nothing;
  const outcome = ledger.outcomeOf(row, filerId);
  if (outcome.outcome !== 'taken') {
    const problem = { ...keyCell(source, layout), ...keyProblem(outcome) };
    return { ...nothing, problems: [...problems, problem] };
  }
  if (!filer) return nothing;
  const { headers, positions } = layout;
  const column = positions.get('email');
  const isWarned = column !== undefined && ledger.isOfManyFirms(filer.email);
  return {
    ...nothing,
    problems: isWarned ? [...problems, manyFirms(filer, { row, header: headers[column] ?? '' })] : problems,
    filer: { ...filer, ...ledger.mailboxUse(filer) },
    state,
  };
}

/** A firm's own docketing mailbox is no problem; one that several firms name is most likely a mistake. */
function manyFirms({ email }: Filer, { row, header }: { row: number; header: string }): Problem {
  const expected =
    "the filer's own address: filers of three or more firms have this one. Each of them is emailed there; check " +
    'that they read it';
  const found = shown(email ?? '');
  return { row, column: shown(header), code: 'mailbox-of-many', severity: 'warning', found, expected };
}

function keyProblem(
  outcome: Exclude<RowOutcome, { outcome: 'taken' }>,
): Pick<Problem, 'code' | 'severity' | 'expected'> {
  if (outcome.outcome === 'repeated') {
    const expected = `one row for each user id: row ${outcome.first} says the same, so this one is skipped`;
    return { code: 'key-repeated', severity: 'warning', expected };
  }
  const named = outcome.rows.join(', ');
  const more = outcome.of - outcome.rows.length;
  const expected =
    `one row for each user id: rows ${more > 0 ? `${named} and ${more} more` : named} have this one and ` +
    'conflict, so none is used. Keep the right one';
  return { code: 'key-conflict', severity: 'error', expected };
}
