import type { S3Client } from '@aws-sdk/client-s3';
import type { StartNow } from '../../functions/aws/start-phase.ts';
import { outsideActor } from '../../functions/domain/actor.ts';
import type { Filer } from '../../functions/domain/filer/filer.ts';
import { datesOf } from '../../functions/domain/plan/plan-version.ts';
import type { PhaseName } from '../../functions/domain/run/phase-marks.ts';
import type { StartedBy } from '../../functions/domain/run/run.ts';
import { ENV, type Env } from '../../functions/lib/env.ts';
import type { Runtime } from '../../functions/lib/runtime.ts';
import type { PhaseServices } from '../../functions/start-phase/services.ts';
import { newDynamo } from './dynamo.ts';
import { FIRST_ROSTER, modelEnv, modelFilers, modelPlan, putRoster, TABLES } from './launch.ts';
import type { Outside } from './others.ts';
import type { Pipeline } from './pipeline.ts';
import { type Random, random } from './random.ts';
import { Recorder } from './recorder.ts';
import { type Actor, type Fault, Scheduler, type Waiting } from './scheduler.ts';
import { type ModelClients, modelClients } from './services.ts';
import { pickWorkload, type Workload } from './workloads.ts';

/** The phase under test: 2018-07-24 09:00 in New York. */
const SCHEDULED_FOR = '2018-07-24T13:00:00Z';
export const PHASE = { phaseId: 'notice-1', scheduledFor: SCHEDULED_FOR };
export const RUN_ID = 'notice-1_20180724T130000Z';

const FAULTS: readonly Fault[] = [
  'crash-before',
  'crash-after',
  'error-before',
  'error-after',
  'timeout-before',
  'timeout-after',
  'throttle',
  'unprocessed',
  'refuse',
];
/** Where faults strike in a run with no other target: everywhere, or again and again at one kind of call. */
const TARGETS: readonly RegExp[] = [
  /./,
  /^SES Send/,
  /^SES Send/,
  /^SES Send/,
  /chunk#/,
  /claims/,
  /^BatchWriteItem/,
  /gate/,
  /PutEvents|completedAt/,
  /^PutItem|^SQS|writtenOut/,
];

/** An event of SES on its way, and what it will say in the log. */
export interface SesNews {
  readonly body: string;
  readonly label: string;
  readonly run: string;
  readonly filer: string;
  readonly attempt: string;
  readonly messageId: string;
  /** `null`: nothing, since it is about no send. */
  readonly kind: string | null;
  /** Epoch milliseconds at which the log had it. */
  readonly toldAt?: number;
}

interface Drawn {
  readonly seed: number;
  readonly dice: Random;
  readonly workload: Workload;
  readonly scheduler: Scheduler;
  readonly outside: Outside;
  readonly recorder: Recorder;
  readonly clients: ModelClients;
  readonly env: Env;
}

/** A bucket that takes every entry: faults strike at the calls of the delivery protocol. */
const BUCKET = { send: async () => ({}) } as unknown as S3Client;

/** One run: what the scheduler holds, what waits outside, and what has happened so far. */
export class Simulation {
  readonly trace: string[] = [];
  readonly broken = new Set<string>();
  readonly seed: number;
  readonly dice: Random;
  readonly workload: Workload;
  readonly scheduler: Scheduler;
  readonly outside: Outside;
  readonly recorder: Recorder;
  readonly clients: ModelClients;
  readonly env: Env;
  readonly runtime: Runtime;
  readonly pipeline: Pipeline;
  /** Filers by version of the roster. */
  readonly rosters = new Map<string, readonly Filer[]>();
  /** Events of SES that are on their way, and those that came. How many accepted emails have had theirs. */
  readonly onTheirWay: SesNews[] = [];
  readonly recorded: SesNews[] = [];
  reported = 0;
  /** Uploads of plans that wait to be worked through: their messages come back until then. */
  readonly uploads: (() => void)[] = [];
  readonly receiving = new Map<Actor, string>();
  /** Faults that struck, each at which call. */
  readonly struck: { readonly fault: Fault; readonly label: string }[] = [];
  /** How often an invocation paused while time passed. */
  pauses = 0;
  moved = false;
  /** A plan changed a fact that emails state. */
  corrected = false;
  /** One-off messages that were written, each with its group. */
  readonly written: { readonly id: string; readonly group: readonly string[] }[] = [];
  released = false;
  /** A person tried something again. */
  retried = false;
  invocations = 0;
  faultsLeft: number;
  /** Calls of one filer at which every sender dies; `null` in most runs. */
  readonly poison: { readonly filer: string; readonly calls: RegExp } | null;
  /** In some runs senders stall in the middle of their work, and at which of their calls. */
  stalls: boolean;
  readonly stallAt = new Map<Actor, number>();
  /** An invocation that is stuck for a while: a pause of its machine, a slow network. */
  frozen: { readonly actor: Actor; movesLeft: number } | null = null;
  private readonly faults: readonly Fault[];
  private readonly target: RegExp;

  private constructor(drawn: Drawn, { filers, pipeline }: { filers: readonly Filer[]; pipeline: Pipeline }) {
    const { dice, workload, scheduler, env } = drawn;
    this.seed = drawn.seed;
    this.dice = dice;
    this.workload = workload;
    this.scheduler = scheduler;
    this.env = env;
    this.outside = drawn.outside;
    this.recorder = drawn.recorder;
    this.clients = drawn.clients;
    this.pipeline = pipeline;
    const { maxFaults } = workload;
    this.faultsLeft = workload.lasts ? maxFaults : dice.below(maxFaults + 1);
    const drawnFaults = dice.chance(0.4) ? FAULTS : [dice.pick(FAULTS), dice.pick(FAULTS)];
    this.faults = workload.faults ?? drawnFaults;
    this.target = workload.target ?? dice.pick(TARGETS);
    this.stalls = workload.stalls ?? (workload.faults === null && dice.chance(0.4));
    this.rosters.set(FIRST_ROSTER, filers);
    const victim = dice.pick(filers.slice(0, -1)).filerId;
    // Always drawn, so that a seed leads to the same run.
    const calls = dice.pick(workload.poison ?? [/./]);
    this.poison = workload.poison
      ? { filer: victim, calls: new RegExp(`${calls.source}.* ${victim.slice(0, 4)}`) }
      : null;
    this.runtime = { env, clock: scheduler.clock, log: { info: () => {}, error: () => {} } };
  }

  /** @param about Left out: the seed decides. */
  static async set(seed: number, pipeline: Pipeline, about?: Workload): Promise<Simulation> {
    const dice = random(seed);
    const workload = about ?? pickWorkload(dice);
    const scheduler = new Scheduler(SCHEDULED_FOR);
    const filers = modelFilers(2 + dice.below(4));
    const outside: Outside = {
      accepted: [],
      messages: [],
      events: [],
      maxSendRate: dice.pick(workload.rates ?? [1, 2, 10, 50]),
      max24HourSend: workload.daily ?? 1_000,
    };
    const env = modelEnv('simulation');
    const ask = await newDynamo(TABLES.map((name) => env[name]!));
    const recorder = new Recorder(env, ask);
    const slowAnswers = dice.chance(0.3);
    const clients = modelClients(scheduler, { outside, ask, recorder, aws: pipeline.aws, slowAnswers });
    const drawn = { seed, dice, workload, scheduler, outside, recorder, clients, env };
    const simulation = new Simulation(drawn, { filers, pipeline });
    await putRoster(clients.db, env, { filers });
    const store = pipeline.launches.planStore(env, clients.db);
    const { sending = {} } = workload;
    const plan = modelPlan({ pivot: '2018-10-22', noticeDays: -90, sending });
    const uploadedAt = '2018-07-01T10:00:00Z';
    const { current } = await store.put({ plan, uploadedAt, key: 'inbox/launch/a.json', by: outsideActor() });
    recorder.planApplied(current.version, datesOf(plan));
    simulation.log(
      `${workload.name}: ${filers.length} filers, ${outside.maxSendRate} emails/s, ${simulation.faultsLeft} faults`,
    );
    if (simulation.poison) simulation.log(`a sender that comes to ${simulation.poison.calls.source} dies`);
    return simulation;
  }

  log(line: string): void {
    this.trace.push(`${new Date(this.scheduler.now).toISOString().slice(11, 23)}  ${line}`);
  }

  running(): number {
    return this.scheduler.actors.length;
  }

  phaseServices(): PhaseServices {
    return { ...this.pipeline.phases.phaseServices(this.runtime, this.clients), chunkSize: 2 };
  }

  /** What the sweep has besides: StartPhase is another function, which may crash on its own. */
  sweepServices() {
    const start = this.startAs('sweep');
    const startLater = async (name: PhaseName) =>
      void this.invoke(`start(${name.phaseId})`, () => start(name));
    return { ...this.phaseServices(), startLater };
  }

  private startAs(startedBy: StartedBy): StartNow {
    return (name) => this.pipeline.phases.startByName(name, { startedBy, services: this.phaseServices() });
  }

  opsServices() {
    const env = { ...this.env, [ENV.auditBucket]: 'audit' };
    const auditLog = this.pipeline.ops.auditLogOf(env, { db: this.clients.db, client: BUCKET });
    return { ...this.phaseServices(), auditLog, startNow: this.startAs('person') };
  }

  table(name: keyof typeof ENV): string {
    return this.env[ENV[name]]!;
  }

  /** Starts an invocation; `failed` when it ends with an error, or crashes. */
  invoke(name: string, run: (id: string) => Promise<unknown>, failed: () => void = () => {}): Actor {
    const id = `${name}-${++this.invocations}`;
    this.log(`${id} starts`);
    const actor = this.scheduler.start(
      id,
      () => run(id),
      (error) => {
        this.log(error ? `${id} fails: ${(error as Error).message.slice(0, 90)}` : `${id} is done`);
        if (error) failed();
      },
    );
    void actor.over.then(() => actor.state === 'crashed' && failed());
    return actor;
  }

  /** Lets a call happen, or strikes it with a fault. */
  async proceed(call: Waiting): Promise<void> {
    const fault = this.faultAt(call);
    this.log(`${call.actor.name}: ${call.label}${fault ? `   ✗ ${fault}` : ''}`);
    await call.proceed(fault);
    const callsLeft = this.stallAt.get(call.actor);
    if (callsLeft === undefined) return;
    this.stallAt.set(call.actor, callsLeft - 1);
    if (callsLeft === 0 && call.actor.state === 'running') this.stall(call.actor);
  }

  private faultAt({ until, label }: Waiting): Fault | null {
    if (until !== undefined) return null;
    if (this.poison?.calls.test(label)) {
      this.struck.push({ fault: 'crash-before', label });
      return 'crash-before';
    }
    const likely = this.target.test(label)
      ? this.target.source === '.'
        ? 0.12
        : this.workload.likely
      : 0.02;
    if (this.faultsLeft === 0 || !this.dice.chance(likely)) return null;
    const fault = this.dice.pick(this.faults);
    if (fault === 'refuse' && !label.startsWith('SES Send')) return null;
    this.faultsLeft--;
    this.struck.push({ fault, label });
    return fault;
  }

  /** Time continues to where the next sleep ends. */
  passTime(): void {
    const { waiting, now } = this.scheduler;
    this.scheduler.now = Math.min(...waiting.flatMap(({ until }) => (until && until > now ? [until] : [])));
  }

  pass(seconds: number): void {
    this.scheduler.now += seconds * 1000;
    this.log(`${seconds} s pass`);
    if (seconds < 100) return;
    // SQS shows a message again whose receiver has not acknowledged it.
    for (const [actor, body] of this.receiving) {
      if (actor.state === 'running') this.outside.messages.push(body);
      this.receiving.delete(actor);
    }
  }

  /** One invocation pauses while time passes: its lease expires under it. */
  stall(actor: Actor): void {
    this.frozen = { actor, movesLeft: 20 + this.dice.below(80) };
    this.pauses++;
    this.log(`${actor.name} pauses`);
    this.pass(this.dice.pick(this.workload.passes ?? [130, 700]));
  }
}
