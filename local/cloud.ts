import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../functions/shared/clock.ts';
import type { Env } from '../functions/shared/env.ts';
import { accessBook, type Denial } from './access.ts';
import { agenda } from './agenda.ts';
import { type Bucket, bucketOf } from './bucket.ts';
import { isVirtual, virtualClock } from './clock.ts';
import { type DeadLetter, readDeadLetters } from './dead-letters.ts';
import { type Endpoints, outsideEndpoints, pointSdkAt, type Service } from './endpoints.ts';
import type { BusEvent } from './event-pattern.ts';
import type { InvokeOutcome, LocalFunction, LogLine } from './functions.ts';
import { readGrants } from './grants.ts';
import { laterInvoker } from './invoke-later.ts';
import { startLambdaApi } from './lambda-api.ts';
import { runLive } from './live-runner.ts';
import { objectCreated } from './object-created.ts';
import { checkTypes, createBuckets, createQueues, createTables } from './resources.ts';
import { virtualRunner } from './runner.ts';
import type { Schedule } from './schedule-book.ts';
import { scheduleTarget } from './schedule-target.ts';
import { startServices } from './services.ts';
import type { OutboxMail, SesOptions } from './ses.ts';
import { type FeedbackOptions, sesFeedback } from './ses-feedback.ts';
import type { SesLimits } from './ses-meter.ts';
import { sqsSender } from './sqs-sender.ts';
import { synthesize } from './synthesize.ts';
import { readTemplate } from './template.ts';
import { loadFunctions, wireQueues, wireRules, wireSchedules } from './wiring.ts';

export interface CloudOptions {
  /**
   * Whose time it is. On a virtual clock nothing happens but in `settle` and `advanceTo`; on the machine's everything
   * runs by itself.
   * @default a virtual clock that starts now
   */
  readonly clock?: Clock;
  /**
   * Directory of DynamoDB's data.
   * @default in memory
   */
  readonly dataDir?: string;
  /**
   * The launch's name, and the domain that its emails come from.
   * @default the example's
   */
  readonly launch?: { readonly name: string; readonly sender: string };
  /**
   * The functions' own modules, or what esbuild makes of them.
   * @default source
   */
  readonly functions?: 'source' | 'bundled';
  /** Limits, faults and outcomes of SES. */
  readonly ses?: Pick<SesOptions, 'maxSendRate' | 'max24HourSend' | 'sandbox' | 'fault' | 'onAccepted'> &
    FeedbackOptions;
  /**
   * How often a schedule calls its target each time: Scheduler promises once at least.
   * @default 1
   */
  readonly scheduleDeliveries?: number;
  /** Hears of every line that a function logs. */
  readonly onLog?: (line: LogLine) => void;
  /** Hears what people would be told: who subscribes to the alarms' topic gets it by email. */
  readonly onNotice?: (text: string) => void;
  /** Hears of everything that goes wrong. */
  readonly onFailure?: (failure: Failure) => void;
  /**
   * Wished ports.
   * @default free ones
   */
  readonly ports?: Partial<Record<Service, number>>;
}

/** An invocation that failed, or an event that couldn't be handed on. */
export interface Failure {
  readonly at: Temporal.Instant;
  /** Id in the template of the function or rule. */
  readonly where: string;
  readonly what: string;
}

/** What a topic would tell people by email. */
export interface Notice {
  readonly at: Temporal.Instant;
  readonly text: string;
}

/** The whole launch as the template describes it, running in this process. */
export interface Cloud {
  readonly clock: Clock;
  readonly endpoints: Endpoints;
  /** Every variable of every function: for the clients of `functions/`. */
  readonly env: Env;
  /** The inbox bucket. */
  readonly bucket: string;
  /** Works until no event, message or invocation is left that is due now. Virtual clock only. */
  settle(): Promise<void>;
  /** Works through everything that comes due until an instant, and stops there. Virtual clock only. */
  advanceTo(instant: Temporal.Instant | string): Promise<void>;
  /**
   * Invokes a function by its id in the template.
   * @throws Error when it fails.
   */
  invoke(functionId: string, event: unknown): Promise<unknown>;
  /** Uploads a file: `put('inbox/roster/august.csv', bytes)`. */
  put(key: string, content: Uint8Array | string): Promise<void>;
  /** Every object whose key starts so, by key. */
  read(prefix: string): Promise<Map<string, Uint8Array>>;
  /** Every email that SES took, oldest first; empty when SES is outside. */
  readonly outbox: readonly OutboxMail[];
  /** What the account may send; set it to change it. */
  readonly sesLimits: SesLimits;
  /** Crier's own events, oldest first. */
  readonly events: readonly BusEvent[];
  readonly log: readonly LogLine[];
  readonly failures: readonly Failure[];
  /** What people would be told, oldest first. */
  readonly notices: readonly Notice[];
  /** Calls that a function's role doesn't grant. */
  readonly denials: readonly Denial[];
  deadLetters(): Promise<DeadLetter[]>;
  /** The schedules that stand, by group and name. */
  schedules(): Schedule[];
  /** Ends everything and leaves nothing open. */
  stop(): Promise<void>;
}

let isRunning = false;

/**
 * Starts the embedded cloud from the synthesized template.
 * @throws Error when an `AWS_ENDPOINT_URL_…` leads away from this machine, when the template holds what the cloud
 * doesn't know, or when a function can't be built from what the template gives it.
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
    return { ...(await build(options, { outside, undo })), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function build(
  options: CloudOptions,
  { outside, undo }: { outside: Partial<Endpoints>; undo: (() => unknown)[] },
): Promise<Omit<Cloud, 'stop'>> {
  const clock = options.clock ?? virtualClock(Temporal.Now.instant());
  const access = accessBook();
  const plans = agenda();
  const log: LogLine[] = [];
  const failures: Failure[] = [];
  const notices: Notice[] = [];
  const onFailure = (where: string, what: string) => {
    const failure = { at: clock.now(), where, what };
    failures.push(failure);
    options.onFailure?.(failure);
  };

  const bundleDir =
    options.functions === 'bundled' ? await mkdtemp(join(tmpdir(), 'crier-bundles-')) : undefined;
  if (bundleDir) undo.push(() => rmSync(bundleDir, { recursive: true, force: true }));
  const template = readTemplate(
    synthesize({
      ...(options.launch && { launchName: options.launch.name, sender: options.launch.sender }),
      ...(bundleDir && { bundleInto: bundleDir }),
    }),
  );
  checkTypes(template);

  const feedback = sesFeedback(
    template,
    { clock, agenda: plans, bridge: () => services.eventBridge },
    options.ses ?? {},
  );
  const configurationSets = new Set(template.ofType('AWS::SES::ConfigurationSet').map(({ name }) => name));
  const services = await startServices({
    clock,
    access,
    outside,
    ports: options.ports ?? {},
    ...(options.dataDir && { dataDir: options.dataDir }),
    ...(options.scheduleDeliveries && { scheduleDeliveries: options.scheduleDeliveries }),
    ses: {
      ...options.ses,
      configurationSets,
      onAccepted: (mail) => {
        options.ses?.onAccepted?.(mail);
        feedback(mail);
      },
    },
    callTarget: (schedule, input) => callTarget(schedule, input),
    onObjectCreated: (object) => objectCreated(object, services.eventBridge),
  });
  undo.push(() => services.close());

  const functions = new Map<string, LocalFunction>();
  const find = (name: string) =>
    functions.get(name) ?? [...functions.values()].find((fn) => fn.name === name || fn.arn === name);
  const invoke = async (fn: LocalFunction, event: unknown): Promise<InvokeOutcome> => {
    const outcome = await fn.invoke(event);
    if (!outcome.ok) onFailure(fn.id, `${outcome.error.errorType}: ${outcome.error.errorMessage}`);
    return outcome;
  };
  const lambda = await startLambdaApi({
    ...(options.ports?.LAMBDA !== undefined && { port: options.ports.LAMBDA }),
    access,
    find,
    invoke,
    invokeLater: (fn, event) => invokeLater(fn, event),
  });
  undo.push(() => lambda.close());

  const endpoints: Endpoints = {
    DYNAMODB: services.dynamoDb?.url ?? '',
    S3: services.s3Sqs?.url ?? '',
    SQS: services.s3Sqs?.url ?? '',
    SES: services.ses?.url ?? '',
    EVENTBRIDGE: services.eventBridge.url,
    SCHEDULER: services.scheduler.url,
    LAMBDA: lambda.url,
    ...outside,
  };
  undo.push(pointSdkAt(endpoints, { outside, environment: process.env }));

  const db = new DynamoDBClient();
  const s3 = new S3Client({ forcePathStyle: true });
  const sqs = new SQSClient({ useQueueUrlAsEndpoint: false, cacheMiddleware: true });
  undo.push(() => [db, s3, sqs].map((client) => client.destroy()));
  const [queueUrls] = await Promise.all([
    createQueues(template, sqs),
    createTables(template, db),
    createBuckets(template, s3),
  ]);
  const grants = readGrants(template, access);
  const sender = sqsSender(sqs);
  const send = async (queueArn: string, body: string) => {
    const url = queueUrls.get(queueArn);
    if (url) await sender.send(url, body);
  };
  const invokeLater = laterInvoker(template, { clock, agenda: plans, invoke, send });
  const callTarget = scheduleTarget({ find, grants, send, invokeLater, onFailure });

  const onLog = (line: LogLine) => {
    log.push(line);
    options.onLog?.(line);
  };
  const loaded = await loadFunctions(template, { clock, onLog, ...(bundleDir && { bundleDir }) });
  for (const [id, fn] of loaded) functions.set(id, fn);
  const wired = {
    functions,
    queueUrls,
    topics: new Set(template.ofType('AWS::SNS::Topic').map(({ arn }) => arn)),
    grants,
    sender,
    invokeLater,
    onFailure,
    onNotice: (text: string) => {
      notices.push({ at: clock.now(), text });
      options.onNotice?.(text);
    },
  };
  wireRules(template, services.eventBridge, wired);
  wireSchedules(template, services.scheduler);
  const workers = wireQueues(template, wired, {
    client: sqs,
    clock,
    delayedUntil: (messageId) => services.s3Sqs?.delayedUntil(messageId),
    onDeadLetter: (queueArn) => onFailure(queueArn, 'a message went to the dead letters'),
  });
  undo.push(() => workers.map((worker) => worker.stop()));

  const told = async () => services.s3Sqs?.told();
  const machinery = { agenda: plans, scheduler: services.scheduler, workers, told };
  const runner = isVirtual(clock) ? virtualRunner(machinery, { clock, changes: () => access.changes }) : null;
  if (!runner)
    undo.push(runLive(machinery, { clock, onError: (error) => onFailure('cloud', String(error)) }));
  const virtual = () => {
    if (!runner) throw new Error('Cannot move time because the clock must be virtual: it is the machine’s');
    return runner;
  };
  const inbox: Bucket = bucketOf(
    template.ofType('AWS::S3::Bucket').find(({ id }) => id === 'InboxBucket')!.name,
    s3,
  );

  return {
    clock,
    endpoints,
    bucket: inbox.name,
    env: Object.assign({}, ...[...functions.values()].map(({ env }) => env)),
    settle: () => virtual().settle(),
    advanceTo: (instant) => virtual().advanceTo(Temporal.Instant.from(instant)),
    invoke: async (functionId, event) => {
      const fn = find(functionId);
      if (!fn) throw new Error(`Cannot invoke ${functionId} because the template must hold it`);
      const outcome = await invoke(fn, event);
      if (outcome.ok) return outcome.result;
      throw Object.assign(new Error(outcome.error.errorMessage), { name: outcome.error.errorType });
    },
    put: async (key, content) => {
      const object = await inbox.put(key, content);
      // An S3 outside has no way to tell our bus.
      if (outside.S3) await objectCreated({ ...object, at: clock.now() }, services.eventBridge);
    },
    read: inbox.read,
    outbox: services.ses?.outbox ?? [],
    sesLimits: services.ses?.limits ?? { maxSendRate: 0, max24HourSend: 0 },
    events: services.eventBridge.events,
    log,
    failures,
    notices,
    denials: access.denials,
    deadLetters: () => readDeadLetters(template, { client: sqs, queueUrls }),
    schedules: () => services.scheduler.list(),
  };
}
