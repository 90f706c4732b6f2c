// One contestant in a process of its own. Each time that it is asked it sends all emails, and says what that took.
import { once } from 'node:events';
import { useCloud } from '../lib/place.ts';
import { measure } from '../lib/took.ts';
import { bareSender } from './bare.ts';
import { crierSender } from './crier.ts';
import type { Start } from './messages.ts';
import { usualSender } from './usual.ts';

const SENDERS = { bare: bareSender, usual: usualSender, crier: crierSender };

const [start] = (await once(process, 'message')) as [Start];
useCloud(start.site);
const send = await SENDERS[start.contestant](start);
process.on('message', async () => {
  process.send!(await measure(send));
});
process.on('disconnect', () => process.exit());
process.send!('ready');
