import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PERSONAL_FILES } from '../../functions/aws/remove-files.ts';
import { PERSONAL_DATA } from '../../functions/domain/personal-data.ts';
import { resourcesOf, synthesize } from '../support/synthesize.ts';

const page = readFileSync('docs/security.md', 'utf8');

/** The cells of the rows of a section's table, without its head. */
function tableIn(section: string): string[][] {
  const [, text = ''] = page.split(`\n## ${section}\n`);
  const rows = text.split('\n## ')[0]!.matchAll(/^\|(?!-)(.*)\|$/gm);
  return [...rows].map(([, row]) => row!.split('|').map((cell) => cell.trim())).slice(1);
}

describe('the threat model', () => {
  const threats = tableIn('Threats and defenses');

  it('has threats', () => {
    expect(threats.length).toBeGreaterThan(10);
  });

  it.each(threats)('%s, %s: names a test that is there for its defense', (_who, _what, _defense, tests) => {
    const named = [...tests!.matchAll(/`([^`]+)`/g)].map(([, path]) => path!);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((path) => !/\.test\.tsx?$/.test(path) || !existsSync(path))).toEqual([]);
  });
});

describe('where personal data is kept', () => {
  it('is what the code has', () => {
    const rows = PERSONAL_DATA.map(({ place, holds, kept, readers, erasure }) => [
      place,
      holds,
      kept,
      readers,
      erasure,
    ]);
    expect(tableIn('Where personal data is kept')).toEqual(rows);
  });

  it('has every table and every place of files that an erasure empties', () => {
    const places = PERSONAL_DATA.map(({ place }) => place).join(' ');
    const tables = resourcesOf(synthesize().data, 'AWS::DynamoDB::Table').map(([id]) => id);
    expect([...tables, ...PERSONAL_FILES].filter((place) => !places.includes(place))).toEqual([]);
    const files = PERSONAL_DATA.filter(({ place, erasure }) => place.includes('/`') && erasure === 'deleted');
    const emptied = files.flatMap(({ place }) =>
      [...place.matchAll(/`(\S+)`/g)].map(([, prefix]) => prefix!),
    );
    expect(emptied.toSorted()).toEqual([...PERSONAL_FILES, 'search/'].toSorted());
  });
});
