import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { virtualClock } from '../../../../local/cloud/clock/clock.ts';
import { keepClock, keptClock } from '../../../../local/cloud/clock/kept.ts';
import { startCloud } from '../../../../local/cloud/cloud.ts';
import { UserError } from '../../../../local/lib/user-error.ts';

const clock = () => virtualClock('2018-07-24T12:59:00Z');
const ROSTER = 'cmecf_user_id,last_name,email,pacer_account\none,One,one@example.com,individual\n';
const root = mkdtempSync(join(tmpdir(), 'crier-damage-'));
const sound = join(root, 'sound');
const dir = join(root, 'damaged');

beforeAll(async () => {
  const cloud = await startCloud({ clock: clock(), dataDir: sound });
  await cloud.put('inbox/launch/launch.json', readFileSync('examples/nysb-2018/launch.json'));
  await cloud.settle();
  await cloud.put('inbox/roster/roster.csv', ROSTER);
  await cloud.advanceTo('2018-07-24T13:02:00Z');
  expect(cloud.outbox).toHaveLength(1);
  keepClock(sound, cloud.clock)();
  await cloud.stop();
  // Opened again, the tables are in a file of their own instead of in LevelDB's log.
  await (await startCloud({ clock: clock(), dataDir: sound })).stop();
});
beforeEach(() => {
  rmSync(dir, { recursive: true, force: true });
  cpSync(sound, dir, { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true }));

/** Starts on the damaged folder. @returns what is said; `null` when it starts. */
async function start(): Promise<string[] | null> {
  try {
    keptClock(dir);
    await (await startCloud({ clock: clock(), dataDir: dir })).stop();
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    const { message, details } = error as UserError;
    return [message, ...details];
  }
}

function first(folder: string, like: RegExp): string {
  return join(folder, readdirSync(join(dir, folder)).find((name) => like.test(name))!);
}

function cut(name: string): void {
  const path = join(dir, name);
  const content = readFileSync(path);
  writeFileSync(path, content.subarray(0, content.length >> 1));
}

describe('a data folder that is damaged', () => {
  it.each<[string, () => string]>([
    ['its own description', () => 'crier-data.json'],
    ['the clock', () => 'clock.json'],
    ['an upload', () => first('objects', /^[0-9a-f]{64}$/)],
    ['the tables', () => first('tables', /\.ldb$/)],
    ['the list of the tables', () => first('tables', /^CURRENT$/)],
  ])('is refused by the name of the file that was cut off: %s', async (_, find) => {
    const name = find();
    cut(name);
    const [message, wayOut] = (await start()) ?? [];
    expect(message).toContain(`Cannot start because ${join(dir, name)} is damaged: `);
    expect(message).not.toContain('\n');
    expect(wayOut).toMatch(/^Restore it from a copy of the data folder/);
    expect(await again()).toEqual([message, wayOut]);
  });

  it('is refused when an email in the middle of the outbox is damaged, and loses none', async () => {
    const path = join(dir, 'outbox');
    const whole = readFileSync(path);
    const broken = Buffer.concat([whole.subarray(0, whole.length - 40), whole]);
    writeFileSync(path, broken);
    expect((await start())?.[0]).toContain(`Cannot start because ${path} is damaged: `);
    expect(readFileSync(path).equals(broken)).toBe(true);
  });

  it.each<[string, () => void]>([
    ['a file that a desktop left', () => writeFileSync(join(dir, 'objects', '.DS_Store'), 'x')],
    ['a folder among the uploads', () => mkdirSync(join(dir, 'objects', 'mine'))],
    ['a letter beside the data', () => writeFileSync(join(dir, 'letter.txt'), 'x')],
    ['an email that a kill broke off', () => appendFileSync(join(dir, 'outbox'), '{"bytes":100}\nhalf')],
    ['a line that a kill broke off', () => appendFileSync(join(dir, 'handled-events'), '["aws.s')],
    ['an object that a kill broke off', () => writeFileSync(join(dir, 'objects', 'x.unfinished'), 'half')],
    ['a key of an earlier start', () => writeFileSync(join(dir, 'aws-credentials'), 'x')],
  ])('starts all the same with %s', async (_, make) => {
    make();
    expect(await start()).toBeNull();
  });

  it('is refused when it is a file', async () => {
    rmSync(dir, { recursive: true });
    writeFileSync(dir, 'x');
    await expect(startCloud({ clock: clock(), dataDir: dir })).rejects.toThrow(/E(EXIST|NOTDIR).*damaged/);
  });
});

/** A refusal changes nothing, so the next start says the same. */
function again(): Promise<string[] | null> {
  expect(readdirSync(root)).toContain(basename(dir));
  return start();
}
