import type { Clock } from '../../functions/lib/clock.ts';
import type { Listening } from '../lib/listen.ts';
import { isVirtual } from './clock/clock.ts';
import { isMovable } from './clock/movable.ts';
import { startDynamoDb } from './dynamodb/dynamodb.ts';
import type { Endpoints, Service } from './endpoints.ts';
import { type EventBridge, startEventBridge } from './events/eventbridge.ts';
import { type CallTarget, type Scheduler, startScheduler } from './events/scheduler.ts';
import type { AccessBook } from './iam/access.ts';
import { type InFlight, watchInFlight } from './in-flight.ts';
import type { KeptData } from './persistence/kept-data.ts';
import type { CorsRule } from './s3-sqs/cors.ts';
import type { StoredObject } from './s3-sqs/s3-requests.ts';
import { type S3Sqs, startS3Sqs } from './s3-sqs/s3-sqs.ts';
import { type Ses, type SesOptions, startSes } from './ses/ses.ts';

export interface ServicesOptions {
  readonly clock: Clock;
  readonly access: AccessBook;
  /** Services that run elsewhere. */
  readonly outside: Partial<Endpoints>;
  /** Wished ports. */
  readonly ports: Partial<Record<Service, number>>;
  /** Where data are kept; in memory without it. */
  readonly kept?: KeptData;
  readonly ses: Omit<SesOptions, 'clock' | 'access' | 'port' | 'timeOut'>;
  readonly scheduleDeliveries?: number;
  readonly callTarget: CallTarget;
  readonly onObjectCreated: (object: StoredObject) => Promise<void>;
  /** A bucket's rules for browsers. */
  readonly corsOf: (bucket: string) => readonly CorsRule[];
  readonly onError: (where: string, error: unknown) => void;
}

/** The embedded services, listening. */
export interface Services {
  readonly dynamoDb: Listening | null;
  readonly s3Sqs: S3Sqs | null;
  readonly ses: Ses | null;
  readonly eventBridge: EventBridge;
  readonly scheduler: Scheduler;
  close(): Promise<void>;
}

/** How long the functions wait for SES. */
const SES_TIME_OUT_MILLISECONDS = 10_000;

/** Starts what isn't outside. EventBridge and Scheduler run always: they connect the others. */
export async function startServices(options: ServicesOptions): Promise<Services> {
  const { clock, access, outside, ports } = options;
  const common = (service: Service) => ({
    clock,
    access,
    ...(ports[service] !== undefined && { port: ports[service] }),
  });
  const started: Listening[] = [];
  const keep = <One extends Listening>(one: One): One => {
    started.push(one);
    return one;
  };
  const inFlight = watchInFlight((host) =>
    [...started.map(({ url }) => url), ...Object.values(outside)].some((url) => new URL(url).host === host),
  );
  const close = async () => {
    inFlight.stop();
    await Promise.all(started.map((one) => one.close()));
  };
  try {
    const dynamoDb = outside.DYNAMODB
      ? null
      : keep(
          await startDynamoDb({ ...common('DYNAMODB'), ...(options.kept && { path: options.kept.tables }) }),
        );
    const s3Sqs =
      outside.S3 && outside.SQS
        ? null
        : keep(
            await startS3Sqs({
              ...common('S3'),
              ...(options.kept && { files: options.kept.objects }),
              onObjectCreated: options.onObjectCreated,
              corsOf: options.corsOf,
              onError: (error) => options.onError('S3', error),
            }),
          );
    const timeOut = isVirtual(clock) ? { timeOut: timeOutBy(clock, inFlight) } : {};
    const kept = options.kept && { kept: options.kept.outbox };
    const ses = outside.SES
      ? null
      : keep(await startSes({ ...options.ses, ...kept, ...common('SES'), ...timeOut }));
    const eventBridge = keep(await startEventBridge(common('EVENTBRIDGE')));
    const scheduler = keep(
      await startScheduler({
        ...common('SCHEDULER'),
        call: options.callTarget,
        ...(options.scheduleDeliveries && { deliveries: options.scheduleDeliveries }),
      }),
    );
    if (isVirtual(clock) || isMovable(clock)) clock.holdUntil(() => inFlight.settled());
    return { dynamoDb, s3Sqs, ses, eventBridge, scheduler, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Nobody waits for a virtual time-out: the clock moves on, and the caller's request ends as a time-out ends. */
function timeOutBy(clock: Clock, inFlight: InFlight): NonNullable<SesOptions['timeOut']> {
  return (headers) => {
    if (isVirtual(clock)) clock.moveTo(clock.now().add({ milliseconds: SES_TIME_OUT_MILLISECONDS }));
    const request = inFlight.find('amz-sdk-invocation-id', String(headers['amz-sdk-invocation-id']));
    const error = new Error(`Connection timed out after ${SES_TIME_OUT_MILLISECONDS} ms`);
    request?.destroy(Object.assign(error, { code: 'ETIMEDOUT' }));
  };
}
