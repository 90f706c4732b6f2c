import * as z from 'zod';
import { settingsSchema } from './settings-schema.ts';

/** The page with the table of all settings, from the repository's root. */
export const PAGE = 'docs/deploy.md';
/** What is before and after the table. */
const [BEGIN, END] = ['<!-- npm run settings -->', '<!-- end of the settings -->'];

/** Where the JSON Schema is kept, from the repository's root. */
export const SCHEMA_FILE = 'infra/settings.schema.json';

/** The JSON Schema of the settings file for editors, as text. */
export function settingsJsonSchema(): string {
  const { $schema, ...rest } = z.toJSONSchema(settingsSchema, { io: 'input', target: 'draft-7' });
  return `${JSON.stringify({ $schema, title: 'Settings of a launch', ...rest }, null, 2)}\n`;
}

/** The page with its table as the schema is now. */
export function withTable(page: string): string {
  const [before = '', after = ''] = [page.split(BEGIN)[0], page.split(END)[1]];
  return `${before}${BEGIN}\n${settingsTable()}\n${END}${after}`;
}

function settingsTable(): string {
  const rows = Object.entries(settingsSchema.shape)
    .filter(([name]) => name !== '$schema')
    .map(([name, schema]) => `| \`${name}\` | ${schema.description} | ${defaultOf(schema)} |`);
  return ['| setting | | default |', '|---|---|---|', ...rows].join('\n');
}

function defaultOf(schema: z.ZodType): string {
  const { success, data } = schema.safeParse(undefined);
  if (!success) return 'must be given';
  return data === null ? '' : `\`${JSON.stringify(data)}\``;
}
