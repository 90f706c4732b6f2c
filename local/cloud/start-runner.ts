import { isVirtual } from './clock/clock.ts';
import { isMovable } from './clock/movable.ts';
import type { NewEvent } from './events/buses.ts';
import { makeBusOutside } from './events/outside-bus.ts';
import { firedHere } from './events/outside-schedules.ts';
import type { BusEvent } from './events/pattern.ts';
import type { Clients } from './make-clients.ts';
import { runLive } from './runner/live.ts';
import { movableRunner } from './runner/movable.ts';
import type { QueueWorker } from './runner/queue-worker.ts';
import { type VirtualRunner, virtualRunner } from './runner/virtual.ts';
import { wireQueues } from './runner/wire-queues.ts';
import type { Services } from './services.ts';
import type { Site } from './site.ts';
import type { Targets } from './targets.ts';

interface Parts {
  readonly services: Services;
  readonly targets: Targets;
  readonly clients: Clients;
}

/**
 * Starts what works off the queues, the schedules and the agenda; `undo` ends it.
 * @returns the runner that moves the clock. It throws an Error when the clock is the machine's.
 */
export async function startRunner(site: Site, parts: Parts): Promise<() => VirtualRunner> {
  const { clock, access, agenda, journal, outside, template, undo } = site;
  const { s3Sqs, scheduler: embedded } = parts.services;
  const workers = [...startWorkers(site, parts), ...(await startBusWorkers(site, parts))];
  const scheduler = outside.SCHEDULER
    ? firedHere(parts.clients.scheduler, { scheduler: embedded, template })
    : embedded;
  const machinery = { agenda, scheduler, workers, announced: async () => s3Sqs?.announced() };
  const changes = () => access.changes;
  if (isVirtual(clock)) {
    const runner = virtualRunner(machinery, { clock, changes });
    return () => runner;
  }
  const onError = (error: unknown) => journal.failed('cloud', String(error));
  if (isMovable(clock)) {
    const runner = movableRunner(machinery, { clock, changes, onError });
    undo.push(runner.stop);
    return () => runner;
  }
  undo.push(runLive(machinery, { clock, onError }).stop);
  return () => {
    throw new Error('Cannot move time because the clock must be virtual: it is the machine’s');
  };
}

function startWorkers(
  { clock, functions, journal, kept, outside, template, undo }: Site,
  { services: { s3Sqs }, targets: { queueUrls }, clients: { sqs } }: Parts,
): QueueWorker[] {
  const options = {
    client: sqs,
    clock,
    delayedUntil: (messageId: string) => s3Sqs?.delayedUntil(messageId),
    hiddenByReceipt: (receiptHandle: string) => s3Sqs?.hiddenByReceipt(receiptHandle),
    takeLineage: (messageId: string) => s3Sqs?.takeLineage(messageId) ?? [],
    sendsTo: (queueUrl: string) => (outside.SQS ? undefined : s3Sqs?.sendsTo(queueUrl)),
    sendOrWait: async (queueUrl: string, milliseconds: number) => s3Sqs?.sendOrWait(queueUrl, milliseconds),
    onDeadLetter: (queueArn: string) => journal.failed(queueArn, 'a message went to the dead letters'),
    ...(kept && { onHandled: kept.handled.note }),
  };
  const workers = wireQueues(template, { functions, queueUrls, options });
  undo.push(() => workers.map((worker) => worker.stop()));
  return workers;
}

/** Hands on what is put on the template's buses outside. Its own queues can be told about events only by SQS outside. */
async function startBusWorkers(
  { outside, template, undo }: Site,
  { services: { eventBridge }, clients }: Parts,
): Promise<Pick<QueueWorker, 'work' | 'next'>[]> {
  if (!outside.EVENTBRIDGE || !outside.SQS) return [];
  const made = template.ofType('AWS::Events::EventBus').map(async ({ name }) => {
    const bus = await makeBusOutside(name, clients);
    undo.push(bus.remove);
    const work = async () => {
      const events = await bus.take();
      for (const event of events) await eventBridge.put(name, newEventOf(event));
      return events.length > 0;
    };
    return { work, next: () => null };
  });
  return Promise.all(made);
}

function newEventOf({ source, 'detail-type': detailType, detail }: BusEvent): NewEvent {
  return { source, detailType, detail };
}
