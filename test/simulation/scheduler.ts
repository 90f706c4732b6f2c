import { AsyncLocalStorage } from 'node:async_hooks';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../functions/lib/clock.ts';

/** What may befall a call. `before`: it never reached the service; `after`: it did, and the answer was lost. */
export type Fault =
  | 'crash-before'
  | 'crash-after'
  | 'error-before'
  | 'error-after'
  | 'timeout-before'
  | 'timeout-after'
  | 'throttle'
  | 'unprocessed'
  /** A definite no, of SES alone. */
  | 'refuse';

/** A call that an actor waits for, or a sleep. */
export interface Waiting {
  readonly actor: Actor;
  readonly label: string;
  /** Epoch milliseconds before which a sleep doesn't end. */
  readonly until?: number;
  /** Lets it happen; resolves once the actor has its answer. */
  proceed(fault: Fault | null): Promise<void>;
}

/** One invocation of a function. */
export interface Actor {
  readonly name: string;
  state: 'running' | 'done' | 'failed' | 'crashed';
  /** Settles once the actor is over, by crash as well. */
  readonly over: Promise<void>;
  /** Why its last slots should never have been given to it, if so. */
  wrongSlots: string | null;
  /** Claims of retries that it leased though the log proved their email to be out. */
  readonly provedBefore: Set<string>;
}

/**
 * Where functions run: each of their calls waits here until the simulation lets it happen, so that a seed decides the
 * order of everything, and any invocation may crash at any call.
 */
export class Scheduler {
  readonly waiting: Waiting[] = [];
  readonly actors: Actor[] = [];
  now: number;
  private readonly local = new AsyncLocalStorage<Actor & { end: () => void }>();
  private arrivals = 0;
  /** Calls that the scheduler doesn't decide on and that have no answer yet. */
  private passing = 0;

  constructor(start: string) {
    this.now = Temporal.Instant.from(start).epochMilliseconds;
  }

  readonly clock: Clock = {
    now: () => Temporal.Instant.fromEpochMilliseconds(this.now),
    sleep: async (milliseconds) => {
      const until = this.now + Math.ceil(milliseconds);
      await this.wait(`sleeps ${Math.ceil(milliseconds)} ms`, async () => undefined, until);
    },
  };

  /** Whose code runs; `undefined` outside of every invocation. */
  actor(): Actor | undefined {
    return this.local.getStore();
  }

  /** Starts an invocation. Its result goes to `ended` unless it crashes. */
  start(name: string, run: () => Promise<unknown>, ended: (error?: unknown) => void): Actor {
    let end = () => {};
    const over = new Promise<void>((resolve) => {
      end = resolve;
    });
    const actor: Actor & { end: () => void } = {
      name,
      state: 'running',
      over,
      end,
      wrongSlots: null,
      provedBefore: new Set(),
    };
    this.actors.push(actor);
    this.local.run(actor, () => {
      run().then(
        () => this.finish(actor, 'done', ended),
        (error: unknown) => this.finish(actor, 'failed', () => ended(error)),
      );
    });
    return actor;
  }

  private finish(actor: Actor & { end: () => void }, state: Actor['state'], ended: () => void): void {
    this.arrivals++;
    if (actor.state !== 'running') return;
    this.leave(actor, state);
    ended();
    actor.end();
  }

  private leave(actor: Actor, state: Actor['state']): void {
    actor.state = state;
    this.actors.splice(this.actors.indexOf(actor), 1);
  }

  /** Every call of a function comes through here. Outside of an actor it happens at once. */
  call<Answer>(label: string, happen: (fault: Fault | null) => Promise<Answer>): Promise<Answer> {
    return this.local.getStore() ? this.wait(label, happen) : happen(null);
  }

  /** A call that happens at once: the scheduler doesn't decide on it. */
  async through<Answer>(happen: () => Promise<Answer>): Promise<Answer> {
    this.passing++;
    try {
      return await happen();
    } finally {
      this.passing--;
      this.arrivals++;
    }
  }

  private wait<Answer>(
    label: string,
    happen: (fault: Fault | null) => Promise<Answer>,
    until?: number,
  ): Promise<Answer> {
    const actor = this.local.getStore();
    if (!actor) throw new Error(`Cannot wait for "${label}" outside of an actor`);
    this.arrivals++;
    return new Promise<Answer>((resolve, reject) => {
      const waiting: Waiting = {
        actor,
        label,
        ...(until !== undefined && { until }),
        proceed: async (fault) => {
          this.waiting.splice(this.waiting.indexOf(waiting), 1);
          if (fault === 'crash-before') return this.crash(actor);
          const answer = await happen(fault).then(
            (value) => () => resolve(value),
            (error: unknown) => () => reject(error),
          );
          if (fault === 'crash-after') return this.crash(actor);
          answer();
          await this.quiet();
        },
      };
      // A crashed invocation does nothing any more, whatever its code continues with.
      if (actor.state === 'running') this.waiting.push(waiting);
    });
  }

  private crash(actor: Actor & { end: () => void }): void {
    if (actor.state === 'running') this.leave(actor, 'crashed');
    for (const call of this.waiting.filter((one) => one.actor === actor)) {
      this.waiting.splice(this.waiting.indexOf(call), 1);
    }
    actor.end();
  }

  /** Waits until every running actor waits for a call: nothing more happens without a decision. */
  async quiet(): Promise<void> {
    for (let still = 0; still < 3; ) {
      const before = this.arrivals;
      await new Promise((resolve) => setImmediate(resolve));
      const parked = this.actors.every((actor) => this.waiting.some((one) => one.actor === actor));
      still = parked && this.passing === 0 && this.arrivals === before ? still + 1 : 0;
    }
  }
}
