import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArguments, USAGE } from '../../../local/rehearse/arguments.ts';

const example = join(import.meta.dirname, '../../../examples/nysb-2018');
const plan = ['--launch', join(example, 'launch.json')];
const roster = ['--roster', join(example, 'roster.csv')];
const links = join(example, 'updates/2018-10-24T0700-link-status.csv');

describe('readArguments', () => {
  it('takes the example with its updates when nothing is named', () => {
    const { launch, updates, out } = readArguments([])!;
    expect(JSON.parse(Buffer.from(launch.content).toString()).name).toBe('nysb-2018');
    expect(updates.map(({ at }) => at)).toEqual([
      '2018-09-17T10:00',
      '2018-10-01T14:30',
      '2018-10-12T09:15',
      '2018-10-24T07:00',
      '2018-10-28T18:00',
      '2018-11-05T07:00',
      '2018-11-20T16:00',
    ]);
    expect(out).toBe('out');
  });

  it("takes someone's own launch with the updates that are named", () => {
    const own = readArguments([
      ...plan,
      ...roster,
      '--update',
      `2018-10-29T09:00=${links}`,
      '--out',
      'mine',
    ])!;
    expect(own.updates).toMatchObject([{ at: '2018-10-29T09:00', path: links }]);
    expect(own.out).toBe('mine');
  });

  it('gives help', () => {
    expect(readArguments(['--help'])).toBeNull();
    expect(USAGE).toContain('--update WHEN=FILE');
  });

  it.each([
    [
      ['--launch', 'nowhere.json', ...roster],
      'Cannot read nowhere.json, given as --launch, because there is no such file',
    ],
    [
      ['--launch', 'examples', ...roster],
      'Cannot read examples, given as --launch, because it is a directory',
    ],
    [plan, 'Cannot rehearse because --roster must be given too: a plan and a roster go together'],
    [roster, 'Cannot rehearse because --launch must be given too: a plan and a roster go together'],
    [
      ['--update', 'links.csv'],
      'Cannot rehearse because --update must be WHEN=FILE, such as 2018-10-29T09:00=update.csv: it is links.csv',
    ],
    [['--rooster', 'x.csv'], "Cannot rehearse: Unknown option '--rooster'"],
    [['x.csv'], "Cannot rehearse: Unexpected argument 'x.csv'"],
  ])('refuses %j', (args, message) => {
    expect(() => readArguments(args)).toThrow(message);
  });
});
