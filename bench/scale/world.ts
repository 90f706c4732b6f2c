import { fixtures } from '#fixtures';
import type { ChunkQueue } from '../../functions/aws/chunk-queue.ts';
import { planStore } from '../../functions/aws/plans.ts';
import { outsideActor } from '../../functions/domain/actor.ts';
import { anyFiler } from '../../functions/domain/filer/any-filer.ts';
import type { Filer } from '../../functions/domain/filer/filer.ts';
import { filerIdOf } from '../../functions/domain/filer/filer-id.ts';
import type { Plan } from '../../functions/domain/plan/plan.ts';
import type { SendingLimits } from '../../functions/domain/run/rate.ts';
import type { Run } from '../../functions/domain/run/run.ts';
import type { Env } from '../../functions/lib/env.ts';
import { type PhaseServices, phaseServices } from '../../functions/start-phase/services.ts';
import { type VirtualClock, virtualClock } from '../../local/cloud/clock/clock.ts';
import { FIRST_ROSTER, modelEnv, modelPlan, TABLES } from '../../test/simulation/launch.ts';
import { type Random, random } from '../../test/simulation/random.ts';
import { type Queue, simulatedQueue } from './consumers.ts';
import { type MeteredDynamo, meteredDynamo } from './metered-dynamo.ts';
import { type SimulatedSes, simulatedSes } from './ses.ts';

/** A phase of one launch. */
export interface PhaseSize {
  readonly filers: number;
  /** Emails a second that SES takes from the account. */
  readonly maxSendRate: number;
  /** How many senders Lambda runs at once. */
  readonly senders: number;
  readonly feedback: {
    readonly batchSize: number;
    readonly windowSeconds: number;
    readonly consumers: number;
  };
}

const START = '2018-07-24T13:00:00Z';
/** The run of the phase. */
export const RUN = {
  runId: 'notice-1_20180724T130000Z',
  phaseId: 'notice-1',
  kind: fixtures.kinds.first,
  number: 1,
  of: 1,
  scheduledFor: START,
  expiresAt: '2028-07-24T13:00:00Z',
  decidedAt: START,
  dates: '',
  rosterVersion: FIRST_ROSTER,
  startedBy: 'schedule',
} as const satisfies Partial<Run>;
/** Filers that one page of the roster holds, at some 400 bytes each. */
const ROSTER_PAGE = 2500;

/** Everything around a phase: its launch's tables and queues, SES, and one clock. */
export interface World extends MeteredDynamo {
  readonly clock: VirtualClock;
  readonly env: Env;
  readonly dice: Random;
  readonly ses: SimulatedSes;
  readonly queues: { readonly chunks: Queue; readonly events: Queue };
  readonly size: PhaseSize;
  readonly limits: SendingLimits;
  readonly planVersion: string;
}

/** A launch right before its phase. */
export async function worldOf(size: PhaseSize): Promise<World> {
  const clock = virtualClock(START);
  const dice = random(size.filers + size.maxSendRate);
  const env = modelEnv('scale');
  const dynamo = await meteredDynamo(
    TABLES.map((name) => env[name]!),
    { clock, dice },
  );
  const plan = modelPlan({ pivot: '2018-10-22', noticeDays: -90 });
  const planVersion = await storePlan(plan, { env, ...dynamo });
  const queues = { chunks: simulatedQueue(clock), events: simulatedQueue(clock) };
  const ses = simulatedSes({ clock, dice, events: queues.events, runId: RUN.runId });
  const { breaker } = plan.sending;
  const limits = { maxSendRate: size.maxSendRate, left: 1e9, max24Hours: 1e9, accountShare: 1, breaker };
  return { ...dynamo, clock, env, dice, ses, queues, size, limits, planVersion };
}

async function storePlan(plan: Plan, { env, db }: Pick<World, 'env' | 'db'>): Promise<string> {
  const plans = planStore(env, db);
  await plans.put({ plan, uploadedAt: START, key: 'inbox/launch/launch.json', by: outsideActor() });
  return (await plans.current())!.version;
}

/** What functions log is of no interest here. */
export const SILENT = { info: () => {}, error: () => {} };

/** The queue of chunks as functions use it. */
export function chunkQueueOf({ clock, dice, queues }: World): ChunkQueue {
  return {
    queue: async (names) => {
      await clock.sleep(5 + dice.below(11));
      queues.chunks.push(names.map((name) => JSON.stringify(name)));
    },
  };
}

/** What start-phase works with. The roster is made as it is read. */
export function startServices(world: World): PhaseServices {
  const { clock, env, db, size } = world;
  const services = phaseServices({ env, clock, log: SILENT }, { db });
  const filers = Array.from({ length: size.filers }, (_, index) => filerIdOf('scale', `user${index}`)).sort();
  async function* roster(): AsyncIterable<Filer> {
    for (const [index, filerId] of filers.entries()) {
      if (index % ROSTER_PAGE === 0) await clock.sleep(60);
      yield { ...anyFiler(), ...fixtures.todoFacts, filerId, email: 'filer@example.com' };
    }
  }
  return {
    ...services,
    queue: chunkQueueOf(world),
    limits: async () => world.limits,
    events: { publish: async () => {} },
    roster: { ...services.roster, filers: roster },
  };
}
