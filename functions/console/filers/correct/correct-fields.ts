import { campaign } from '#campaign';
import type { Column } from '../../../../campaigns/column.ts';
import { PERSON_CELLS } from '../../../commands/correction-file.ts';
import { CAMPAIGN_COLUMNS, type Filer } from '../../../domain/filer/filer.ts';
import type { ColumnName } from '../../../ingest-roster/row/columns.ts';
import { capitalized } from '../../../lib/letter-case.ts';
import { FACT_LABELS } from '../filer-labels.ts';

/** A word of a column: what the roster has, and what people read. */
type Choice = { readonly value: string; readonly label: string };

/** A field of the form that corrects a filer: a column of the roster. */
export interface CorrectField {
  readonly column: ColumnName;
  readonly label: string;
  /** @default none */
  readonly hint?: string;
  /** Whether a blank cell would be refused. @default false */
  readonly isRequired?: boolean;
  /** What may be chosen. @default any text */
  readonly options?: readonly Choice[];
  /** Any of the options may be chosen, not just one. @default false */
  readonly isMany?: boolean;
}

/** Fields in groups, in the order of what is corrected most. */
export const CORRECT_GROUPS: readonly { readonly title: string; readonly fields: readonly CorrectField[] }[] =
  [
    {
      title: 'Contact',
      fields: [
        person('email', 'Leave it blank if the filer has no usable address.'),
        person('secondary_emails', 'Separate several addresses with a semicolon.'),
        person('phone'),
      ],
    },
    {
      title: 'Status and account',
      fields: CAMPAIGN_COLUMNS.map(([column, of]) => campaignField(column, of)),
    },
    {
      title: 'Name and firm',
      fields: [
        { ...person('last_name'), isRequired: true },
        person('first_name'),
        person('middle_name'),
        person('suffix'),
        person('firm'),
        person('bar_id'),
      ],
    },
  ];

/** Every field of the form. */
export const CORRECTABLE: readonly CorrectField[] = CORRECT_GROUPS.flatMap(({ fields }) => fields);

function person(column: keyof typeof PERSON_CELLS, hint?: string): CorrectField {
  const label = FACT_LABELS[PERSON_CELLS[column] as keyof typeof FACT_LABELS];
  return { column, label, ...(hint !== undefined && { hint }) };
}

function campaignField(name: string, column: Column): CorrectField {
  const field = {
    column: name as ColumnName,
    label: FACT_LABELS[column.fact as Exclude<keyof Filer, 'filerId'>],
  };
  switch (column.type) {
    case 'word':
      return {
        ...field,
        options: choicesOf(column.words),
      };
    case 'words':
      return { ...field, options: choicesOf(column.words), isMany: true };
    case 'yes-no':
      return {
        ...field,
        options: [
          { value: '', label: 'Unknown' },
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ],
      };
    case 'count':
      return { ...field, hint: `A number of ${column.unit}.` };
    case 'date':
      return { ...field, hint: 'For example 2014-08-11, 2014-08 or 2014.' };
    case 'day':
      return {
        ...field,
        hint:
          name === campaign.progress.asOf
            ? `Kept with ${campaign.progress.label}. If you change only that, today’s date is used.`
            : 'For example 2018-10-22.',
      };
  }
}

function choicesOf(words: Readonly<Record<string, { readonly label: string }>>): Choice[] {
  return Object.entries(words).map(([value, { label }]) => ({ value, label: capitalized(label) }));
}
