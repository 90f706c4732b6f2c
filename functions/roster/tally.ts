import type { DecidedRow } from './check-table.ts';

/** Counts what became of the rows. */
export class Tally {
  /** Rows that became filers. */
  accepted = 0;
  rejected = 0;
  /** Rows that aren't refused and have a problem. */
  warned = 0;

  add(rows: readonly DecidedRow[]): void {
    for (const { filer, problems } of rows) {
      if (problems.some(({ severity }) => severity === 'error')) this.rejected++;
      else if (problems.length > 0) this.warned++;
      if (filer) this.accepted++;
    }
  }
}
