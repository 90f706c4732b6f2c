import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { REGISTER } from '../../support/local/register.ts';

const dir = mkdtempSync(join(tmpdir(), 'crier-start-'));
const env = { ...process.env, CRIER_RUNNING_DIR: join(dir, 'running'), AWS_PROFILE: 'nobody' };
let running: ChildProcess;
let output = '';

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The commands' entries. */
const ENTRIES = {
  start: 'local/start/start.ts',
  upload: 'local/upload/upload.ts',
  invoke: 'local/ops/invoke.ts',
  ops: 'local/ops/ops.ts',
} as const;
type Script = keyof typeof ENTRIES;

function command(script: Script, ...args: string[]): Promise<Ended> {
  return commandWith(env, script, ...args);
}

function commandWith(env: NodeJS.ProcessEnv, script: Script, ...args: string[]): Promise<Ended> {
  return new Promise((resolve) =>
    execFile(process.execPath, [...REGISTER, ENTRIES[script], ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    ),
  );
}

const data = join(dir, 'data');

/** Starts a cloud on the same directory as the others. */
async function start(...args: string[]): Promise<void> {
  output = '';
  running = spawn(process.execPath, [...REGISTER, 'local/start/start.ts', '--data', data, ...args], { env });
  for (const stream of [running.stdout, running.stderr]) stream?.on('data', (text) => (output += text));
  await vi.waitFor(() => expect(output).toContain('Press Ctrl-C to stop.'), {
    timeout: 90_000,
    interval: 100,
  });
}

async function kill(): Promise<void> {
  running.kill('SIGKILL');
  await once(running, 'exit');
}

async function page(name: 'Inbox page' | 'Console'): Promise<string> {
  const [, address = ''] = new RegExp(`${name}\\s+(\\S+)`).exec(output) ?? [];
  return (await fetch(address, { headers: { authorization: keyIn(output) } })).text();
}

/** What a program sends as `Authorization`, by the link that `npm start` printed. */
function keyIn(said: string): string {
  return `Bearer ${/[?&]key=(\S+)/.exec(said)?.[1]}`;
}

function file(name: string, content: string): string {
  writeFileSync(join(dir, name), content);
  return join(dir, name);
}

afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('upload and invoke', () => {
  it.each<[Script, string[]]>([
    ['upload', ['examples/nysb-2018/roster.csv']],
    ['invoke', ['Sweep']],
  ])('%s says that nothing runs, and what to do', async (script, args) => {
    const { code, out, err } = await command(script, ...args);
    expect([code, out, err]).toEqual([
      1,
      '',
      'Cannot find a running cloud\nStart one in another terminal: npm start\n',
    ]);
  });
});

describe('start', () => {
  beforeAll(async () => {
    await start('--at', '2018-07-24T08:00[America/New_York]');
  });
  afterAll(() => {
    running.kill('SIGKILL');
  });

  it('says where everything is and what to do next', async () => {
    expect(output).toContain(
      'Crier is running on this machine: launch nysb-2018, clock at Tue, Jul 24, 2018, 8:0',
    );
    expect(output).toMatch(/ {2}Inbox page {3}http:\/\/127\.0\.0\.1:\d+\/inbox\n/);
    expect(output).toMatch(
      / {2}npm run upload -- examples\/nysb-2018\/launch\.json --data \S+ {2}the launch plan\n/,
    );
    expect(await page('Inbox page')).toContain('No emails yet.');
  });

  it('does not start twice', async () => {
    const { code, err } = await command('start', '--data', data);
    expect(code).toBe(1);
    expect(err).toContain(
      `Cannot start because Crier is already running on ${data}, as process ${running.pid}`,
    );
  });

  it('takes a plan and shows its report', async () => {
    const { code, out } = await command('upload', 'examples/nysb-2018/launch.json');
    expect(code).toBe(0);
    expect(out).toContain(
      'Uploaded as plan of the launch nysb-2018: inbox/launch/launch.json\n\nThe launch plan is active.',
    );
    expect(out).toMatch(/notice-1 +Tue, Jul 24, 2018, 9:00 a\.m\. EDT/);
  });

  it('takes a roster, and shows rows that can not be read by their numbers', async () => {
    const table = 'cmecf_user_id,last_name,email\na,A,a@example.com\n,B,b@example.com\n';
    const { code, out } = await command('upload', file('august.csv', table));
    expect(code).toBe(1);
    expect(out).toContain('The roster needs your decision before it becomes active.');
    expect(out).toContain('row 3, cmecf_user_id (error): ""');
    const [, decision = ''] = /npm run invoke -- ActivateRoster '(.+)'/.exec(out) ?? [];
    const acted = await command('invoke', 'ActivateRoster', decision);
    expect([acted.code, JSON.parse(acted.out)]).toMatchObject([0, { done: true }]);
  });

  it.each([
    ['a roster with passwords', 'roster.csv', 'cmecf_user_id,password,email\n', 'looks like a password'],
    ['a plan that is none', 'plan.json', '{}', "The launch plan can't be used"],
  ])('shows why %s is refused', async (_, name, content, words) => {
    const { code, out } = await command('upload', file(name, content));
    expect(code).toBe(1);
    expect(out).toContain(words);
    expect(out).toContain('Correct the file and upload it again.');
  });

  it('tells about a function that fails', async () => {
    const none = await command('invoke', 'None');
    expect([none.code, none.err]).toEqual([1, 'Function not found: None\n']);
    expect(await command('invoke', 'Sweep', 'x')).toMatchObject({
      code: 1,
      err: 'Cannot invoke because the event must be JSON: it is x\n',
    });
    expect(await command('invoke', 'ReleasePhase', '{"phaseId":"notice-1","by":"clerk"}')).toEqual({
      code: 1,
      out: '',
      err: [
        'ReleasePhase failed: why must give the reason in words: it is missing',
        'For the form of such an event: npm run invoke -- --help',
        '',
      ].join('\n'),
    });
    const nothing = '{"phaseId":"notice-9","by":"clerk","why":"filing is open"}';
    const refused = await command('invoke', 'ReleasePhase', nothing);
    expect([refused.code, JSON.parse(refused.out)]).toEqual([1, { started: false, reason: 'not-in-plan' }]);
  });

  it('continues after a kill with the plan and the roster, and sends the phase whose hour came meanwhile', async () => {
    await kill();
    await start('--at', '2018-07-24T09:00:05[America/New_York]');
    await vi.waitFor(async () => expect(await page('Inbox page')).toContain('a@example.com'), {
      timeout: 30_000,
      interval: 200,
    });
    const same = await command('upload', 'examples/nysb-2018/launch.json');
    expect(same.out).toContain('is the same as the active plan: nothing has changed');
  });

  it('still shows the emails after another kill, and its clock continues', async () => {
    await kill();
    await start();
    expect(output).toContain(', clock at Tue, Jul 24, 2018, 9:00');
    expect(output).toContain('Plan and roster are active. ');
    expect(output).not.toContain('npm run upload');
    expect(await page('Inbox page')).toContain('a@example.com');
  });

  it('lets no other process use its data', async () => {
    const { code, err } = await command('start', '--data', data, '--fresh');
    expect([code, err]).toEqual([
      1,
      expect.stringContaining('Cannot start because Crier is already running on'),
    ]);
    const elsewhere = { ...env, CRIER_RUNNING_DIR: join(dir, 'elsewhere') };
    const second = await commandWith(elsewhere, 'start', '--data', data);
    expect(second).toMatchObject({ code: 1 });
    expect(second.err).toContain(`process ${running.pid} is using it`);
  });

  it('goes back in time only when it starts over', async () => {
    await kill();
    const early = '2018-07-24T08:00[America/New_York]';
    const refused = await command('start', '--data', data, '--at', early);
    expect(refused.err).toContain('Cannot start at 2018-07-24T12:00:00Z because the data in');
    await start('--at', early, '--fresh');
    expect(output).toContain(`Deleting the tables, files and emails of earlier runs in ${data}\n`);
    expect(await page('Inbox page')).toContain('No emails yet.');
  });

  it('ends cleanly on Ctrl-C', async () => {
    running.kill('SIGINT');
    const [code] = await once(running, 'exit');
    expect(code).toBe(0);
    expect(output).toContain('Ending …');
    expect(readdirSync(env.CRIER_RUNNING_DIR)).toEqual([]);
  });
});

/** Starts one of several, and waits until it is ready or has ended. */
async function startOne(
  args: readonly string[],
  { limitKiB }: { limitKiB?: number } = {},
): Promise<{ process: ChildProcess; said: () => string }> {
  let said = '';
  const node = [process.execPath, ...REGISTER, 'local/start/start.ts', ...args];
  // By the shell's limit on the size of files, a write fails as on a full disk.
  const command = limitKiB ? ['bash', '-c', `ulimit -f ${limitKiB}; exec "$@"`, 'bash', ...node] : node;
  const child = spawn(command[0]!, command.slice(1), { env });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += text));
  await vi.waitFor(() => expect(said).toContain('Press Ctrl-C to stop.'), { timeout: 90_000, interval: 100 });
  return { process: child, said: () => said };
}

describe('two launches side by side', () => {
  it('each have their ports, and commands address one by its data folder', async () => {
    const folders = [join(dir, 'one'), join(dir, 'two')] as const;
    const both = await Promise.all(
      folders.map((folder) => startOne(['--data', folder, '--at', '2018-07-24T08:00[America/New_York]'])),
    );
    try {
      const consoles = both.map(({ said }) => /Console +(\S+)/.exec(said())?.[1]);
      expect(new Set(consoles).size).toBe(2);
      const plan = 'examples/nysb-2018/launch.json';
      const unclear = await command('upload', plan);
      expect([unclear.code, unclear.err]).toEqual([
        1,
        expect.stringMatching(/2 are running\n.+\n {2}--data .+\n/),
      ]);
      expect((await command('upload', plan, '--data', folders[1])).code).toBe(0);
      const plans = await Promise.all(folders.map((folder) => command('ops', 'plans', '--data', folder)));
      expect(plans[0]!.out).toBe('No plan has been uploaded yet.\n');
      expect(plans[1]!.out).toContain('inbox/launch/launch.json');
      for (const folder of folders) {
        expect(statSync(join(folder, 'aws-credentials')).mode & 0o777).toBe(0o600);
      }
      const [first, second] = folders.map((folder) => readFileSync(join(folder, 'aws-credentials'), 'utf8'));
      expect(first).not.toBe(second);
    } finally {
      for (const one of both) one.process.kill('SIGKILL');
    }
  });
});

describe('a disk that is full', () => {
  it('ends a start with a sentence that names the file, and the next one continues', async () => {
    const folder = join(dir, 'full');
    const { process: child, said } = await startOne(['--data', folder], { limitKiB: 1000 });
    const [, page = ''] = /The clock +(\S+)/.exec(said()) ?? [];
    const exit = once(child, 'exit');
    const headers = { origin: new URL(page).origin, authorization: keyIn(said()) };
    await fetch(`${page}/next`, { method: 'POST', headers }).catch(() => {});
    expect((await exit)[0]).toBe(1);
    const lines = said().trim().split('\n');
    expect(lines.slice(-2)).toEqual([
      expect.stringMatching(
        new RegExp(`^Cannot use ${folder}/\\S+ because it has reached the file size limit$`),
      ),
      'Raise the limit on file sizes, then start again',
    ]);
    expect(said()).not.toMatch(/^ +at /m);
    const next = await startOne(['--data', folder]);
    next.process.kill('SIGKILL');
  });
});

describe('start, pointed at a real account', () => {
  it('refuses and says why', async () => {
    const child = { ...env, AWS_ENDPOINT_URL_SES: 'https://email.us-east-1.amazonaws.com' };
    const { code, err } = await new Promise<Ended>((resolve) =>
      execFile(process.execPath, [...REGISTER, 'local/start/start.ts'], { env: child }, (error, out, err) =>
        resolve({ code: Number(error?.code ?? 0), out, err }),
      ),
    );
    expect(code).toBe(1);
    expect(err).toContain('AWS_ENDPOINT_URL_SES points at a real AWS account');
  });
});
