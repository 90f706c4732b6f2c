import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { Temporal } from 'temporal-polyfill';
import { EXAMPLE } from '../../infra/settings.ts';
import type { Listening } from '../lib/listen.ts';
import { type Bucket, bucketOf, inboxNameOf } from './bucket.ts';
import { clearOutside } from './clear-outside.ts';
import { agenda } from './clock/agenda.ts';
import { virtualClock } from './clock/clock.ts';
import type { Cloud, CloudOptions } from './cloud.ts';
import { startConsole } from './console/console.ts';
import { readDeadLetters } from './dead-letters.ts';
import { type Endpoints, pointSdkAt } from './endpoints.ts';
import { scheduleTarget } from './events/schedule-target.ts';
import type { CallTarget } from './events/scheduler.ts';
import { accessBook } from './iam/access.ts';
import { readGrants } from './iam/grants.ts';
import { journal } from './journal.ts';
import { type LambdaApiOptions, startLambdaApi } from './lambda/api.ts';
import { laterInvoker } from './lambda/invoke-later.ts';
import { functionBook } from './lambda/registry.ts';
import { type KeptData, openKeptData } from './persistence/kept-data.ts';
import { checkTypes, corsOf, createBuckets, createQueues, createTables } from './resources.ts';
import { objectCreated } from './s3-sqs/object-created.ts';
import { sqsSender } from './s3-sqs/sqs-sender.ts';
import { type Services, startServices } from './services.ts';
import { sesFeedback } from './ses/feedback.ts';
import type { OutboxMail } from './ses/ses.ts';
import type { Clients, Site } from './site.ts';
import { startMachinery } from './start-machinery.ts';
import { synthesize } from './template/synthesize.ts';
import { readTemplate, type Template } from './template/template.ts';
import { loadFunctions, type Wired, wireRules, wireSchedules } from './wiring.ts';

/** What services call that start before it stands. */
interface Late {
  callTarget: CallTarget;
  invokeLater: LambdaApiOptions['invokeLater'];
}

/** Builds a cloud step by step; `undo` gets what ends it, also when a step fails. */
export async function buildCloud(
  options: CloudOptions,
  { outside, undo }: Pick<Site, 'outside' | 'undo'>,
): Promise<Omit<Cloud, 'stop'>> {
  const clock = options.clock ?? virtualClock(Temporal.Now.instant());
  const book = journal(clock, options);
  const functions = functionBook(book.failed);
  const access = accessBook();
  const site: Site = { options, clock, access, plans: agenda(), journal: book, functions, outside, undo };
  const { template, bundleDir } = await makeTemplate(site);
  const late: Late = { callTarget: tooEarly, invokeLater: tooEarly };
  const launch = options.launch?.name ?? EXAMPLE.name;
  const kept = options.dataDir ? openKeptData(options.dataDir, { launch, template, clock }) : null;
  undo.push(() => kept?.close());
  const { services, feedback } = await startAll(site, { template, late, kept });
  const lambda = await startLambda(site, late);
  const endpoints = endpointsOf(services, { lambda, outside });
  undo.push(pointSdkAt(endpoints, { outside, environment: process.env }));
  const clients = makeClients(site);
  if (!options.keepOutside) {
    await clearOutside(template, clients, outside);
    undo.push(() => clearOutside(template, clients, outside));
  }
  const {
    url: consoleUrl,
    signIn,
    close,
  } = await startConsole(template, {
    functions,
    ...(options.ports && { ports: options.ports }),
  });
  undo.push(close);
  const wired = await makeResources(site, { template, clients, late });
  const places = { inbox: `${endpoints.SES}/inbox`, ...options.places };
  const beside = services.ses ? { CRIER_REHEARSAL: JSON.stringify(places) } : {};
  const loading = { clock, onLog: book.logged, beside, ...(bundleDir && { bundleDir }) };
  for (const fn of await loadFunctions(template, loading)) functions.add(fn);
  wireRules(template, services.eventBridge, wired);
  wireSchedules(template, services.scheduler);
  await kept?.retell({ bridge: services.eventBridge, feedback });
  kept?.finish();
  const runner = startMachinery(site, { template, services, clients, wired, kept });
  const inbox = bucketOf(inboxNameOf(template), clients.s3);
  return {
    clock,
    endpoints,
    console: consoleUrl,
    signIn,
    bucket: inbox.name,
    env: Object.assign({}, ...functions.all().map(({ env }) => env)),
    settle: () => runner().settle(),
    advanceTo: (instant) => runner().advanceTo(Temporal.Instant.from(instant)),
    invoke: (functionId, event) => functions.call(functionId, event),
    put: (key, content) => put(key, { content, inbox, site, services }),
    read: inbox.read,
    outbox: services.ses?.outbox ?? [],
    sesLimits: services.ses?.limits ?? { maxSendRate: 0, max24HourSend: 0 },
    events: services.eventBridge.events,
    log: book.log,
    failures: book.failures,
    notices: book.notices,
    denials: access.denials,
    deadLetters: () => readDeadLetters(template, { client: clients.sqs, queueUrls: wired.queueUrls }),
    schedules: () => services.scheduler.list(),
  };
}

function tooEarly(): never {
  throw new Error('Cannot call a function because the cloud is not built yet');
}

async function makeTemplate({ options, undo }: Site): Promise<{ template: Template; bundleDir?: string }> {
  const bundled = options.functions === 'bundled';
  const bundleDir = bundled ? await mkdtemp(join(tmpdir(), 'crier-bundles-')) : undefined;
  if (bundleDir) undo.push(() => rmSync(bundleDir, { recursive: true, force: true }));
  const { name, sender } = options.launch ?? {};
  const stacks = synthesize({
    ...(name && { launchName: name }),
    ...(sender && { sender }),
    ...(bundleDir && { bundleInto: bundleDir }),
  });
  const template = readTemplate(stacks);
  checkTypes(template);
  return { template, ...(bundleDir && { bundleDir }) };
}

async function startAll(
  { options, clock, access, plans, journal, outside, undo }: Site,
  { template, late, kept }: { template: Template; late: Late; kept: KeptData | null },
): Promise<{ services: Services; feedback: (mail: OutboxMail) => void }> {
  const bridge = () => services.eventBridge;
  const feedback = sesFeedback(
    template,
    { clock, agenda: plans, bridge, handled: kept?.handled },
    options.ses ?? {},
  );
  const services = await startServices({
    clock,
    access,
    outside,
    ports: options.ports ?? {},
    ...(kept && { kept }),
    ...(options.scheduleDeliveries && { scheduleDeliveries: options.scheduleDeliveries }),
    ses: {
      ...options.ses,
      configurationSets: new Set(template.ofType('AWS::SES::ConfigurationSet').map(({ name }) => name)),
      onAccepted: (mail) => {
        options.ses?.onAccepted?.(mail);
        feedback(mail);
      },
    },
    callTarget: (schedule, input) => late.callTarget(schedule, input),
    onObjectCreated: (object) => objectCreated(object, services.eventBridge),
    corsOf: (bucket) => corsOf(template, bucket),
    onError: (where, error) => journal.failed(where, String(error)),
  });
  undo.push(() => services.close());
  return { services, feedback };
}

async function startLambda({ options, access, functions, undo }: Site, late: Late): Promise<Listening> {
  const lambda = await startLambdaApi({
    ...(options.ports?.LAMBDA !== undefined && { port: options.ports.LAMBDA }),
    access,
    find: functions.find,
    invoke: functions.invoke,
    invokeLater: (fn, event) => late.invokeLater(fn, event),
  });
  undo.push(() => lambda.close());
  return lambda;
}

function endpointsOf(
  services: Services,
  { lambda, outside }: { lambda: Listening; outside: Partial<Endpoints> },
): Endpoints {
  return {
    DYNAMODB: services.dynamoDb?.url ?? '',
    S3: services.s3Sqs?.url ?? '',
    SQS: services.s3Sqs?.url ?? '',
    SES: services.ses?.url ?? '',
    EVENTBRIDGE: services.eventBridge.url,
    SCHEDULER: services.scheduler.url,
    LAMBDA: lambda.url,
    ...outside,
  };
}

function makeClients({ undo }: Site): Clients {
  const clients = {
    db: new DynamoDBClient(),
    s3: new S3Client({ forcePathStyle: true }),
    sqs: new SQSClient({ useQueueUrlAsEndpoint: false, cacheMiddleware: true }),
  };
  undo.push(() => {
    for (const client of Object.values(clients)) client.destroy();
  });
  return clients;
}

async function makeResources(
  { clock, access, plans, journal, functions }: Site,
  { template, clients, late }: { template: Template; clients: Clients; late: Late },
): Promise<Wired> {
  const [queueUrls] = await Promise.all([
    createQueues(template, clients.sqs),
    createTables(template, clients.db),
    createBuckets(template, clients.s3),
  ]);
  const grants = readGrants(template, access);
  const sender = sqsSender(clients.sqs);
  const send = async (queueArn: string, body: string) => {
    const url = queueUrls.get(queueArn);
    if (url) await sender.send(url, body);
  };
  const { find, invoke } = functions;
  const invokeLater = laterInvoker(template, { clock, agenda: plans, invoke, send });
  late.invokeLater = invokeLater;
  late.callTarget = scheduleTarget({ find, grants, send, invokeLater, onFailure: journal.failed });
  const topics = new Set(template.ofType('AWS::SNS::Topic').map(({ arn }) => arn));
  return {
    functions,
    queueUrls,
    topics,
    grants,
    sender,
    invokeLater,
    onFailure: journal.failed,
    onNotice: journal.noticed,
  };
}

async function put(
  key: string,
  to: { content: Uint8Array | string; inbox: Bucket; site: Site; services: Services },
): Promise<void> {
  const object = await to.inbox.put(key, to.content);
  // An S3 outside has no way to tell our bus.
  if (to.site.outside.S3)
    await objectCreated({ ...object, at: to.site.clock.now() }, to.services.eventBridge);
}
