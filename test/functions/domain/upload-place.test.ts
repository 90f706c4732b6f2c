import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isPlainPath } from '../../../functions/console/http/paths.ts';
import {
  cleanName,
  fileNameOf,
  keyOf,
  newPlace,
  pagePathOf,
  pathOf,
  placeOf,
  signedAt,
} from '../../../functions/domain/upload-place.ts';

const now = Temporal.Instant.from('2018-07-24T12:34:56.789Z');

describe('cleanName', () => {
  it.each([
    ['Roster Juli (endgültig).csv', 'Roster_Juli_endgultig_.csv'],
    ['C:\\Users\\jane\\list.xlsx', 'list.xlsx'],
    ['../../inbox/launch/launch.json', 'launch.json'],
    ['..', 'roster'],
    ['.htaccess', 'htaccess'],
    ['a..b.csv', 'a.b.csv'],
    ['名簿.csv', 'csv'],
    ['名簿', 'roster'],
    ['', 'roster'],
    [`${'x'.repeat(300)}.csv`, `${'x'.repeat(76)}.csv`],
    [`$\{filename}`, 'filename_'],
  ])('makes of %j the name %j', (name, expected) => {
    expect(cleanName(name, 'roster')).toBe(expected);
  });
});

describe('an upload’s place', () => {
  it('is told by its key, and by the page’s path', () => {
    const place = newPlace({ kind: 'update', fileName: 'links.csv' }, { now, random: '0123abcd' });
    expect(keyOf(place)).toBe('inbox/update/20180724T123456Z-0123abcd/links.csv');
    expect(pathOf(place)).toBe('/roster/uploads/update/20180724T123456Z-0123abcd/links.csv');
    expect(pagePathOf(keyOf(place))).toBe(pathOf(place));
    expect(pagePathOf('inbox/roster/august.csv')).toBe('/roster');
    expect(signedAt(place)).toBe('2018-07-24T12:34:56Z');
    expect(fileNameOf(keyOf(place))).toBe('links.csv');
  });

  it('has, whatever the file is called, a path that the console takes and finds again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (fileName) => {
        const place = newPlace({ kind: 'roster', fileName }, { now, random: '0123abcd' });
        expect(isPlainPath(pathOf(place))).toBe(true);
        const [, , , kind, id, name] = pathOf(place).split('/');
        expect(placeOf({ kind, id, name })).toEqual(place);
        expect(keyOf(place).split('/').slice(0, 2)).toEqual(['inbox', 'roster']);
      }),
    );
  });

  it.each([
    ['launch', '20180724T123456Z-0123abcd', 'a.json'],
    ['roster', '20180724T123456Z', 'a.csv'],
    ['roster', '20180724T123456Z-0123abcd', '.a'],
    ['roster', '20180724T123456Z-0123abcd', 'a/b'],
    ['roster', '20180724T123456Z-0123abcd', ''],
    [undefined, undefined, undefined],
  ])('is none of ours: %s %s %s', (kind, id, name) => {
    expect(placeOf({ kind, id, name })).toBeNull();
  });
});
