import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCheckArguments } from '../../../local/check/arguments.ts';
import { runCheck } from '../../../local/check/run-check.ts';

const ROOT = join(import.meta.dirname, '../../..');
const PLAN = join(ROOT, 'examples/nysb-2018/launch.json');
const EXAMPLE = join(ROOT, 'examples/nysb-2018/roster.csv');

/** What is known about a filer whose row says nothing more. */
const UNKNOWN = {
  firstName: null,
  middleName: null,
  suffix: null,
  firm: null,
  barId: null,
  phone: null,
  secondaryEmails: [],
  userType: 'unknown',
  cmecfStatus: 'active',
  pacerAccounts: [],
  pacerCreated: null,
  pacerUsernameLength: null,
  nextgenElsewhere: null,
  linkStatus: 'unlinked',
  linkAsOf: '2018-07-24',
};

let folder: string;
/** A plan that lets half of the filers have no usable address. */
let lenient: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'crier-check-'));
  const plan = JSON.parse(readFileSync(PLAN, 'utf8'));
  lenient = file(
    'lenient.json',
    JSON.stringify({ ...plan, roster: { ...plan.roster, maxUnreachablePercent: 50 } }),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command in a process of its own, in the folder. */
function runAlone(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'local/check/check.ts'), ...args],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}

/** Does what the command does, in this process: starting one takes far longer than a check. */
async function run(...args: string[]) {
  let stdout = '';
  const print = async (text: string) => {
    stdout += text;
  };
  const status = await runCheck([...args, '--out', join(folder, 'out/check')], print);
  return { status, stdout };
}

const DAY = ['--launch', PLAN, '--date', '2018-10-29'];
const faults = (name: string) => join(ROOT, 'test/support/fixtures/faults', name);

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('npm run check', () => {
  it('says as JSON what the file is, every problem, every filer, the states and the phases', async () => {
    const name = file(
      'a.csv',
      'uid;last_name;email;pacer_account_type\na;Abel;a@example.com;legacy\nb;Baker;;upgraded\n',
    );
    const { status, stdout } = await run(
      name,
      '--launch',
      lenient,
      '--json',
      '--filers',
      '--date',
      '2018-07-24',
    );
    expect(status).toBe(0);
    const { phases, planWarnings, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({
      file: { format: 'CSV', encoding: 'UTF-8', delimiter: ';', rows: 2 },
      refused: null,
      held: [],
      accepted: 2,
      rejected: 0,
      warned: 1,
      problems: [
        {
          row: 3,
          column: 'email',
          code: 'email-missing',
          severity: 'address',
          found: '',
          expected:
            "an email address: without one, the filer is kept but can't be emailed, and goes on the phone list",
        },
      ],
      filers: [
        {
          ...UNKNOWN,
          row: 2,
          key: 'a',
          lastName: 'Abel',
          email: 'a@example.com',
          pacerAccountType: 'legacy',
          state: 'needs-upgrade',
          rule: 10,
          reason: 'our records show a legacy PACER account',
          flags: ['confirm-individual'],
        },
        {
          ...UNKNOWN,
          row: 3,
          key: 'b',
          lastName: 'Baker',
          email: null,
          pacerAccountType: 'upgraded',
          state: 'ready-to-link',
          rule: 9,
          reason: 'our records show an upgraded PACER account',
          flags: ['unreachable', 'confirm-individual'],
        },
      ],
      progressAsOf: null,
      states: { 'needs-upgrade': 1, 'ready-to-link': 1 },
    });
    expect(phases).toHaveLength(10);
    expect(planWarnings).toEqual([]);
    expect(phases[0]).toEqual({
      id: 'notice-1',
      kind: 'notice',
      at: '2018-07-24T09:00:00-04:00[America/New_York]',
      emails: 1,
      skipped: { unreachable: 1 },
      byState: { 'needs-upgrade': 1 },
      seconds: 1,
    });
  });

  it('knows no phases without a plan, and every problem of a large file', async () => {
    const name = file(
      'b.csv',
      `uid,last_name,email\n${Array.from({ length: 300 }, (_, index) => `u${index},,\n`).join('')}`,
    );
    const { status, stdout } = await run(name, '--json');
    const { phases, problems, held, rejected, filers } = JSON.parse(stdout);
    expect({ status, phases, filers, rejected, problems: problems.length }).toEqual({
      status: 1,
      phases: [],
      filers: undefined,
      rejected: 300,
      problems: 600,
    });
    expect(held).toEqual(['300 of 300 rows are skipped (100.0%): more than 2%']);
    const shown = runAlone('b.csv').stdout;
    expect(shown.match(/^ {2}row /gm)).toHaveLength(50);
    expect(shown).toContain(
      'and 550 more\n  Full report: out/check/b.csv.report.json and out/check/b.csv.report.csv',
    );
    expect(
      JSON.parse(readFileSync(join(folder, 'out/check/b.csv.report.json'), 'utf8')).problems,
    ).toHaveLength(600);
  });

  it('shows the example as a person reads it', async () => {
    const { status, stdout } = await run(EXAMPLE, '--launch', PLAN, '--date', '2018-07-24');
    expect(status).toBe(0);
    expect(stdout).toContain(
      'Roster: CSV, UTF-8, separated by commas, 304 rows\n  accepted 299, skipped 4, with warnings 7, without a usable address 3\n',
    );
    expect(stdout).toContain(
      '  notice-1         2018-07-24 09:00 America/New_York: 291 emails in 25 s, 3 skipped (unreachable)\n',
    );
    expect(stdout).toMatch(/Usable: it would be activated automatically\.\n$/);
  });

  it('says that a broken column of addresses would be held: of a first roster, a next one and an update', async () => {
    const example = readFileSync(EXAMPLE, 'utf8');
    const broken = file('broken.csv', example.replaceAll(/@[a-z.]+,/g, ','));
    const next = file('next.csv', example.replace(/@/, ' at '));
    const logins = example.match(/^[ae][a-z0-9]+(?=,)/gm)!;
    const update = file('addresses.csv', `uid,email\n${logins.map((login) => `${login},#REF!\n`).join('')}`);
    const todo = ' If the column of addresses is damaged, correct it and upload the file again';
    const dated = ['--launch', PLAN, '--date', '2018-07-24'];
    const held = async (...args: string[]) => {
      const { status, stdout } = await run(...args, ...dated, '--json');
      return { status, held: JSON.parse(stdout).held };
    };
    expect(await held(broken)).toEqual({
      status: 1,
      held: [`293 of 294 filers to be emailed have no usable address (99.7%): more than 10%.${todo}`],
    });
    expect(await held(broken, '--base', EXAMPLE)).toEqual({
      status: 1,
      held: [
        `290 of 294 filers to be emailed have lost their usable address or are new without one (98.6%): more than 10%.${todo}`,
      ],
    });
    expect(await held(update, '--update', '--base', EXAMPLE)).toEqual({
      status: 1,
      held: [`59 of 294 filers to be emailed have lost their usable address (20.1%): more than 10%.${todo}`],
    });
    const one = file('one.csv', 'cmecf_user_id,phone\nsgone,212-555-0199\n');
    const phasesOf = async (...args: string[]) =>
      JSON.parse((await run(...args, ...dated, '--json')).stdout).phases;
    expect(await phasesOf(one, '--update', '--base', EXAMPLE)).toEqual(await phasesOf(EXAMPLE));
    expect(await held(next, '--base', EXAMPLE)).toEqual({ status: 0, held: [] });
    expect((await run(broken, ...dated)).stdout).toMatch(
      /\nHeld: a clerk must decide\.\n {2}293 of 294 filers to be emailed .*\.\n$/,
    );
    // Of how many filers it takes the address, only the active roster tells.
    const alone = await run(update, '--update', ...dated);
    expect(alone.status).toBe(0);
    expect(alone.stdout).toMatch(
      /\nThe file is usable, but what it changes could still hold it\. To check that too, name the active roster with --base\.\n$/,
    );
  });

  it.each([['lost-link-blank.csv'], ['lost-update-link-blank.csv', '--update']])(
    'says that %s would be held, with counts',
    async (name, ...args) => {
      const { status, stdout } = await run(
        faults(name),
        '--base',
        faults('base40.csv'),
        ...args,
        ...DAY,
        '--json',
      );
      expect(status).toBe(1);
      expect(JSON.parse(stdout).held).toEqual([
        '32 of 40 filers would lose information that the active roster has (80.0%): more than 1%. 28 filers go from linked ' +
          'to account needs checking; link_status: 32 filers go from linked to unlinked. Correct the file, or keep ' +
          'the known values where it is blank',
      ]);
    },
  );

  it.each([['links-a-week-old.csv', '--update'], ['stale.csv']])(
    'says that %s is too old for a follow-up',
    async (name, ...args) => {
      const { stdout } = await run(faults(name), ...args, ...DAY, '--json');
      const { progressAsOf, phases } = JSON.parse(stdout);
      const held = phases
        .filter((phase: { held?: string }) => phase.held)
        .map(({ id }: { id: string }) => id);
      expect({ progressAsOf, held }).toEqual({
        progressAsOf: '2018-10-22T04:00:00Z',
        held: ['follow-up-2', 'follow-up-3', 'follow-up-4'],
      });
      expect((await run(faults(name), ...args, ...DAY)).stdout).toMatch(
        /follow-up-2 .* held unless newer link status is uploaded first\n/,
      );
    },
  );

  it('refuses with exit code 2, and says what and why', async () => {
    const refused = file('c.csv', '%PDF-1.7');
    expect(runAlone('c.csv')).toEqual({
      status: 2,
      stdout:
        'Refused. The file is a PDF document, not a table: upload a CSV, or an Excel workbook (.xlsx).\n',
      stderr: '',
    });
    const { status, stdout } = await run(refused, '--json', '--filers');
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      refused: expect.stringContaining('PDF'),
      problems: [],
      filers: [],
      states: {},
      phases: [],
    });
    const good = file('d.csv', 'uid,last_name,email\na,A,a@example.com\n');
    expect(await run(good, '--launch', refused)).toMatchObject({
      status: 2,
      stdout: expect.stringContaining(`The launch plan ${refused} can't be used`),
    });
    expect(runAlone('nowhere.csv')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('nowhere.csv'),
    });
  });

  it.each([
    ['--sender', 'other.uscourts.gov', 'must be an address @other.uscourts.gov'],
    ['--link-domains', 'nysb.uscourts.gov, example.gov', 'must be in nysb.uscourts.gov or example.gov'],
  ])('holds the plan to what %s says about the deployment', async (option, value, message) => {
    const name = file('e.csv', 'uid,last_name,email\na,A,a@example.com\n');
    const { status, stdout } = await run(name, '--launch', PLAN, option, value);
    expect([status, stdout]).toEqual([2, expect.stringContaining(message)]);
    const own = ['--sender', 'nysb.uscourts.gov', '--link-domains', 'uscourts.gov'];
    expect((await run(name, '--launch', PLAN, ...own)).status).toBe(0);
  });

  it('checks an update against the roster that it builds on', async () => {
    const update = file('update.csv', 'uid,email\ngabbott,new@example.com\nnobody,x@example.com\n');
    const against = await run(
      update,
      '--update',
      '--base',
      EXAMPLE,
      '--launch',
      PLAN,
      '--date',
      '2018-07-24',
      '--json',
    );
    expect(JSON.parse(against.stdout).problems).toMatchObject([{ row: 3, code: 'user-id-unknown' }]);
    const alone = await run(update, '--update', '--json');
    expect(alone.status).toBe(0);
    expect(JSON.parse(alone.stdout)).toMatchObject({ accepted: 2, rejected: 0 });
  });
});

describe('readCheckArguments', () => {
  it.each([
    [[], 'Cannot check because one FILE must be named: 0 are'],
    [['a', 'b'], 'Cannot check because one FILE must be named: 2 are'],
    [['a', '--rate', 'fast'], 'Cannot check because --rate must be a number above 0: it is fast'],
    [
      ['a', '--date', '7/24/2018'],
      'Cannot check because --date must be a date such as 2018-07-24: it is 7/24/2018',
    ],
  ])('refuses %j', (args, message) => expect(() => readCheckArguments(args)).toThrow(message));
});
