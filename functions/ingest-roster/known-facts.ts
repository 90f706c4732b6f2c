import { campaign } from '#campaign';
import type { Column } from '../../campaigns/column.ts';
import { blankOf, CAMPAIGN_COLUMNS, type Filer, factOf } from '../domain/filer/filer.ts';
import type { LostFact } from '../domain/roster/roster-version.ts';

/** Columns that a filer may lose a fact of: the campaign's, but for days, which have no blank. */
const COLUMNS = CAMPAIGN_COLUMNS.filter(([, { type }]) => type !== 'day');
const STATUS = COLUMNS.findIndex(([name]) => name === campaign.progress.status);
/** What is known where the value itself is none of a few words: a date, a number. */
const SOMETHING = 'known';

/** What is known about a filer by the columns above; `null`: what a blank cell says. */
type Known = readonly (string | null)[];

/**
 * What rosters know of filers, as numbers: each different combination is kept once, however many filers have it. There
 * are at most some hundred thousand, since dates and numbers count only as known or not.
 */
export class KnownFacts {
  readonly #numbers = new Map<string, number>();
  readonly #known: Known[] = [];

  /** The number of what is known about a filer. */
  numberOf(filer: Filer): number {
    const known = knownOf(filer);
    const key = known.join('\n');
    const found = this.#numbers.get(key);
    if (found !== undefined) return found;
    this.#numbers.set(key, this.#known.length);
    return this.#known.push(known) - 1;
  }

  /** Whether nothing is known of how far the filer has come. */
  hasNotBegun(number: number): boolean {
    return this.#known[number]?.[STATUS] === null;
  }

  /** What was known and is no longer. */
  forgotten(before: number, after: number): Omit<LostFact, 'filers'>[] {
    if (before === after) return [];
    const [was = [], is = []] = [this.#known[before], this.#known[after]];
    return was.flatMap((from, index) => {
      if (from === null || is[index] !== null) return [];
      const [column, kind] = COLUMNS[index]!;
      return [{ column, from, to: kind.type === 'word' ? kind.blank : 'unknown' }];
    });
  }
}

function knownOf(filer: Filer): Known {
  return COLUMNS.map(([name, column]) => knownWord(factOf(filer, name), column));
}

function knownWord(value: unknown, column: Column): string | null {
  if (Array.isArray(value)) return value.length === 0 ? null : value.toSorted().join('; ');
  // A fact that versions stored earlier lack.
  if (value === undefined || value === blankOf(column)) return null;
  if (column.type === 'yes-no') return value ? 'yes' : 'no';
  return column.type === 'word' ? String(value) : SOMETHING;
}
