import type { Problem } from '../domain/roster/problem.ts';
import type { ProblemCount } from '../domain/roster/roster-version.ts';
import type { DecidedRow } from './decide-row.ts';

/** Counts what happened to the rows. */
export class Tally {
  /** Rows that became filers. */
  accepted = 0;
  rejected = 0;
  /** Rows that aren't refused and have a problem. */
  warned = 0;
  readonly #counts = new Map<string, ProblemCount>();

  /** @param header problems of the header */
  constructor(header: readonly Problem[] = []) {
    this.#note(header);
  }

  add(rows: readonly DecidedRow[]): void {
    for (const { filer, problems } of rows) {
      if (problems.some(({ severity }) => severity === 'error')) this.rejected++;
      else if (problems.length > 0) this.warned++;
      if (filer) this.accepted++;
      this.#note(problems);
    }
  }

  #note(problems: readonly Problem[]): void {
    for (const { code, severity } of problems) {
      const key = `${code} ${severity}`;
      const count = (this.#counts.get(key)?.count ?? 0) + 1;
      this.#counts.set(key, { code, severity, count });
    }
  }

  /** Problems by kind, most frequent first. */
  get problemCounts(): ProblemCount[] {
    return [...this.#counts.values()].sort((one, other) => other.count - one.count);
  }
}
