import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UploadKind } from '../../../functions/domain/upload.ts';
import { baseOf, check } from '../../support/roster/table.ts';

const TODAY = { today: '2018-10-29' };
const HEADER = 'uid,last_name,email,user_type,cmecf_status,link_status,link_as_of';
const filer = (id: number, said: string) => `u${id},L,u${id}@example.com,${said}`;
const LINKED = 'attorney,,linked,2018-10-23';
const BASE = [
  HEADER,
  filer(0, 'attorney,deceased,,'),
  filer(1, 'judge,,,'),
  ...Array.from({ length: 38 }, (_, index) => filer(index + 2, LINKED)),
].join('\n');

/** The notes on a table's changes: `code: found; expected`. */
async function notes(content: string, kind: UploadKind = 'update'): Promise<string[]> {
  const { checked } = await check(content, { ...TODAY, kind, base: await baseOf(BASE, TODAY) });
  return checked.layout.problems
    .filter(({ code }) => code === 'facts-lost' || code === 'list-partial')
    .map(({ code, found, expected }) => `${code}: ${found}; expected ${expected}`);
}

const KNOWN = 'expected no filer to lose facts that the active roster has:';
const MISTAKE = 'If that is a mistake, correct those rows and upload the file again';

describe('changes for the worse that hold nothing', () => {
  it.each([
    [
      'a filer who had died',
      'uid,cmecf_status\nu0,\n',
      `facts-lost: 1 filer loses facts: row 2; ${KNOWN} 1 filer goes from inactive to account needs checking; cmecf_status: 1 filer goes from deceased to active. ${MISTAKE}`,
    ],
    [
      'a judge',
      'uid,user_type\nu1,attorney\n',
      `facts-lost: 1 filer loses facts: row 2; ${KNOWN} 1 filer goes from not required to link to account needs checking. ${MISTAKE}`,
    ],
    [
      'an address',
      'uid,email\nu7,u7@example.com\nu9,\n',
      `facts-lost: 1 filer loses facts: row 3; ${KNOWN} email: 1 filer goes from known to none. ${MISTAKE}`,
    ],
    [
      'three filers who linked, by an update without a day',
      'uid,link_status\nu7,linked\nu8,\nu9,\nu10,unlinked\n',
      `facts-lost: 3 filers lose facts: rows 3, 4, 5; ${KNOWN} 3 filers go from linked to account needs checking; link_status: 3 filers go from linked to unlinked. ${MISTAKE}`,
    ],
    [
      'more filers than are named',
      `uid,link_status\n${Array.from({ length: 30 }, (_, index) => `u${index + 5},\n`).join('')}`,
      `facts-lost: 30 filers lose facts: rows 2, 3, 4 and 27 more; ${KNOWN} 30 filers go from linked to account needs checking; link_status: 30 filers go from linked to unlinked. ${MISTAKE}`,
    ],
  ])('names %s', async (_what, content, note) => {
    expect((await notes(content))[0]).toBe(note);
  });

  it('names a list of few filers, and how many it leaves out', async () => {
    expect(await notes('uid,link_status,link_as_of\nu5,linked,2018-10-24\n')).toEqual(
      [
        'list-partial: 1 filer who linked or tried to; expected everyone who linked or tried to (37 of the 38 known are ' +
          'missing): the link status of filers who aren’t in this file keeps its earlier date. To update it for everyone, ' +
          'upload the full list or the whole roster',
      ].map((note) => note.replace('’', "'")),
    );
  });

  it.each<[string, string, UploadKind]>([
    ['the same roster again', BASE, 'roster'],
    [
      'the full list',
      BASE.split('\n')
        .filter((row) => /uid|linked/.test(row))
        .join('\n'),
      'update',
    ],
    ['an update of other columns', 'uid,firm\nu1,Firm\nu2,\n', 'update'],
    ['a judge without an address', 'uid,email\nu1,\n', 'update'],
  ])('are not in %s', async (_what, content, kind) => {
    expect(await notes(content, kind)).toEqual([]);
  });

  it('stay below 300 characters, whichever cells are blank', async () => {
    const cell = fc.constantFrom(
      '',
      'attorney',
      'judge',
      'deceased',
      'linked',
      'failed',
      'unknown',
      'x@y.com',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 39 }), cell, cell, cell, cell), {
          minLength: 1,
          maxLength: 60,
        }),
        async (rows) => {
          const content = `uid,user_type,cmecf_status,link_status,email\n${rows.map(([id, ...cells]) => `u${id},${cells.join()}`).join('\n')}`;
          for (const note of await notes(content)) expect(note.length).toBeLessThan(400);
        },
      ),
      { numRuns: 40 },
    );
  });
});
