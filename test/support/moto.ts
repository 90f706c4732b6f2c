import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { listen } from '../../local/lib/listen.ts';

/*
 * Runs the tests against moto, an AWS that others wrote: every test that gets its services by `outside.ts`, and the whole
 * launches of *.moto.test.ts. `CRIER_MOTO` names its server in a virtual environment.
 */

const SERVICES = ['COGNITO_IDENTITY_PROVIDER', 'DYNAMODB', 'EVENTBRIDGE', 'S3', 'SCHEDULER', 'SES', 'SQS'];
const START_MILLISECONDS = 60_000;
/**
 * Moto loses an item when two threads write the first two of a partition: one replaces the table of the other. With this,
 * in seconds, Python lets a request finish before it turns to another.
 */
const UNDIVIDED = 'import sys; sys.setswitchinterval(5); from moto.server import main; main()';
const INSTALL = `python3 -m venv out/python && out/python/bin/pip install -r .ci/python.txt
CRIER_MOTO=out/python/bin/moto_server npm run test:moto`;

const { CRIER_MOTO: path = '' } = process.env;
const python = join(dirname(path), 'python');
if (!existsSync(path) || !existsSync(python)) {
  console.error(
    `Cannot test against moto because CRIER_MOTO must name its server in a virtual environment: it is ${path || 'missing'}. Install it so:\n\n${INSTALL}`,
  );
  process.exit(1);
}

const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const server = spawn(python, ['-c', UNDIVIDED, '-H', '127.0.0.1', '-p', String(port)], {
  stdio: ['ignore', 'ignore', 'pipe'],
});
let said = '';
server.stderr.on('data', (text) => {
  said = `${said}${text}`.slice(-4000);
});
process.exitCode = 1;
try {
  await answering(url);
  process.exitCode = await testsAt(url);
} finally {
  server.kill();
}

async function freePort(): Promise<number> {
  const { url, close } = await listen(createServer());
  await close();
  return Number(new URL(url).port);
}

async function answering(url: string): Promise<void> {
  const until = Date.now() + START_MILLISECONDS;
  while (Date.now() < until && server.exitCode === null) {
    const answer = await fetch(`${url}/moto-api/`).catch(() => null);
    if (answer?.ok) return;
    await wait(100);
  }
  throw new Error(`Cannot test against moto because it must start: it says ${said || 'nothing'}`);
}

/** @returns the exit code of the tests. */
function testsAt(url: string): Promise<number> {
  const endpoints = SERVICES.map((service) => [`AWS_ENDPOINT_URL_${service}`, url]);
  const env = {
    ...process.env,
    ...Object.fromEntries(endpoints),
    AWS_REGION: 'us-east-1',
    CRIER_MOTO_URL: url,
  };
  const given = process.argv.slice(2);
  const isChosen = given.some((one) => !one.startsWith('-'));
  const args = [...(isChosen ? ['run'] : ['related', '--run', 'test/support/outside.ts']), ...given];
  const vitest = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], {
    stdio: 'inherit',
    env,
  });
  return new Promise((resolve) => vitest.on('exit', (code) => resolve(code ?? 1)));
}
