import type { Campaign } from '../../campaigns/campaign.ts';
import type { Column, Words } from '../../campaigns/column.ts';
import { code, listed, page, table } from './markdown.ts';

/** The guide to the roster's columns of a campaign. */
export function columnsGuide({ name, title, key, columns, progress, kinds }: Campaign): string {
  const rows = Object.entries(columns);
  const needing = Object.values(kinds).filter(({ needsProgress }) => needsProgress);
  return page(`Roster columns: ${title}`, {
    from: `campaigns/${name}/columns.ts`,
    parts: [
      `A roster for ${title} has these columns besides the ones that [every roster has](../../roster.md#columns). ` +
        'Headers ignore case, spaces and punctuation, and come in any order.',
      table(
        ['column', 'what it says', 'what a cell holds', 'a blank cell', "a cell that can't be read"],
        [
          [code(key.column), key.says, key.what, 'row rejected', 'row rejected'],
          ...rows.map(([header, column]) => [code(header), column.says, ...cellsOf(header, column)]),
        ],
      ),
      `${code(progress.status)} and ${code(progress.asOf)} say how far a filer has come. ` +
        (needing.length > 0
          ? `Phases of these kinds are held while the ${progress.label} is older than the plan allows ` +
            `([${code(progress.maxAgeDays)}](plan.md#members)): ${listed(needing.map(({ label }) => label))}.`
          : ''),
      '## Other headers',
      'Each of these is understood as the column beside it.',
      table(
        ['column', 'also understood as'],
        [
          [key.column, key.synonyms] as const,
          ...rows.map(([header, { synonyms }]) => [header, synonyms] as const),
        ].map(([header, synonyms]) => [code(header), synonyms.join(', ')]),
      ),
      '## Values',
      'Values and their synonyms ignore case, spaces and punctuation too.',
      ...rows.flatMap(([header, column]) => ('words' in column ? valuesOf(header, column.words) : [])),
    ],
  });
}

/** What a cell holds, what a blank one says, and what becomes of one that can't be read. */
function cellsOf(header: string, column: Column): string[] {
  const unread = column.strict || column.type === 'day' ? 'row rejected' : 'counts as blank';
  switch (column.type) {
    case 'word':
      return [`one of [these values](#${header})`, code(column.blank), unread];
    case 'words':
      return [`[values](#${header}) separated by ";"`, 'unknown', unread];
    case 'yes-no':
      return ['yes or no', 'unknown', unread];
    case 'count':
      return [column.what, 'unknown', unread];
    case 'date':
      return ['a date, such as 2014-08-11, or only 2014-08 or 2014', 'unknown', unread];
    case 'day':
      return [column.what, 'the day of the upload', unread];
  }
}

function valuesOf(header: string, words: Words): string[] {
  const rows = Object.entries(words).map(([word, { label, synonyms }]) => [
    code(word),
    label,
    synonyms.join(', '),
  ]);
  return [`### ${code(header)}`, table(['value', 'on pages', 'also understood as'], rows)];
}
