// One contestant in a process of its own. Each time that it is asked it sends all emails, and says what that took.
import { subscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { bareSender } from './bare.ts';
import { crierSender } from './crier.ts';
import type { Start, Took } from './messages.ts';
import { usualSender } from './usual.ts';

const SENDERS = { bare: bareSender, usual: usualSender, crier: crierSender };

const [start] = (await once(process, 'message')) as [Start];
const { endpoints, credentials } = start.site;
for (const [service, url] of Object.entries(endpoints)) process.env[`AWS_ENDPOINT_URL_${service}`] = url;
process.env.AWS_ACCESS_KEY_ID = credentials.accessKeyId;
process.env.AWS_SECRET_ACCESS_KEY = credentials.secretAccessKey;
process.env.AWS_REGION = 'us-east-1';

let calls = 0;
subscribe('http.client.request.start', () => {
  calls++;
});
const send = await SENDERS[start.contestant](start);
process.on('message', async () => {
  calls = 0;
  const cpu = process.cpuUsage();
  const began = performance.now();
  await send();
  const { user, system } = process.cpuUsage(cpu);
  const took: Took = {
    cpuMilliseconds: (user + system) / 1000,
    milliseconds: performance.now() - began,
    calls,
    megabytes: process.resourceUsage().maxRSS / 1024,
  };
  process.send!(took);
});
process.on('disconnect', () => process.exit());
process.send!('ready');
