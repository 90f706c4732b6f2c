import type { Clock } from '../../functions/lib/clock.ts';
import type { Listening } from '../lib/listen.ts';
import { isVirtual } from './clock/clock.ts';
import { type InFlight, watchInFlight } from './clock/in-flight.ts';
import { isMovable } from './clock/movable.ts';
import { startCognito } from './cognito/cognito.ts';
import { type LocalUserPool, localUserPool } from './cognito/user-pool.ts';
import { checkTables } from './dynamodb/check-tables.ts';
import { startDynamoDb } from './dynamodb/dynamodb.ts';
import type { Endpoints, Service } from './endpoints.ts';
import { type EventBridge, startEventBridge } from './events/eventbridge.ts';
import { type CallTarget, type Scheduler, startScheduler } from './events/scheduler.ts';
import { type CheckSignature, signatureChecker } from './iam/signature.ts';
import { type InvokeLater, startLambdaApi } from './lambda/api.ts';
import { bucketPolicies } from './s3-sqs/bucket-policies.ts';
import { corsOf } from './s3-sqs/cors.ts';
import { objectCreated } from './s3-sqs/object-created.ts';
import { type S3Sqs, startS3Sqs } from './s3-sqs/s3-sqs.ts';
import { type Feedback, sesFeedback } from './ses/feedback.ts';
import { type Ses, type SesOptions, startSes } from './ses/ses.ts';
import type { Site } from './site.ts';
import { type LocalTrail, startTrail } from './trail/trail.ts';

/** The embedded services, listening; `null` for one that runs elsewhere. */
export interface Services {
  readonly dynamoDb: Listening | null;
  readonly s3Sqs: S3Sqs | null;
  readonly ses: Ses | null;
  readonly eventBridge: EventBridge;
  readonly scheduler: Scheduler;
  readonly lambda: Listening;
  readonly cognito: Listening;
  /** The accounts of the console's people. */
  readonly userPool: LocalUserPool;
  /** Publishes what becomes of emails that SES took. */
  readonly feedback: Feedback;
}

/** How services reach functions. It is set after they have started, for it needs the queues, which are made in them. */
export interface Calls {
  callTarget: CallTarget;
  invokeLater: InvokeLater;
  /** Where the console listens; `null` before it does. Its pages upload to S3. */
  consoleOrigin: string | null;
}

type Started<Name extends keyof Services> = Promise<Services[Name]>;
type Start = <One extends Listening>(starting: Promise<One>) => Promise<One>;
type Common = (
  service: Service,
) => Pick<Site, 'clock' | 'access'> & { port: number; checkSignature: CheckSignature };

const CONSOLE_ENTRY = 'functions/console/console.lambda.ts';

/** How long the functions wait for SES. */
const SES_TIMEOUT_MILLISECONDS = 10_000;

/**
 * Starts each service that doesn't run elsewhere; `undo` closes them. EventBridge, Scheduler and Lambda always run
 * here: they connect the others. So does Cognito, by which people sign in.
 */
export async function startServices(site: Site, calls: Calls): Promise<Services> {
  const { clock, access, outside, undo, functions, options } = site;
  const hosts = new Set(Object.values(outside).map((url) => new URL(url).host));
  const inFlight = watchInFlight((host) => hosts.has(host));
  undo.push(inFlight.stop);
  const start: Start = async (starting) => {
    const one = await starting;
    hosts.add(new URL(one.url).host);
    undo.push(() => one.close());
    return one;
  };
  const checkSignature = signatureChecker(site.credentials);
  const common: Common = (service) => ({
    clock,
    access,
    checkSignature,
    port: options.ports?.[service] ?? 0,
  });

  const eventBridge = await start(startEventBridge(common('EVENTBRIDGE')));
  const trail = startTrail(site, eventBridge);
  const feedback = sesFeedback(site, { buses: eventBridge, options: options.ses ?? {} });
  const userPool = localUserPool(site.template, site.kept?.accounts);
  const services = {
    eventBridge,
    feedback,
    dynamoDb: await startTables(site, { start, common }),
    s3Sqs: await startFilesAndQueues(site, { start, common, eventBridge, trail, calls }),
    ses: await startMail(site, { start, common, feedback, inFlight }),
    scheduler: await start(
      startScheduler({
        ...common('SCHEDULER'),
        call: (schedule, input) => calls.callTarget(schedule, input),
        deliveries: options.scheduleDeliveries ?? 1,
      }),
    ),
    lambda: await start(
      startLambdaApi({
        ...common('LAMBDA'),
        find: functions.find,
        invoke: functions.invoke,
        invokeLater: (...call) => calls.invokeLater(...call),
        onInvoke: trail.invoked,
      }),
    ),
    cognito: await start(startCognito({ ...common('COGNITO_IDENTITY_PROVIDER'), pool: userPool })),
    userPool,
  };
  if (isVirtual(clock) || isMovable(clock)) clock.holdUntil(() => inFlight.settled());
  return services;
}

async function startTables(
  { outside, kept }: Site,
  { start, common }: { start: Start; common: Common },
): Started<'dynamoDb'> {
  if (outside.DYNAMODB) return null;
  if (kept) await checkTables(kept.tables);
  return start(startDynamoDb({ ...common('DYNAMODB'), ...(kept && { path: kept.tables }) }));
}

async function startFilesAndQueues(
  { outside, kept, template, journal, credentials }: Site,
  to: { start: Start; common: Common; eventBridge: EventBridge; trail: LocalTrail; calls: Calls },
): Started<'s3Sqs'> {
  if (outside.S3 && outside.SQS) return null;
  const { start, common, eventBridge, trail, calls } = to;
  return start(
    startS3Sqs({
      ...common('S3'),
      ...(kept && { files: kept.objects }),
      onObjectCreated: async (object) => {
        trail.wrote(object);
        await objectCreated(object, eventBridge);
      },
      credentials,
      origins: () => (calls.consoleOrigin ? [calls.consoleOrigin] : []),
      policies: bucketPolicies(template),
      ...signerOf(template),
      corsOf: (bucket) => corsOf(template, bucket),
      onError: (error) => journal.failed('S3', String(error)),
    }),
  );
}

/** Only the console signs for browsers. */
function signerOf(template: Site['template']): { signer?: string } {
  const functions = template.ofType('AWS::Lambda::Function');
  const found = functions.find(({ metadata }) => metadata['crier:entry'] === CONSOLE_ENTRY);
  return found ? { signer: found.id } : {};
}

async function startMail(
  { clock, outside, kept, template, pageKey, options: { ses } }: Site,
  to: { start: Start; common: Common; feedback: Services['feedback']; inFlight: InFlight },
): Started<'ses'> {
  if (outside.SES) return null;
  const { start, common, feedback, inFlight } = to;
  return start(
    startSes({
      ...ses,
      ...common('SES'),
      pageKey,
      ...(kept && { kept: kept.outbox }),
      ...(isVirtual(clock) && { timeOut: timeOutBy(clock, inFlight) }),
      configurationSets: new Set(template.ofType('AWS::SES::ConfigurationSet').map(({ name }) => name)),
      onAccepted: (mail) => {
        ses?.onAccepted?.(mail);
        feedback.publish(mail);
      },
    }),
  );
}

/** A virtual time-out takes no real time: the clock moves on, and the caller's request fails as a time-out fails. */
function timeOutBy(clock: Clock, inFlight: InFlight): NonNullable<SesOptions['timeOut']> {
  return (headers) => {
    if (isVirtual(clock)) clock.moveTo(clock.now().add({ milliseconds: SES_TIMEOUT_MILLISECONDS }));
    const request = inFlight.find('amz-sdk-invocation-id', String(headers['amz-sdk-invocation-id']));
    const error = new Error(`Connection timed out after ${SES_TIMEOUT_MILLISECONDS} ms`);
    request?.destroy(Object.assign(error, { code: 'ETIMEDOUT' }));
  };
}

/** Where each service listens, here or elsewhere. */
export function endpointsOf(services: Services, outside: Partial<Endpoints>): Endpoints {
  return {
    DYNAMODB: services.dynamoDb?.url ?? '',
    S3: services.s3Sqs?.url ?? '',
    SQS: services.s3Sqs?.url ?? '',
    SES: services.ses?.url ?? '',
    EVENTBRIDGE: services.eventBridge.url,
    SCHEDULER: services.scheduler.url,
    LAMBDA: services.lambda.url,
    ...outside,
    COGNITO_IDENTITY_PROVIDER: services.cognito.url,
  };
}
