import { campaign } from '#campaign';
import { CAMPAIGN_COLUMNS } from '../../domain/filer/filer.ts';

/** A column of a roster, as it is explained before the first upload. */
export interface RosterColumn {
  /** As the file's header has it. */
  readonly name: string;
  readonly isRequired: boolean;
  /** What its cells say, as a sentence. */
  readonly says: string;
  /** Its cells in the example's rows. */
  readonly examples: readonly [string, string, string];
}

const PERSON_COLUMNS: readonly RosterColumn[] = [
  {
    name: 'last_name',
    isRequired: true,
    says: 'Or one column name with “Smith, John” or “John Smith”.',
    examples: ['Smith', 'Doe', 'Roe'],
  },
  {
    name: 'first_name',
    isRequired: false,
    says: 'For the salutation.',
    examples: ['John', 'Mary', 'Richard'],
  },
  {
    name: 'email',
    isRequired: true,
    says: 'May be blank in a row: that filer gets no email and goes on the phone list.',
    examples: ['john.smith@firm.example', 'mary@doe.example', 'richard@roe.example'],
  },
  {
    name: 'secondary_emails',
    isRequired: false,
    says: 'Further addresses, separated by a semicolon.',
    examples: ['', 'office@doe.example', ''],
  },
  {
    name: 'firm',
    isRequired: false,
    says: 'The name of the law firm or office.',
    examples: ['Smith & Partners', '', ''],
  },
  {
    name: 'phone',
    isRequired: false,
    says: 'For the phone list.',
    examples: ['212-555-0101', '212-555-0102', '212-555-0103'],
  },
];

const { column: name, says, examples } = campaign.key;

/** What a roster needs, and what it may have. */
export const COLUMNS: readonly RosterColumn[] = [
  { name, isRequired: true, says, examples },
  ...PERSON_COLUMNS,
  ...CAMPAIGN_COLUMNS.map(([name, { says, examples }]) => ({ name, isRequired: false, says, examples })),
];

/** A small roster to start from, every column once: with the mark by which Excel reads it as UTF-8. */
export function exampleRoster(): string {
  const rows = [
    COLUMNS.map(({ name }) => name),
    ...examples.map((_, index) => COLUMNS.map((column) => column.examples[index] ?? '')),
  ];
  return `\ufeff${rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`;
}

function quoted(cell: string): string {
  return /[",;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
