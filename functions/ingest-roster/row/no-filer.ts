import { comparable, KEY } from './columns.ts';
import type { Layout } from './header.ts';
import type { TableRow } from './parse-row.ts';

/** What a row is that is about the table and not about a filer. */
export type NoFiler = 'header' | 'line' | 'total' | 'footer';

/** Words that begin a line of a report, not a filer's data. A word alone may be someone's login. */
const LABEL = new RegExp(
  `^(${[
    'confidential|disclaimer|legend|copyright|©|for (court|internal|official|authorized)( staff| personnel)? use',
    '(run|print|report|export|creation|generation)( |-)?(date|time|by|on|id|name|title|total|run|generated|created)',
    'date (printed|run|created|generated|of report)|time (printed|run)|(printed|generated|exported|created|prepared)\\b',
    'produced by|requested by|updated (on|by|at)|last updated|as of|data as of|source:|notes?:|filters?:|applied filters',
    'page:? ?\\d+|\\*+ ?end|-+ ?end|end of (the )?(report|file|list|data|roster|records|document)|end\\b|no more (rows|records)',
    '(total )?(number|no\\.?|#|count) of (all )?(rows|records|filers|users|entries|names|accounts)',
    '\\(?\\d+ (rows?|records?|filers?|users?|entries|results?|accounts?)\\b|(records?|rows?|users?|filers?):',
    '(grand |sub-?)?total',
  ].join('|')})`,
  'i',
);
const TOTAL = /^(grand |sub-?)?(totals?|count|sum):?$/i;
const NUMBER = /^[\d.,%\s]*$/;
/** A line of a report says at most a label and two values. */
const MAX_LABELLED = 3;
/** An id has fewer words, and a name, too. */
const SENTENCE_WORDS = { inKey: 3, elsewhere: 6 };

/** What a row is when it is no filer: a header again, a line of dashes, a total, a footer; `null` for a filer. */
export function noFiler({ cells, flaw }: TableRow, { headers, positions }: Layout): NoFiler | null {
  // Nearly every row is a filer with an address: then there is nothing to look for.
  if (flaw || cells[positions.get('email') ?? -1]?.includes('@')) return null;
  const filled = cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [{ text: cell.trim(), index }]));
  const [first, ...others] = filled;
  if (!first) return null;
  const isHeader = filled.every(({ text, index }) => {
    const spelt = comparable(text);
    return spelt !== '' && spelt === comparable(headers[index] ?? '');
  });
  if (isHeader && others.length > 0) return 'header';
  if (filled.every(({ text }) => !/[\p{L}\p{N}]/u.test(text))) return 'line';
  if (others.some(({ text }) => text.includes('@'))) return null;
  if (TOTAL.test(first.text) && others.every(({ text }) => NUMBER.test(text))) return 'total';
  const isAlone = others.length === 0;
  // A row with a key of its own is someone's, whatever the name begins with: the usual checks say what is wrong with it.
  const key = positions.get(KEY);
  if (key !== undefined && first.index !== key && others.some(({ index }) => index === key)) return null;
  if (LABEL.test(first.text) && (isAlone || (/[\s:]/.test(first.text) && filled.length <= MAX_LABELLED)))
    return 'footer';
  const words = first.text.split(/\s+/).length;
  const enough = first.index === key ? SENTENCE_WORDS.inKey : SENTENCE_WORDS.elsewhere;
  return isAlone && words >= enough && first.index !== positions.get('email') ? 'footer' : null;
}
