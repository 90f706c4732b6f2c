import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PERSON_SYNONYMS } from '../../functions/ingest-roster/row/columns.ts';

const page = readFileSync(new URL('../../docs/roster.md', import.meta.url), 'utf8');
const folders = ['row', 'table'].map(
  (name) => new URL(`../../functions/ingest-roster/${name}/`, import.meta.url),
);
const source = folders
  .flatMap((folder) => readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8')))
  .join('\n');

describe('docs/roster.md', () => {
  it.each(Object.entries(PERSON_SYNONYMS))(
    'has %s with everything that it is understood as',
    (column, synonyms) => {
      const line = page.split('\n').find((text) => text.startsWith(`| \`${column}\` |`));
      expect(line?.split('|')[2]?.trim()).toBe(synonyms.join(', '));
    },
  );

  it('has every code of a problem', () => {
    const codes = new Set([...source.matchAll(/code: '([a-z-]+)'/g)].map(([, code]) => code));
    const others = ['no-plan', 'no-roster', 'not-a-table', 'not-a-roster', 'same-content', 'gave-up'];
    const holds = [
      'rows-refused',
      'filers-gone',
      'addresses-lost',
      'key-conflict',
      'progress-lost',
      'facts-lost',
      'filers-new',
      'addresses-changed',
      'older-upload',
    ];
    const told = [...codes].filter((code) => code && ![...others, ...holds].includes(code));
    expect(told.length).toBeGreaterThan(15);
    for (const code of [
      ...told,
      'user-id-missing',
      'last-name-missing',
      'quote-open',
      'quote-inside',
      'row-too-long',
      'date-incomplete',
      'cells-too-few',
      'cells-too-many',
      'key-conflict',
    ]) {
      expect(page, code).toContain(`\`${code}\``);
    }
  });
});
