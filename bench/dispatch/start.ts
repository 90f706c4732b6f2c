// StartPhase as it is deployed, in a process of its own: it starts the first notice once, and says what that took.
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import { machineClock } from '../../functions/lib/clock.ts';
import type { Create } from '../../functions/lib/runtime.ts';
import { type Place, useCloud } from '../lib/place.ts';
import { measure } from '../lib/took.ts';

const AT = '2018-07-24T13:00:00Z';

const [{ place, bundle }] = (await once(process, 'message')) as [{ place: Place; bundle: string }];
useCloud(place);
const { create } = (await import(pathToFileURL(bundle).href)) as {
  create: Create<unknown, { started: boolean }>;
};
const clock = { ...machineClock, now: () => Temporal.Instant.from(AT) };
const log = { info: () => {}, error: (code: string) => console.error(code) };
const handler = create({ env: place.env, clock, log });
const invocation = { awsRequestId: 'bench', getRemainingTimeInMillis: () => 900_000 };
const took = await measure(async () => {
  const { started } = await handler({ phaseId: 'notice-1', scheduledFor: AT }, invocation);
  if (!started) throw new Error('Cannot measure because the first notice must start');
});
process.send!(took);
process.disconnect();
