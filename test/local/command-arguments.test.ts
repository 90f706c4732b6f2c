import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, describe, expect, it } from 'vitest';
import { inputKind } from '../../local/lib/input-kind.ts';
import { startArguments } from '../../local/start/arguments.ts';
import { uploadArguments } from '../../local/upload/arguments.ts';

const dir = mkdtempSync(join(tmpdir(), 'crier-arguments-'));
afterAll(() => rmSync(dir, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
}
const ROSTER = 'User ID,Last Name,E-mail\nx,y,z\n';

describe('inputKind', () => {
  it.each<[string, string | Buffer, string | null]>([
    ['launch.json', '{}', 'plan'],
    ['LAUNCH.JSON', '', 'plan'],
    ['plan.txt', ' {"name": "x"}', 'plan'],
    ['roster.csv', '', 'roster'],
    ['august.csv', ROSTER, 'roster'],
    ['august.csv', `\ufeff${ROSTER}`, 'roster'],
    ['august.csv', Buffer.from(`\ufeff${ROSTER}`, 'utf16le'), 'roster'],
    ['august.csv', '"cmecf_user_id";"name";"email"\n', 'roster'],
    ['august.csv', 'cmecf_user_id\tlink_status\n', 'update'],
    ['addresses.csv', 'user id,email\n', 'update'],
    ['roster-update.csv', ROSTER, 'update'],
    ['updates/2018-10-24.csv', ROSTER, 'update'],
    ['link_status.csv', '', 'update'],
    ['notes.csv', 'one,two\n', null],
    ['photo.png', Buffer.from([0x89, 0x50, 0x4e, 0x47]), null],
  ])('%s: %#', (path, content, expected) => {
    expect(inputKind(path, Buffer.from(content as string))).toBe(expected);
  });
});

describe('uploadArguments', () => {
  it('reads the file and takes its name alone', () => {
    const given = uploadArguments([file('august.csv', ROSTER)]);
    expect(given).toEqual({ kind: 'roster', name: 'august.csv', content: Buffer.from(ROSTER) });
  });

  it('takes the kind that is said', () => {
    expect(uploadArguments([file('roster.csv', ROSTER), '--as', 'update'])).toMatchObject({ kind: 'update' });
  });

  it.each([
    ['no file', [], 'Name one file to upload'],
    ['two files', ['a', 'b'], 'Name one file to upload'],
    [
      'a file that is not there',
      ['/nowhere/x.csv'],
      'Cannot read /nowhere/x.csv because there is no such file',
    ],
    [
      'a kind that is none',
      ['--as', 'notice', file('x.csv', ROSTER)],
      '--as must be plan, roster or update: it is notice',
    ],
    ['a file that could be anything', [file('notes.csv', 'a,b\n')], 'Cannot tell whether'],
  ])('refuses %s', (_, given, message) => {
    expect(() => uploadArguments(given)).toThrow(message);
  });
});

describe('startArguments', () => {
  it('takes nothing: the example by the clock of the machine', () => {
    expect(startArguments([])).toEqual({});
  });

  it.each([
    '2018-07-24T08:59',
    '2018-07-24T08:59[America/New_York]',
    '2018-07-24T05:59[America/Los_Angeles]',
    '2018-07-24T12:59:00Z',
    '2018-07-24T08:59:00-04:00',
  ])('takes %s as the time to start at', (at) => {
    const given = startArguments(['--at', at]);
    expect(given === 'help' ? '' : given.at?.toString()).toBe('2018-07-24T12:59:00Z');
  });

  it("takes a time without a zone as that of the plan's court", () => {
    const plan = readFileSync('examples/nysb-2018/launch.json', 'utf8');
    const away = file('away.json', plan.replace('America/New_York', 'America/Los_Angeles'));
    expect(startArguments(['--launch', away, '--at', '2018-07-24T08:59'])).toMatchObject({
      at: Temporal.Instant.from('2018-07-24T15:59:00Z'),
    });
  });

  it('names an empty launch after its court, with emails from its domain alone', () => {
    expect(startArguments(['--empty', 'ohnb.uscourts.gov'])).toMatchObject({
      launch: {
        name: expect.stringMatching(/^ohnb-\d{4}$/),
        sender: 'ohnb.uscourts.gov',
        linkDomains: ['uscourts.gov'],
      },
    });
    expect(startArguments(['--empty', 'court.example.org'])).toMatchObject({
      launch: { linkDomains: ['uscourts.gov', 'court.example.org'] },
    });
  });

  it.each([
    [['--empty', 'clerk@ohnb.uscourts.gov'], 'it is clerk@ohnb.uscourts.gov'],
    [['--empty', 'ohnb.uscourts.gov', '--launch', 'x.json'], 'both are'],
  ])('refuses %j', (args, expected) => {
    expect(() => startArguments(args)).toThrow(expected);
  });

  it('takes name and sender from a plan', () => {
    expect(startArguments(['--launch', 'examples/nysb-2018/launch.json'])).toEqual({
      launch: {
        name: 'nysb-2018',
        sender: 'nysb.uscourts.gov',
        linkDomains: ['uscourts.gov'],
        zone: 'America/New_York',
        file: 'examples/nysb-2018/launch.json',
      },
    });
  });

  it.each([
    [
      'a time that is none',
      ['--at', 'tomorrow'],
      'Cannot start because --at must be a time at the court, such as 2018-07-24T08:59, or one with its zone, ' +
        'such as 2018-07-24T12:59:00Z or 2018-07-24T08:59[America/New_York]: it is tomorrow',
    ],
    ['no time', ['--at', ''], '--at must be a time at the court'],
    [
      'a plan that is not there',
      ['--launch', '/nowhere/launch.json'],
      'Cannot read /nowhere/launch.json, given as --launch, because there is no such file',
    ],
    ['a plan that is none', ['--launch', file('bad.json', '{}')], "bad.json can't be used"],
  ])('refuses %s', (_, given, message) => {
    expect(() => startArguments(given)).toThrow(message);
  });
});
