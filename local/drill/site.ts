import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { PurgeQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { queueUrl } from '../../functions/aws/queue-url.ts';
import { ENV } from '../../functions/lib/env.ts';
import { exampleLaunch } from '../../infra/settings.ts';
import { virtualClock } from '../cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../cloud/cloud.ts';
import type { AccountCall } from '../cloud/faults.ts';
import type { LogLine } from '../cloud/lambda/functions.ts';
import type { OutboxMail } from '../cloud/ses/outbox-mail.ts';
import type { SesFault } from '../cloud/ses/ses.ts';
import { synthesize } from '../cloud/template/synthesize.ts';
import type { Template } from '../cloud/template/template.ts';
import { readWatch, type Watch } from './alarms.ts';
import { drillLaunch } from './launch.ts';
import { type MetricStore, metricStore } from './metrics.ts';
import { observe, queueSampler } from './observe.ts';
import { readStacks } from './template.ts';

/** What a drill makes go wrong; it may change at any time. */
export interface DrillFaults {
  /** Whether AWS refuses a call. */
  refused: (call: AccountCall) => boolean;
  /** Ids of the functions that hang. */
  hanging: ReadonlySet<string>;
  /** What SES does wrong with an email. */
  ses: (mail: OutboxMail) => SesFault | null;
}

/** Where drills take place: one launch on the embedded cloud. */
export interface DrillSite {
  readonly cloud: Cloud;
  readonly template: Template;
  readonly watch: Watch;
  readonly store: MetricStore;
  readonly faults: DrillFaults;
  readonly sqs: SQSClient;
  /** Epoch milliseconds by the cloud's clock. */
  now(): number;
  /** Lets time pass with a tick every five minutes, then looks at the queues. */
  wait(minutes: number): Promise<void>;
  /** Lets time pass until the next phase is due, and starts it. @returns the phase's id. */
  nextPhase(): Promise<string>;
  /** Sends an email that no run knows, with the launch's configuration set. */
  sendUnknown(to: string): Promise<void>;
  /** Ends every fault, and removes the dead letters. */
  mend(): Promise<void>;
  stop(): Promise<void>;
}

const STEP_MINUTES = 5;
const NO_FAULTS: DrillFaults = { refused: () => false, hanging: new Set(), ses: () => null };

/**
 * Starts the campaign's example launch with phases a day apart, its plan and roster active.
 * @param onLog Called with every line.
 */
export async function startSite({ onLog }: { onLog?: (line: LogLine) => void } = {}): Promise<DrillSite> {
  const { name, sender } = exampleLaunch();
  const launch = drillLaunch();
  const template = readStacks(synthesize({ launchName: name, sender }));
  const watch = readWatch(template);
  const store = metricStore();
  const clock = virtualClock(launch.begins);
  const now = () => clock.now().epochMilliseconds;
  const faults: DrillFaults = { ...NO_FAULTS };
  const listeners = observe({ template, watch, store, now });
  const cloud = await startCloud({
    clock,
    launch: { name, sender },
    ...listeners,
    onLog: (line) => {
      listeners.onLog!(line);
      onLog?.(line);
    },
    faults: {
      refuses: (call) => faults.refused(call),
      hangs: (functionId) => faults.hanging.has(functionId),
    },
    ses: { fault: (mail) => faults.ses(mail) },
  });
  const sqs = new SQSClient({ useQueueUrlAsEndpoint: false });
  const ses = new SESClient({ maxAttempts: 1 });
  const env = cloud.envOf('Console');
  const sample = queueSampler(watch, { store, sqs });

  async function wait(minutes: number): Promise<void> {
    const end = now() + minutes * 60_000;
    const step = STEP_MINUTES * 60_000;
    while (now() < end) {
      const next = Math.min(end, Math.floor(now() / step + 1) * step);
      await cloud.advanceTo(new Date(next).toISOString());
    }
    // Dead letters stay where they are, so that one look at the end sees them. It counts for the period that ends.
    await sample(end - 1);
  }

  await cloud.put('inbox/launch/launch.json', launch.plan);
  await cloud.settle();
  await cloud.put('inbox/roster/roster.csv', launch.roster);
  await cloud.settle();
  return {
    cloud,
    template,
    watch,
    store,
    faults,
    sqs,
    now,
    wait,
    nextPhase: async () => {
      const next = launch.phases.find(({ at }) => at.epochMilliseconds > now())!;
      await cloud.advanceTo(next.at);
      return next.id;
    },
    sendUnknown: async (to) => {
      const tags = { run: 'notice-1_20170101T130000Z', filer: '0123456789abcdef', attempt: '1' };
      await ses.send(
        new SendRawEmailCommand({
          Source: `drill@${sender}`,
          Destinations: [to],
          RawMessage: { Data: Buffer.from('Subject: Drill\r\n\r\nDrill\r\n') },
          ConfigurationSetName: cloud.env[ENV.configurationSet]!,
          Tags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
        }),
      );
    },
    mend: async () => {
      Object.assign(faults, NO_FAULTS);
      await cloud.settle();
      const letters = new Set((await cloud.deadLetters()).map(({ queue }) => queue));
      for (const queue of letters) await sqs.send(new PurgeQueueCommand({ QueueUrl: queueUrl(env, queue) }));
    },
    stop: async () => {
      sqs.destroy();
      ses.destroy();
      await cloud.stop();
    },
  };
}
