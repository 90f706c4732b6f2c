import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Death, type Ended, type Life, live, type Result } from '../../support/local/kill-life.ts';

const FILERS = 5000;
const SEED = Number(process.env.CRIER_SEED ?? 5);
const ROSTER_KEY = 'inbox/roster/roster.csv';

const dir = mkdtempSync(join(tmpdir(), 'crier-kill-'));
const clockFile = join(dir, 'clock');
const random = randomOf(SEED);
const lives: Ended[] = [];
let result: Result;

/** The first dies while the roster is read, the others while emails are sent. */
const DEATHS: readonly Death[] = [
  { uploaded: ROSTER_KEY, milliseconds: random(0, 500) },
  ...Array.from({ length: 4 }, () => ({ emails: random(50, 1100), milliseconds: random(0, 15) })),
];

beforeAll(async () => {
  const life = { data: join(dir, 'data'), clockFile, until: '2018-07-24T20:00:00Z', uploads: uploads() };
  let from = Temporal.Instant.from('2018-07-24T12:50:00Z');
  for (const death of [...DEATHS, null]) {
    lives.push(await live({ ...life, from: from.toString() } satisfies Life, death));
    tell(lives.at(-1)!, death);
    // The chunks of the dead stay leased for two minutes, and are missed after ten.
    from = Temporal.Instant.from(readClock() ?? from.toString()).add({ minutes: random(3, 12) });
  }
  const last = lives.at(-1)!;
  if (!last.result) throw new Error(`Cannot finish the run: ${last.errors}`);
  result = last.result;
  tellResult(result);
}, 300_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe(`a run of ${FILERS} emails whose process is killed ${DEATHS.length} times (seed ${SEED})`, () => {
  it('was killed each time, and the emails of before were there each time', () => {
    expect(lives.map(({ killed }) => killed)).toEqual([...DEATHS.map(() => true), false]);
    const starts = lives.map(({ started }) => started?.outbox ?? 0);
    for (const [place, { outbox }] of lives.slice(0, -1).entries()) {
      expect(starts[place + 1]).toBeGreaterThanOrEqual(outbox);
    }
    expect(starts.at(-1)).toBeLessThan(FILERS);
  });

  it('mails no filer twice', () => {
    for (const whose of [0, 1] as const) {
      expect(new Set(result.mails.map((mail) => mail[whose])).size).toBe(result.mails.length);
    }
  });

  it('mails every filer once, except those that the log calls unknown, with the reason', () => {
    const mailed = new Set(result.mails.map(([filerId]) => filerId));
    const doubted = result.unknown.filter(({ filerId }) => !mailed.has(filerId));
    expect(mailed.size + doubted.length).toBe(FILERS);
    expect(result.unknown.filter(({ reason }) => reason === null)).toEqual([]);
  });

  it('knows about every email that SES took: its events came again', () => {
    const mailed = new Set(result.mails.map(([filerId]) => filerId));
    expect(result.unknown.filter(({ filerId }) => mailed.has(filerId))).toEqual([]);
    expect(result.byStatus.delivered).toBe(result.mails.length);
  });

  it('accounts for every filer, and the recount finds no difference', () => {
    expect(result).toMatchObject({
      complete: true,
      audience: FILERS,
      differences: [],
      denials: 0,
      failures: [],
    });
    expect(result.byStatus.delivered + result.byStatus.unknown).toBe(FILERS);
  });
});

function uploads(): Life['uploads'] {
  const plan = JSON.parse(readFileSync('examples/nysb-2018/launch.json', 'utf8'));
  const planFile = join(dir, 'launch.json');
  writeFileSync(planFile, JSON.stringify({ ...plan, phases: plan.phases.slice(0, 1) }));
  const rows = Array.from(
    { length: FILERS },
    (_, n) => `filer${n},Filer${n},filer${n}@example.com,individual`,
  );
  const rosterFile = join(dir, 'roster.csv');
  writeFileSync(rosterFile, ['cmecf_user_id,last_name,email,pacer_account', ...rows].join('\n'));
  return { 'inbox/launch/launch.json': planFile, [ROSTER_KEY]: rosterFile };
}

function readClock(): string | null {
  try {
    return readFileSync(clockFile, 'utf8');
  } catch {
    return null;
  }
}

function tell({ started, outbox, killed, errors }: Ended, death: Death | null): void {
  const end = death ? `kill at ${JSON.stringify(death)}` : 'no kill';
  const log = started ? `, ${started.unknownToLog} of them not in the log` : '';
  console.log(
    `${started?.outbox ?? 0} emails at the start${log}; ${end}: ${outbox} emails, killed: ${killed}${errors}`,
  );
}

function tellResult({ byStatus, mails, settled, unknown }: Result): void {
  const taken = lives.reduce((sum, { started }) => sum + (started?.unknownToLog ?? 0), 0);
  const reasons = [...new Set(unknown.map(({ reason }) => reason))].join(', ');
  console.log(
    `${mails.length} emails; ${taken} were not in the log at a start and proved by SES's events, ${settled} after they were called unknown; ${unknown.length} stay unknown (${reasons}): ${JSON.stringify(byStatus)}`,
  );
}

/** Whole numbers from one to another, the same for the same seed: mulberry32. */
function randomOf(seed: number): (from: number, to: number) => number {
  let state = seed;
  return (from, to) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    const share = ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    return from + Math.floor(share * (to - from + 1));
  };
}
