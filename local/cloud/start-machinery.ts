import { isVirtual } from './clock/clock.ts';
import { isMovable } from './clock/movable.ts';
import type { KeptData } from './persistence/kept-data.ts';
import { runLive } from './runner/live.ts';
import { movableRunner } from './runner/movable.ts';
import { type VirtualRunner, virtualRunner } from './runner/runner.ts';
import type { Services } from './services.ts';
import type { Clients, Site } from './site.ts';
import type { Template } from './template/template.ts';
import { type Wired, wireQueues } from './wiring.ts';

/** Starts what works on queues and schedules. @returns the runner of a clock that can be moved; it throws when the clock is the machine's. */
export function startMachinery(
  { clock, access, plans, journal, outside, undo }: Site,
  on: { template: Template; services: Services; clients: Clients; wired: Wired; kept: KeptData | null },
): () => VirtualRunner {
  const { template, services, clients, wired, kept } = on;
  const { scheduler, s3Sqs } = services;
  const workers = wireQueues(template, wired, {
    client: clients.sqs,
    clock,
    delayedUntil: (messageId) => s3Sqs?.delayedUntil(messageId),
    sendsTo: (queueUrl) => (outside.SQS ? undefined : s3Sqs?.sendsTo(queueUrl)),
    ...(kept && { onHandled: kept.handled.note }),
    onDeadLetter: (queueArn) => journal.failed(queueArn, 'a message went to the dead letters'),
  });
  undo.push(() => workers.map((worker) => worker.stop()));
  const machinery = { agenda: plans, scheduler, workers, told: async () => s3Sqs?.told() };
  if (isVirtual(clock)) {
    const runner = virtualRunner(machinery, { clock, changes: () => access.changes });
    return () => runner;
  }
  const onError = (error: unknown) => journal.failed('cloud', String(error));
  if (isMovable(clock)) {
    const runner = movableRunner(machinery, { clock, changes: () => access.changes, onError });
    undo.push(runner.stop);
    return () => runner;
  }
  undo.push(runLive(machinery, { clock, onError }).stop);
  return () => {
    throw new Error('Cannot move time because the clock must be virtual: it is the machine’s');
  };
}
