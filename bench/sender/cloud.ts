// The cloud in a process of its own, so that contestants are charged for their own work only.
import { writeFile } from 'node:fs/promises';
import { dynamo } from '../../functions/aws/clients.ts';
import { runStore } from '../../functions/aws/runs.ts';
import { chunkName } from '../../functions/domain/run/run.ts';
import { machineClock } from '../../functions/lib/clock.ts';
import { ENV } from '../../functions/lib/env.ts';
import { startSes } from '../../local/cloud/ses/ses.ts';
import { launchWith } from '../lib/launch-with.ts';
import { placeOf } from '../lib/place.ts';
import type { Answer, Ask, Site, Taken } from './messages.ts';
import { keepTables } from './tables.ts';

const STARTS = '2018-07-24T13:05:00Z';
const BY = { scope: 'all', by: 'bench', why: 'The bench sends' } as const;

/**
 * A launch whose first notice waits to be sent to a made-up roster: its chunks are in the table, and the gate is open.
 * The cloud's clock stands, so nothing but the contestants works from then on.
 */
const [rows = '1000'] = process.argv.slice(2);
const cloud = await launchWith(Number(rows));
await cloud.invoke('Act', { act: 'hold', ...BY });
await cloud.advanceTo(STARTS);
await cloud.invoke('Act', { act: 'lift', ...BY });

const db = dynamo();
const tables = [ENV.deliveryTable, ENV.sendLogTable].map((name) => cloud.env[name]!);
const restore = await keepTables(tables, db);
const [run] = await runStore(cloud.env, db).runs();
if (!run?.audience) throw new Error('Cannot measure because the first notice must have started');
const { runId, audience } = run;
const messages = Array.from({ length: audience.chunks }, (_, at) =>
  JSON.stringify({ runId, chunk: chunkName(at + 1) }),
);
// The cloud's own SES keeps to the cloud's clock, which stands.
const ses = await startSes({ clock: machineClock, max24HourSend: -1 });
const place = placeOf(cloud, 'SendEmail');
const site: Site = {
  starts: STARTS,
  ...place,
  endpoints: { ...place.endpoints, SES: ses.url },
  messages,
  emails: audience.mailable,
};
say({ site });

let seen = 0;
process.on('message', async (ask: Ask) => {
  if ('reset' in ask) {
    ses.limits.maxSendRate = ask.reset.maxSendRate;
    await restore();
    say({ done: true });
  } else {
    const mails: Taken[] = ses.outbox.slice(seen).map(({ from, to, raw, tags }) => ({
      from,
      to: to[0]!,
      raw: Buffer.from(raw).toString('base64'),
      tags,
    }));
    seen = ses.outbox.length;
    await writeFile(ask.takeTo, JSON.stringify(mails));
    say({ done: true });
  }
});
process.on('disconnect', () => process.exit());

function say(answer: Answer): void {
  process.send!(answer);
}
