import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PERSONAL_FILES } from '../../functions/aws/remove-files.ts';
import { endOfItem, PERSONAL_DATA } from '../../functions/domain/personal-data.ts';
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

  const tables = PERSONAL_DATA.filter(({ items }) => items);

  it('has every kind of item that the stores in functions/aws write', () => {
    const kinds = globSync('functions/aws/*.ts').flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      const written = text.matchAll(/\bpk: (?:'([^']+)'|`([^`]+)`|([A-Z_]+)\b)/g);
      return [...written].map(([, literal, template, name]) => {
        const named = name && new RegExp(`\\b(?:const ${name} =|: ${name},?) '([^']+)'`).exec(text)?.[1];
        return (literal ?? template ?? named ?? '').replace(/^\$\{[A-Z]+\}/, 'hash#');
      });
    });
    const known = kinds.filter((pk) => pk !== '');
    expect(known.length).toBeGreaterThan(15);
    expect(known.filter((pk) => tables.every((table) => endOfItem(table, pk) === undefined))).toEqual([]);
  });

  it('says as long as the launch of every table with items that have no end, but for the roster', () => {
    const endless = tables.filter(({ items }) => Object.values(items!).includes(null));
    const unsaid = endless.filter(({ kept }) => !/^As long as the launch|until erased/.test(kept));
    expect(unsaid).toEqual([]);
    const ending = tables.filter((table) => !endless.includes(table));
    expect(ending.map(({ place }) => place)).toEqual(['SearchTable', 'SessionTable']);
    expect(ending.filter(({ kept }) => !/^Settings? `/.test(kept))).toEqual([]);
  });

  it('gives DynamoDB the attribute by which each kind of item ends', () => {
    const resources = new Map(resourcesOf(synthesize().data, 'AWS::DynamoDB::Table'));
    for (const { place, items } of tables) {
      const ttl = resources.get(place)!.Properties.TimeToLiveSpecification;
      const ends = new Set(Object.values(items!).filter((end) => end !== null));
      expect([...ends], place).toEqual(ttl ? [ttl.AttributeName] : []);
    }
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
