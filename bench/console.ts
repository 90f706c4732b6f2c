import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { dynamo } from '../functions/aws/clients.ts';
import { ENV } from '../functions/lib/env.ts';
import { virtualClock } from '../local/cloud/clock/clock.ts';
import { startCloud } from '../local/cloud/cloud.ts';
import { consolePages, playOn, playUntilHeld } from '../test/support/e2e/console-pages.ts';

/** `npm run bench:console`: what the console's pages cost with the example's launch, beside one read of one item. */
const TIMES = 15;

const cloud = await startCloud({ clock: virtualClock('2018-07-20T12:00:00Z') });
await playUntilHeld(cloud);
await playOn(cloud);
const cookies = new Map<string, string>();
await signIn();

const db = dynamo();
const gate = { TableName: cloud.env[ENV.deliveryTable], Key: { pk: 'gate', sk: 'gate' } };
const item = await median(() => db.send(new GetCommand(gate)));
console.log(`One item read through the SDK: ${item.toFixed(2)} ms\n`);
console.log(`${'page'.padEnd(18)}${'median ms'.padStart(10)}${'x one item'.padStart(12)}${'KB'.padStart(8)}`);
for (const [name, asked] of Object.entries(await consolePages(cloud))) {
  const path = asked.includes('q=') ? await searched(asked) : asked;
  let bytes = 0;
  const time = await median(async () => {
    bytes = Buffer.byteLength(await (await go(cloud.console + path)).text());
  });
  const cells = [time.toFixed(1).padStart(10), (time / item).toFixed(0).padStart(12)];
  console.log(`${name.padEnd(18)}${cells.join('')}${(bytes / 1000).toFixed(1).padStart(8)}`);
}
await cloud.stop();
process.exit(0);

async function median(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < TIMES; turn++) {
    const before = performance.now();
    await run();
    times.push(performance.now() - before);
  }
  return times.sort((one, other) => one - other)[Math.floor(TIMES / 2)]!;
}

/** Sends a search form. @returns the path that it leads to */
async function searched(form: string): Promise<string> {
  const { pathname, searchParams } = new URL(form, cloud.console);
  const [, csrf = ''] =
    /name="csrf" value="([^"]+)"/.exec(await (await go(cloud.console + pathname)).text()) ?? [];
  searchParams.set('csrf', csrf);
  const answer = await go(cloud.console + pathname, { method: 'POST', body: searchParams });
  return answer.headers.get('location')!;
}

/** Follows no redirect, and keeps cookies. */
async function go(url: string, form: RequestInit = {}): Promise<Response> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { cookie, origin: cloud.console, authorization: cloud.pageKey.authorization };
  const answer = await fetch(url, { ...form, redirect: 'manual', headers });
  for (const set of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
    cookies.set(name, value);
  }
  return answer;
}

async function signIn(): Promise<void> {
  const start = await go(`${cloud.console}/sign-in/start`);
  const choice = new URL(start.headers.get('location')!);
  choice.searchParams.set('person', 'clara');
  const back = await go(choice.href);
  await go(back.headers.get('location')!);
}
