import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../functions/lib/clock.ts';
import type { Env } from '../../functions/lib/env.ts';
import type { PageKey } from '../lib/page-key.ts';
import { type BuiltCloud, buildCloud } from './build.ts';
import { type Endpoints, outsideEndpoints } from './endpoints.ts';
import type { BusEvent } from './events/pattern.ts';
import type { Schedule } from './events/schedule-store.ts';
import type { Denial } from './iam/access.ts';
import type { Credentials } from './iam/credentials.ts';
import type { Failure, Notice } from './journal.ts';
import type { LogLine } from './lambda/functions.ts';
import type { CloudOptions } from './options.ts';
import { type Bucket, bucketOf, inboxNameOf } from './s3-sqs/bucket.ts';
import { type DeadLetter, readDeadLetters } from './s3-sqs/dead-letters.ts';
import { objectCreated } from './s3-sqs/object-created.ts';
import type { Span } from './ses/feedback.ts';
import type { SesLimits } from './ses/meter.ts';
import type { OutboxMail } from './ses/outbox-mail.ts';

/** The whole launch as the template describes it, running in this process. */
export interface Cloud {
  readonly clock: Clock;
  readonly endpoints: Endpoints;
  /** The key that signs requests to its services; made at this start. */
  readonly credentials: Credentials;
  /** The key that opens its pages: console, sign-in and inbox; made at this start. */
  readonly pageKey: PageKey;
  /** Address of the web console. */
  readonly console: string;
  /** Address of the service that signs people in to it. */
  readonly signIn: string;
  /** Every variable of every function: for the clients of `functions/`. */
  readonly env: Env;
  /** The variables of one function, by its id in the template. */
  envOf(functionId: string): Env;
  /** The inbox bucket. */
  readonly bucket: string;
  /** Works until no event, message or invocation is left that is due now. Not on the machine's clock. */
  settle(): Promise<void>;
  /** Works through everything that comes due until an instant, and stops there; a movable clock continues from there. Not
   * on the machine's clock. */
  advanceTo(instant: Temporal.Instant | string): Promise<void>;
  /**
   * Invokes a function by its id in the template.
   * @throws Error when it fails.
   */
  invoke(functionId: string, event: unknown): Promise<unknown>;
  /**
   * Loads other builds of functions, by their ids in the template.
   * @returns what deploys them all at once.
   */
  prepare(files: Readonly<Record<string, string>>): Promise<() => void>;
  /** Uploads a file: `put('inbox/roster/august.csv', bytes)`. */
  put(key: string, content: Uint8Array | string): Promise<void>;
  /** Contents of the objects whose keys have a prefix, by key. */
  read(prefix: string): Promise<Map<string, Uint8Array>>;
  /** Every email that SES took, oldest first; empty when SES is outside. */
  readonly outbox: readonly OutboxMail[];
  /** Replays the archived SES events of a time range, as operations staff do after a restore. */
  replay(span: Span): void;
  /** What the account may send; set it to change it. */
  readonly sesLimits: SesLimits;
  /** Crier's own events, oldest first. */
  readonly events: readonly BusEvent[];
  /** Lines that functions logged, oldest first; on a clock that isn't virtual only the latest. */
  readonly log: readonly LogLine[];
  /** What went wrong, oldest first; on a clock that isn't virtual only the latest. */
  readonly failures: readonly Failure[];
  /** What people would be told, oldest first. */
  readonly notices: readonly Notice[];
  /** Calls that a function's role doesn't grant. */
  readonly denials: readonly Denial[];
  /** Messages in the dead-letter queues; they stay there. */
  deadLetters(): Promise<DeadLetter[]>;
  /** The schedules that exist, by group and name. */
  schedules(): Schedule[];
  /** Ends everything and leaves nothing open. */
  stop(): Promise<void>;
}

let isRunning = false;

/**
 * Starts the embedded cloud from the synthesized template. One at a time in a process.
 * @throws Error when an `AWS_ENDPOINT_URL_…` leads away from this machine, when the template holds what the cloud
 * doesn't know, or when a function can't be built from what the template gives it.
 * @throws UserError when the data on disk can't be used.
 */
export async function startCloud(options: CloudOptions = {}): Promise<Cloud> {
  if (isRunning) throw new Error('Cannot start a second cloud in one process: stop the first');
  const outside = outsideEndpoints(process.env);
  isRunning = true;
  const undo: (() => unknown)[] = [
    () => {
      isRunning = false;
    },
  ];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return { ...cloudOf(await buildCloud(options, { outside, undo })), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What is shown of a cloud. */
function cloudOf(built: BuiltCloud): Omit<Cloud, 'stop'> {
  const { site, services, endpoints, clients, targets, console, runner } = built;
  const { clock, template, functions, access, journal } = site;
  const { ses, eventBridge, scheduler } = services;
  const inbox = bucketOf(inboxNameOf(template), clients.s3);
  return {
    clock,
    endpoints,
    credentials: site.credentials,
    pageKey: site.pageKey,
    console: console.url,
    signIn: console.signIn,
    env: Object.assign({}, ...functions.all().map(({ env }) => env)),
    envOf: (functionId) => functions.find(functionId)?.env ?? {},
    bucket: inbox.name,
    settle: () => runner().settle(),
    advanceTo: (instant) => runner().advanceTo(Temporal.Instant.from(instant)),
    invoke: functions.call,
    prepare: async (files) => {
      const deployments = Object.entries(files).map(([id, file]) => functions.find(id)!.prepare(file));
      const deploy = await Promise.all(deployments);
      return () => {
        for (const one of deploy) one();
      };
    },
    put: (key, content) => put(key, { content, inbox, built }),
    read: inbox.read,
    outbox: ses?.outbox ?? [],
    replay: (span) => services.feedback.replay(ses?.outbox ?? [], span),
    sesLimits: ses?.limits ?? { maxSendRate: 0, max24HourSend: 0 },
    events: eventBridge.events,
    log: journal.log,
    failures: journal.failures,
    notices: journal.notices,
    denials: access.denials,
    deadLetters: () => readDeadLetters(template, { client: clients.sqs, queueUrls: targets.queueUrls }),
    schedules: () => scheduler.list(),
  };
}

async function put(
  key: string,
  { content, inbox, built }: { content: Uint8Array | string; inbox: Bucket; built: BuiltCloud },
): Promise<void> {
  const { clock, outside } = built.site;
  const object = await inbox.put(key, content);
  // An S3 outside has no way to tell our bus.
  if (outside.S3) await objectCreated({ ...object, at: clock.now() }, built.services.eventBridge);
}
