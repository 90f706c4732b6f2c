// One contestant in a process of its own. Each time that it is asked it sends all emails, and says what that took.
import { once } from 'node:events';
import { useCloud } from '../lib/place.ts';
import { measure } from '../lib/took.ts';
import type { Start } from './messages.ts';

/** Each loads what it needs itself, so that its memory holds nothing of the others. */
const SENDERS = {
  bare: async (start: Start) => (await import('./bare.ts')).bareSender(start),
  usual: async (start: Start) => (await import('./usual.ts')).usualSender(start),
  crier: async (start: Start) => (await import('./crier.ts')).crierSender(start),
};

const [start] = (await once(process, 'message')) as [Start];
useCloud(start.site);
const send = await SENDERS[start.contestant](start);
process.on('message', async () => {
  process.send!(await measure(send));
});
process.on('disconnect', () => process.exit());
process.send!('ready');
