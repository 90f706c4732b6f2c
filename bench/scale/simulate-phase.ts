import pLimit from 'p-limit';
import type { Mailer } from '../../functions/aws/ses.ts';
import { preflight } from '../../functions/domain/run/preflight.ts';
import { SEND_TIMEOUT_SECONDS } from '../../functions/domain/run/timeouts.ts';
import { ENV } from '../../functions/lib/env.ts';
import { feedbackRecorder } from '../../functions/record-feedback/record-feedback.lambda.ts';
import { chunkSender } from '../../functions/send-email/chunk-sender.ts';
import { sendServices } from '../../functions/send-email/services.ts';
import { enqueueAudience } from '../../functions/start-phase/enqueue-audience.ts';
import { consume, type Invocations } from './consumers.ts';
import { chunkQueueOf, type PhaseSize, RUN, SILENT, startServices, type World, worldOf } from './world.ts';

/** What a simulated phase came to. Times in seconds from its start; units are DynamoDB's write units. */
export interface SimulatedPhase {
  readonly emails: number;
  /** As preflight reckons it, before the first email. */
  readonly reckoned: number;
  /** The whole audience is queued. */
  readonly enqueued: number;
  readonly firstEmail: number;
  readonly lastEmail: number;
  /** All of SES's events are in the log. */
  readonly recorded: number;
  /** The most events that waited at once. */
  readonly waitingEvents: number;
  readonly writeUnits: number;
  /** Of them, those of the send gate's item. */
  readonly gateUnits: number;
  /** The most units of a second: of the send gate's item, a run's items, one shard of the log, and both tables. */
  readonly peaks: Readonly<Record<'gate' | 'run' | 'shard' | 'delivery' | 'log', number>>;
  readonly sender: Readonly<Invocations>;
  readonly recorder: Readonly<Invocations>;
}

/** How start-phase queued an audience: the seconds it took, and the most write units of a second on the run's items. */
export interface SimulatedStart {
  readonly filers: number;
  readonly seconds: number;
  readonly mostUnits: number;
}

/** Lambda's CPU for an email: a sender of 1,024 MB makes 300 a second. See the setting `senders`. */
const EMAIL_MILLISECONDS = 1000 / 300;

/**
 * Plays a phase on a virtual clock: start-phase enqueues its audience, senders send it at the rate that SES allows,
 * record-feedback records two events an email. All of it is the functions' own code, on their own tables.
 */
export async function simulatePhase(size: PhaseSize): Promise<SimulatedPhase> {
  const world = await worldOf(size);
  const { clock, meter, ses, queues, limits } = world;
  const began = clock.now().epochMilliseconds;
  const since = (at = clock.now().epochMilliseconds) => (at - began) / 1000;
  const sender = { count: 0, milliseconds: 0 };
  const recorder = { count: 0, milliseconds: 0 };
  const working = [...senders(world, sender), ...recorders(world, recorder)];
  await start(world);
  const enqueued = since();
  await ses.sent(size.filers);
  queues.chunks.close();
  await ses.told();
  queues.events.close();
  await Promise.all(working);
  const { gate, run, shard, delivery, log } = partitionsOf(world);
  return {
    emails: ses.starts.length,
    reckoned: preflight(size.filers, { limits, now: clock.now(), expiresAt: RUN.expiresAt }).seconds,
    enqueued,
    firstEmail: since(ses.starts[0]),
    lastEmail: since(ses.starts.at(-1)),
    recorded: since(),
    waitingEvents: ses.mostWaiting(),
    writeUnits: meter.total(() => true),
    gateUnits: meter.total(gate),
    peaks: {
      gate: meter.most(gate),
      run: meter.most(run),
      shard: meter.mostOnOne(shard),
      delivery: meter.most(delivery),
      log: meter.most(log),
    },
    sender,
    recorder,
  };
}

/** Plays the start of a phase alone: nothing is sent. */
export async function simulateStart(size: PhaseSize): Promise<SimulatedStart> {
  const world = await worldOf(size);
  const { clock, meter } = world;
  const began = clock.now();
  await start(world);
  const seconds = clock.now().since(began).total('seconds');
  return { filers: size.filers, seconds, mostUnits: meter.most(partitionsOf(world).run) };
}

async function start(world: World): Promise<void> {
  const services = startServices(world);
  const run = await services.runs.putIfAbsent({ ...RUN, planVersion: world.planVersion });
  await enqueueAudience(run, services);
}

/** Tells the meter's partitions apart. */
function partitionsOf({ env }: World) {
  const begin = (table: string, key: string) => (partition: string) =>
    partition.startsWith(`${env[table]} ${key}`);
  return {
    gate: begin(ENV.deliveryTable, 'gate'),
    run: begin(ENV.deliveryTable, 'run#'),
    delivery: begin(ENV.deliveryTable, ''),
    shard: begin(ENV.sendLogTable, ''),
    log: begin(ENV.sendLogTable, ''),
  };
}

function senders(world: World, invocations: Invocations): Promise<void>[] {
  const { clock, env, db, ses, size, queues } = world;
  return Array.from({ length: size.senders }, () => {
    const core = pLimit(1);
    const handler = chunkSender({
      ...sendServices({ env, clock, log: SILENT }, { db }),
      queue: chunkQueueOf(world),
      quota: async () => world.limits,
      limits: async () => world.limits,
      // Rendering is CPU, of which an environment has one core: reads of roster and suppressions, then email by email.
      prepare: async (_run, attempts) => {
        await clock.sleep(25);
        await core(() => clock.sleep(attempts.length * EMAIL_MILLISECONDS));
        return attempts.map((attempt) => ({ attempt, mail: ses.mailOf(attempt) }));
      },
      mailer: ses.mailer as Mailer,
    });
    const limits = { batchSize: 10, windowSeconds: 0, timeoutSeconds: SEND_TIMEOUT_SECONDS };
    return consume({ queue: queues.chunks, clock, handler, invocations, ...limits });
  });
}

function recorders(world: World, invocations: Invocations): Promise<void>[] {
  const { clock, env, db, ses, size, queues } = world;
  return Array.from({ length: size.feedback.consumers }, () => {
    const record = feedbackRecorder({ env, clock, log: SILENT }, { db });
    return consume({
      queue: queues.events,
      clock,
      handler: async (event, invocation) => {
        const result = await record(event, invocation);
        ses.recorded(event.Records.length - result.batchItemFailures.length);
        return result;
      },
      invocations,
      timeoutSeconds: 60,
      ...size.feedback,
    });
  });
}
