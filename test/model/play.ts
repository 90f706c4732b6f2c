import { setTimeout as wait } from 'node:timers/promises';
import type { Run } from '../../functions/delivery/run.ts';
import type { Fact } from '../../functions/send-log/fact.ts';
import type { SendStatus } from '../../functions/send-log/status.ts';
import type { Runtime } from '../../functions/shared/runtime.ts';
import { createTables, modelEnv, modelFilers, modelPlan, putRoster } from './launch.ts';
import type { Pipeline } from './pipeline.ts';
import { type Random, random } from './random.ts';
import { modelClients, type Outside } from './services.ts';
import { type Actor, type Fault, Stage, type Waiting } from './stage.ts';

/** What a play came to: its story step by step, and each promise that it broke. */
export interface Outcome {
  readonly seed: number;
  readonly story: readonly string[];
  readonly broken: readonly string[];
}

/** The phase under test: 2018-07-24 09:00 in New York. */
const SCHEDULED_FOR = '2018-07-24T13:00:00Z';
const PHASE = { phaseId: 'notice-1', scheduledFor: SCHEDULED_FOR };
const RUN_ID = 'notice-1_20180724T130000Z';
const FAULTS: readonly Fault[] = [
  'crash-before',
  'crash-after',
  'error-before',
  'error-after',
  'timeout-before',
  'timeout-after',
  'throttle',
  'unprocessed',
];
/** Where faults strike in a play: everywhere, or again and again at one kind of call. */
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
const MOST_STEPS = 2_000;
const SETTLING_ROUNDS = 60;

/** Plays one schedule: everything that happens, and its order, follows from the seed. */
export async function play(
  seed: number,
  { pipeline, dynamoUrl }: { pipeline: Pipeline; dynamoUrl: string },
): Promise<Outcome> {
  const game = await Game.set(seed, pipeline, dynamoUrl);
  await game.disturb();
  await game.settle();
  return { seed, story: game.story, broken: await game.judge() };
}

class Game {
  readonly story: string[] = [];
  private readonly broken: string[] = [];
  private readonly stage = new Stage(SCHEDULED_FOR);
  private readonly outside: Outside = {
    accepted: [],
    messages: [],
    events: [],
    maxSendRate: 10,
    max24HourSend: 1_000,
  };
  /** Events of SES that are still on their way, and how many of the accepted emails have had theirs. */
  private readonly onTheirWay: { body: string; label: string }[] = [];
  private reported = 0;
  private invocations = 0;
  private faultsLeft: number;
  private readonly dice: Random;
  private readonly pipeline: Pipeline;
  private readonly filers;
  private readonly env;
  private readonly clients;
  private readonly runtime: Runtime;
  private moved = false;
  private readonly faults: readonly Fault[];
  private readonly target: RegExp;
  /** In some plays senders stall in the middle of their work, and at which of their calls. */
  private readonly stalls: boolean;
  private readonly stallAt = new Map<Actor, number>();
  /** An invocation that is stuck for a while: a pause of its machine, a slow network. */
  private frozen: { readonly actor: Actor; movesLeft: number } | null = null;
  private readonly receiving = new Map<Actor, string>();
  private timePassed = false;
  private readonly struck = new Set<Fault>();

  private constructor(seed: number, pipeline: Pipeline, dynamoUrl: string) {
    this.dice = random(seed);
    this.pipeline = pipeline;
    this.faultsLeft = this.dice.below(15);
    this.faults = this.dice.chance(0.4) ? FAULTS : [this.dice.pick(FAULTS), this.dice.pick(FAULTS)];
    this.target = this.dice.pick(TARGETS);
    this.stalls = this.dice.chance(0.4);
    this.filers = modelFilers(2 + this.dice.below(4));
    this.outside.maxSendRate = this.dice.pick([1, 2, 10, 50]);
    this.env = modelEnv(`${seed}`);
    this.clients = modelClients(this.stage, { outside: this.outside, dynamoUrl, aws: pipeline.aws });
    const log = { info: () => {}, error: () => {} };
    this.runtime = { env: this.env, clock: this.stage.clock, log };
  }

  static async set(seed: number, pipeline: Pipeline, dynamoUrl: string): Promise<Game> {
    const game = new Game(seed, pipeline, dynamoUrl);
    const { db } = game.clients;
    await createTables(db, game.env);
    await putRoster(db, game.env, game.filers);
    const store = pipeline.launches.launchStore(game.env, db);
    const plan = modelPlan({ goLive: '2018-10-22', noticeDays: -90 });
    await store.putPlan({ plan, uploadedAt: '2018-07-01T10:00:00Z', key: 'inbox/launch/a.json' });
    game.tell(
      `${game.filers.length} filers, ${game.outside.maxSendRate} emails/s, ${game.faultsLeft} faults`,
    );
    return game;
  }

  /** The part with faults: starts, senders, sweeps, events, holds and moves in any order. */
  async disturb(): Promise<void> {
    this.startPhase();
    await this.stage.quiet();
    for (let step = 0; step < MOST_STEPS; step++) {
      this.report();
      const moves = this.moves();
      if (moves.length === 0 || (step > 60 && this.dice.chance(0.01))) break;
      await this.dice.pick(moves)();
    }
  }

  private moves(): (() => Promise<void> | void)[] {
    const { waiting } = this.stage;
    const free = waiting.filter(
      ({ until = 0, actor }) => until <= this.stage.now && actor !== this.frozen?.actor,
    );
    if (this.frozen && --this.frozen.movesLeft < 0) this.frozen = null;
    const moves: (() => Promise<void> | void)[] = [];
    // Calls that wait weigh most: otherwise plays would be all beginnings.
    for (const call of free) for (let n = 0; n < 4; n++) moves.push(() => this.proceed(call));
    if (waiting.some(({ until = 0 }) => until > this.stage.now)) moves.push(() => this.passTime());
    if (this.outside.messages.length > 0 && this.running() < 4) moves.push(() => this.receive());
    if (this.onTheirWay.length > 0 && this.running() < 4) moves.push(() => this.bringEvent());
    if (moves.length === 0) return this.frozen || this.dice.chance(0.5) ? [() => this.rare()] : [];
    if (this.dice.chance(0.1)) moves.push(() => this.rare());
    return moves;
  }

  private async rare(): Promise<void> {
    const { gates } = this.pipeline;
    const gate = gates.gateStore(this.env, this.clients.db);
    const acts: (() => Promise<void> | void)[] = [
      () => this.sweep(),
      () => this.startPhase(),
      () => this.lateTime(),
      () => this.freeze(),
      () => this.freeze(),
      () => this.act('holds everything', () => gate.hold('all', 'person')),
      () => this.act('lifts the hold', () => gate.lift('all', 'person')),
      () => this.act('holds the run', () => gate.hold(RUN_ID, 'person')),
      () => this.act('lifts the hold of the run', () => gate.lift(RUN_ID, 'person')),
      () => this.move(),
    ];
    await this.dice.pick(acts)();
    await this.stage.quiet();
  }

  private tell(line: string): void {
    this.story.push(`${this.stage.clock.now().toString().slice(11, 23)}  ${line}`);
  }

  private running(): number {
    return this.stage.actors.filter(({ state }) => state === 'running').length;
  }

  private async proceed(call: Waiting): Promise<void> {
    const isSleep = call.until !== undefined;
    const likely = this.target.test(call.label) ? (this.target.source === '.' ? 0.12 : 0.4) : 0.02;
    const faulty = !isSleep && this.faultsLeft > 0 && this.dice.chance(likely);
    const fault = faulty ? this.dice.pick(this.faults) : null;
    if (fault) {
      this.faultsLeft--;
      this.struck.add(fault);
    }
    this.tell(`${call.actor.name}: ${call.label}${fault ? `   ✗ ${fault}` : ''}`);
    await call.proceed(fault);
    const callsLeft = this.stallAt.get(call.actor);
    if (callsLeft === undefined) return;
    this.stallAt.set(call.actor, callsLeft - 1);
    if (callsLeft === 0 && call.actor.state === 'running') this.stall(call.actor);
  }

  private passTime(): void {
    const next = Math.min(
      ...this.stage.waiting.flatMap(({ until }) => (until && until > this.stage.now ? [until] : [])),
    );
    this.stage.now = next;
  }

  /** Time passes that no one waits for: leases run out, chunks count as forgotten. */
  private lateTime(): void {
    this.pass(this.dice.pick([1, 130, 700]));
  }

  private pass(seconds: number): void {
    this.stage.now += seconds * 1000;
    this.timePassed = true;
    this.tell(`${seconds} s pass`);
    if (seconds < 100) return;
    // SQS shows a message again whose receiver has not acknowledged it.
    for (const [actor, body] of this.receiving) {
      if (actor.state === 'running') this.outside.messages.push(body);
      this.receiving.delete(actor);
    }
  }

  /** One invocation stands still while time passes: its lease runs out under it. */
  private freeze(): void {
    const running = this.stage.actors.filter(({ state }) => state === 'running');
    if (running.length === 0) return;
    const senders = running.filter((one) => this.receiving.has(one));
    const actor = this.dice.pick(senders.length > 0 ? senders : running);
    this.stall(actor);
  }

  private stall(actor: Actor): void {
    this.frozen = { actor, movesLeft: 20 + this.dice.below(80) };
    this.tell(`${actor.name} stands still`);
    this.pass(this.dice.pick([130, 700]));
  }

  private invoke(name: string, run: (id: string) => Promise<unknown>, failed: () => void = () => {}): Actor {
    const id = `${name}-${++this.invocations}`;
    this.tell(`${id} starts`);
    return this.stage.start(
      id,
      () => run(id),
      (error) => {
        this.tell(error ? `${id} fails: ${(error as Error).message.slice(0, 90)}` : `${id} is done`);
        if (error) failed();
      },
    );
  }

  private startPhase(): void {
    const { phases } = this.pipeline;
    const services = { ...phases.phaseServices(this.runtime, this.clients), chunkSize: 2 };
    this.invoke('start', () => phases.startPhase(PHASE, { startedBy: 'schedule', services }));
  }

  private sweep(): void {
    const { phases, sweep } = this.pipeline;
    const services = { ...phases.phaseServices(this.runtime, this.clients), chunkSize: 2 };
    this.invoke('sweep', async () => {
      await sweep.sweepPhases(services);
      await sweep.sweepRuns(services);
    });
  }

  /** SQS brings a message, and now and then brings it again. */
  private async receive(): Promise<void> {
    const index = this.dice.below(this.outside.messages.length);
    const [body] = this.outside.messages.splice(index, 1);
    if (this.dice.chance(0.1)) this.outside.messages.push(body!);
    const name = JSON.parse(body!) as { runId: string; chunk: string };
    const { senders } = this.pipeline;
    const services = senders.sendServices(this.runtime, this.clients);
    const back = () => this.outside.messages.push(body!);
    const began = this.stage.now;
    // A sender that outlives its lease must be safe too: safety depends on no time.
    const limit = this.dice.pick([60_000, 3_600_000]);
    const actor = this.invoke(
      `send(chunk ${name.chunk})`,
      (owner) => senders.sendChunk(name, { owner, deadline: began + limit }, services),
      back,
    );
    this.receiving.set(actor, body!);
    if (this.stalls && this.dice.chance(0.5)) this.stallAt.set(actor, this.dice.below(12));
    // Without an acknowledgement the message becomes visible again.
    void actor.over.then(() => actor.state === 'crashed' && back());
    await this.stage.quiet();
  }

  /** SES reports what it took: in any order, twice, late or not at all. */
  private report(): void {
    for (; this.reported < this.outside.accepted.length; this.reported++) {
      const mail = this.outside.accepted[this.reported]!;
      const kinds = this.dice.pick([[], ['Send'], ['Delivery'], ['Send', 'Delivery'], ['Send', 'Bounce']]);
      for (const kind of kinds) {
        const times = this.dice.chance(0.15) ? 2 : 1;
        for (let n = 0; n < times; n++) {
          this.onTheirWay.push({ body: sesEvent(kind, mail), label: `${kind} ${mail.filer.slice(0, 4)}` });
        }
      }
    }
  }

  private async bringEvent(): Promise<void> {
    const [event] = this.onTheirWay.splice(this.dice.below(this.onTheirWay.length), 1);
    const record = this.pipeline.feedback.feedbackRecorder(this.runtime, this.clients.db);
    const back = () => this.onTheirWay.push(event!);
    const actor = this.invoke(
      `feedback(${event!.label})`,
      async () => {
        const invocation = { awsRequestId: 'f', getRemainingTimeInMillis: () => 30_000 };
        const { batchItemFailures } = await record(
          { Records: [{ messageId: 'm', body: event!.body }] },
          invocation,
        );
        if (batchItemFailures.length > 0) throw new Error('comes back');
      },
      back,
    );
    void actor.over.then(() => actor.state === 'crashed' && back());
    await this.stage.quiet();
  }

  /** What a person does, at once and whole. */
  private async act(what: string, run: () => Promise<unknown>): Promise<void> {
    this.tell(`a person ${what}`);
    await run();
  }

  /** A newer plan: another date, or another word. */
  private async move(): Promise<void> {
    const another = this.dice.chance(0.5);
    const plan = another
      ? modelPlan({ goLive: '2018-11-05', noticeDays: -104 })
      : modelPlan({ goLive: '2018-10-22', noticeDays: -90, name: `Clerk ${this.invocations}` });
    this.moved ||= another;
    const store = this.pipeline.launches.launchStore(this.env, this.clients.db);
    const runs = this.pipeline.runs.runStore(this.env, this.clients.db);
    const uploadedAt = this.stage.clock
      .now()
      .add({ milliseconds: ++this.invocations })
      .toString();
    this.invoke(another ? 'plan(new date)' : 'plan(new words)', async () => {
      await store.putPlan({ plan, uploadedAt, key: 'inbox/launch/b.json' });
      const current = await store.currentPlan();
      await runs.cancelStale(current!);
    });
  }

  /** No more faults: everything under way ends, the sweep and late events come, holds are lifted. */
  async settle(): Promise<void> {
    this.faultsLeft = 0;
    this.frozen = null;
    this.stallAt.clear();
    this.tell('— no more faults —');
    const gate = this.pipeline.gates.gateStore(this.env, this.clients.db);
    for (let round = 0; round < SETTLING_ROUNDS; round++) {
      await this.drain();
      await gate.lift('all', 'person');
      await gate.lift(RUN_ID, 'person');
      const runs = await this.pipeline.runs.runStore(this.env, this.clients.db).runs();
      if (round > 2 && runs.every((run) => run.completedAt) && this.onTheirWay.length === 0) return;
      this.stage.now += 11 * 60_000;
      this.sweep();
    }
  }

  /** Plays everything that waits, in the order of the dice, without faults. */
  private async drain(): Promise<void> {
    await this.stage.quiet();
    for (let step = 0; step < 10 * MOST_STEPS; step++) {
      this.report();
      const free = this.stage.waiting.filter(({ until = 0 }) => until <= this.stage.now);
      if (free.length > 0) await this.proceed(this.dice.pick(free));
      else if (this.stage.waiting.length > 0) this.passTime();
      else if (this.outside.messages.length > 0) await this.receive();
      else if (this.onTheirWay.length > 0) await this.bringEvent();
      else return;
    }
    this.broken.push(`never comes to rest: ${this.stage.waiting.map(({ label }) => label)}`);
  }

  /** Checks every promise against what SES took. */
  async judge(): Promise<string[]> {
    const { broken, outside } = this;
    const taken = Map.groupBy(outside.accepted, ({ filer }) => filer);
    for (const [filer, mails] of taken) {
      if (mails.length > 1) broken.push(`${filer.slice(0, 4)} got ${mails.length} emails`);
    }
    const run = await this.pipeline.runs.runStore(this.env, this.clients.db).run(RUN_ID);
    if (!run) broken.push('the phase never started');
    else await this.judgeRun(run, taken);
    this.tell(`SES took ${outside.accepted.length}; ${broken.length} promises broken`);
    await wait(0);
    return [...new Set(broken)];
  }

  private async judgeRun(run: Run, taken: ReadonlyMap<string, unknown[]>): Promise<void> {
    const { sendLog, chunks } = this.pipeline;
    const log = sendLog.sendLogStore(this.runtime, this.clients.db);
    const all = await Array.fromAsync(log.facts(RUN_ID));
    const factsOf = (filerId: string) => all.filter((fact) => fact.filerId === filerId);
    const inChunks = (
      await Array.fromAsync(chunks.chunkStore(this.env, this.clients.db).chunks(RUN_ID))
    ).flatMap(({ attempts }) => attempts.map(({ filerId }) => filerId));
    if (!run.completedAt) this.broken.push('the run never completes');
    const told = this.outside.events.filter(({ kind }) => kind === 'PhaseCompleted');
    if (run.completedAt && told.length === 0) this.broken.push('completed, and nobody was told');
    if (new Set(inChunks).size !== inChunks.length) this.broken.push('a filer stands in two chunks');
    // A run that a moved launch cancelled may not have reached everybody; who was in a chunk is accounted for.
    const expected = run.cancelled ? inChunks : this.filers.map(({ filerId }) => filerId);
    for (const filerId of expected) {
      const facts = factsOf(filerId);
      this.judgeSend(filerId, {
        status: sendLog.foldStatus(facts).status,
        facts,
        taken: taken.has(filerId),
      });
    }
    if (run.cancelled && !this.moved) this.broken.push(`cancelled without a reason: ${run.cancelled}`);
  }

  private judgeSend(
    filerId: string,
    { status, facts, taken }: { status: SendStatus; facts: readonly Fact[]; taken: boolean },
  ): void {
    const name = filerId.slice(0, 4);
    const proof = facts.some(({ kind }) => !['unknown', 'failed', 'skipped'].includes(kind));
    if (status === 'waiting') this.broken.push(`${name} vanished: no fact at all`);
    if (taken && (status === 'failed' || status === 'skipped')) {
      this.broken.push(`${name} is called ${status}, and SES took the email`);
    }
    const onlyThrottles = !this.timePassed && [...this.struck].every((fault) => fault === 'throttle');
    if (status === 'unknown' && onlyThrottles) {
      this.broken.push(`${name} is called unknown, and SES only ever said "not now"`);
    }
    if (!taken && proof) this.broken.push(`${name} is called ${status}, and SES took nothing`);
  }
}

function sesEvent(
  eventType: string,
  mail: { messageId: string; run: string; filer: string; attempt: string; to: string },
): string {
  const timestamp = '2018-07-24T13:05:00.000Z';
  const recipient = [{ emailAddress: mail.to }];
  return JSON.stringify({
    source: 'aws.ses',
    detail: {
      eventType,
      mail: {
        timestamp,
        messageId: mail.messageId,
        tags: { run: [mail.run], filer: [mail.filer], attempt: [mail.attempt] },
      },
      ...(eventType === 'Delivery' && { delivery: { timestamp } }),
      ...(eventType === 'Bounce' && {
        bounce: {
          timestamp,
          bounceType: 'Permanent',
          bounceSubType: 'General',
          bouncedRecipients: recipient,
        },
      }),
    },
  });
}
