import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../local/lib/user-error.ts';
import { type RehearsalArguments, readArguments } from '../../../local/rehearse/arguments.ts';
import { type Observer, play } from '../../../local/rehearse/play.ts';

const example = readArguments([])!;
const silent: Observer = { begins() {}, uploaded() {}, released() {}, sent() {}, logged() {} };
const header = 'User ID,Last Name,Email\n';

function file(content: string) {
  return { path: 'mine.csv', content: Buffer.from(content) };
}

/** Plays until it is refused: what is said, line by line. */
async function refusalOf(args: Partial<RehearsalArguments>): Promise<string[]> {
  const refused = await play({ ...example, updates: [], ...args }, silent).catch((error: unknown) => error);
  if (!(refused instanceof UserError))
    throw new Error('Cannot test because it must be refused', { cause: refused });
  return [refused.message, ...refused.details];
}

describe('play', () => {
  it('refuses a plan with every problem at once, each with its place', async () => {
    const plan = readFileSync(example.launch.path, 'utf8')
      .replace('"America/New_York"', '"America/Gotham"')
      .replace('"days": -90', '"days": "soon"');
    const [message, ...details] = await refusalOf({ launch: { ...file(plan), path: 'mine.json' } });
    expect(message).toBe(
      'Cannot rehearse because the launch plan mine.json must have no problems: it has 2 problems',
    );
    expect(details).toEqual([
      expect.stringMatching(/^\$\.court\.zone: found "?America\/Gotham"?: /),
      expect.stringMatching(/^\$\.phases\[0\]\.when\.days: found "?soon"?: /),
    ]);
  });

  it('refuses a roster with a column that it must not have, and names it', async () => {
    const [message, reason] = await refusalOf({
      roster: file('User ID,Name,Email,Password\na,A,a@example.com,x\n'),
    });
    expect(message).toBe('Cannot continue because the roster mine.csv is refused');
    expect(reason).toContain('Password');
  });

  it('shows the rows of a roster that is held', async () => {
    const roster = file(`${header}adoe,Doe,a@example.com\n,Roe,b@example.com\n`);
    const [message, ...details] = await refusalOf({ roster });
    expect(message).toBe('Cannot continue because the roster mine.csv is waiting for the clerk’s decision');
    expect(details).toEqual([
      '1 of 2 rows are skipped (50.0%): more than 2%',
      expect.stringMatching(/^row 3, User ID: "": expected /),
    ]);
  });

  it('shows what is wrong with an update', async () => {
    const roster = file(`${header}adoe,Doe,a@example.com\n`);
    const updates = [{ ...file('User ID,Link Status\nnobody,linked\n'), at: '2018-07-23T12:00' }];
    const [message, ...details] = await refusalOf({ roster, updates });
    expect(message).toBe('Cannot continue because the update mine.csv is waiting for the clerk’s decision');
    expect(details).toContainEqual(
      expect.stringMatching(/^row 2, User ID: "nobody": expected a user id on the active roster/),
    );
  });
});
