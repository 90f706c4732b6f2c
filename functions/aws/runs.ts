import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { datesOf } from '../domain/plan/plan-version.ts';
import type { CurrentPlan } from '../domain/plan/stored-plan.ts';
import { type AudienceCount, fitsPlan, type Run, runSchema } from '../domain/run/run.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import {
  type Change,
  type Condition,
  getItem,
  type Item,
  type ItemKey,
  putIf,
  queryItems,
  updateIf,
} from './dynamo.ts';
import { type SendGate, sendGate } from './send-gate.ts';

/** The runs of a launch, in the delivery table. */
export interface RunStore {
  /** All runs, read consistently, by id. @throws UnreadableRun, here and below. */
  runs(): Promise<Run[]>;
  /** Reads one consistently; `null` when there is none. */
  run(runId: string): Promise<Run | null>;
  /** Reads one that has been put. @throws Error when it is gone: runs are never deleted. */
  existing(runId: string): Promise<Run>;
  /** Puts a run only if absent. @returns the run that is stored then. */
  putIfAbsent(run: Run): Promise<Run>;
  /** Adopts a newer plan; only before the audience is counted. @returns whether it did. */
  adoptPlan(
    runId: string,
    change: Pick<Run, 'planVersion' | 'expiresAt' | 'number' | 'of'>,
  ): Promise<boolean>;
  /** Freezes the audience's count unless it is frozen or the run is canceled. @returns the run that is stored then. */
  countAudience(runId: string, audience: AudienceCount): Promise<Run>;
  /** Notes that all chunks are in the table. */
  markEnqueued(runId: string): Promise<void>;
  /** Notes that completion was announced, once. `at`: instant, ISO 8601 in UTC, here and below. */
  markCompleted(runId: string, at: string): Promise<void>;
  /** Notes that the log was recounted after completion, and people notified if it didn't balance. */
  markReconciled(runId: string, at: string): Promise<void>;
  /** Notes that a person lifted the breaker's hold: what was before doesn't count any more. */
  restartBreaker(runId: string, at: string): Promise<void>;
  /** Cancels a run permanently: the send gate is closed to it first, then the run says why. */
  cancel(runId: string, reason: string): Promise<void>;
  /**
   * Cancels what a newer plan no longer says, and closes the gate to complete runs that named other dates: none of
   * their emails may be tried again. Write the plan first. @returns the ids of the canceled runs.
   */
  cancelStale(current: Pick<CurrentPlan, 'plan' | 'datesSince' | 'factsSince'>): Promise<string[]>;
}

/** A run is stored that isn't one. It stops whatever reads all runs, since what it says may matter to the others. */
export class UnreadableRun extends Error {
  override readonly name = 'UnreadableRun';
  readonly runId: string;

  constructor(runId: string, options: ErrorOptions) {
    super(`Cannot continue because the run ${runId} must be readable: it is not`, options);
    this.runId = runId;
  }
}

/** Builds the store on the delivery table. @throws Error when the table's variable is missing. */
export function runStore(
  env: Env,
  db: DynamoDBClient = dynamo(),
  gate: SendGate = sendGate(env, db),
): RunStore {
  const table = { db, name: required(env, ENV.deliveryTable) };

  async function run(runId: string): Promise<Run | null> {
    const item = await getItem(table, keyOf(runId));
    return item && runOf(item);
  }

  async function existing(runId: string): Promise<Run> {
    const found = await run(runId);
    if (!found) throw new Error(`Cannot continue because the run ${runId} must exist: it is gone`);
    return found;
  }

  function set(runId: string, values: Omit<Partial<Run>, 'enqueued'>, condition?: string): Promise<boolean> {
    return updateIf(table, keyOf(runId), setting(values, condition));
  }

  function runs(): Promise<Run[]> {
    const query = { consistent: true, where: 'pk = :pk', values: { ':pk': 'runs' } };
    return Array.fromAsync(queryItems(table, query), runOf);
  }

  async function cancel(runId: string, reason: string): Promise<void> {
    await gate.cancel(runId);
    await set(runId, { cancelled: reason }, 'attribute_exists(sk) AND attribute_not_exists(cancelled)');
  }

  async function closeGate(complete: readonly Run[]): Promise<void> {
    if (complete.length === 0) return;
    const { cancelled } = await gate.read();
    for (const { runId } of complete) if (!cancelled.has(runId)) await gate.cancel(runId);
  }

  return {
    run,
    existing,
    runs,
    cancel,
    cancelStale: async (current) => {
      const all = await runs();
      const open = all.filter((run) => !run.completedAt && !run.cancelled);
      const stale = open.filter((run) => !fitsPlan(run, current)).map(({ runId }) => runId);
      for (const runId of stale) await cancel(runId, 'plan-changed');
      await closeGate(all.filter(({ completedAt, dates }) => completedAt && dates !== datesOf(current.plan)));
      return stale;
    },
    putIfAbsent: async (wanted) => {
      const item = { ...keyOf(wanted.runId), ...itemOf(wanted) };
      await putIf(table, item, { condition: 'attribute_not_exists(sk)' });
      return existing(wanted.runId);
    },
    adoptPlan: (runId, change) =>
      set(runId, change, 'attribute_exists(sk) AND attribute_not_exists(audience)'),
    countAudience: async (runId, audience) => {
      // A run that was canceled without an audience never gets one: the sweep completes it on that condition.
      const isOpen = 'attribute_not_exists(audience) AND attribute_not_exists(cancelled)';
      await set(runId, { audience }, `attribute_exists(sk) AND ${isOpen}`);
      return existing(runId);
    },
    markEnqueued: async (runId) => {
      await updateIf(table, keyOf(runId), setting({ writtenOut: true }));
    },
    markCompleted: async (runId, at) => {
      await set(runId, { completedAt: at }, 'attribute_exists(sk) AND attribute_not_exists(completedAt)');
    },
    markReconciled: async (runId, at) => {
      await set(runId, { reconciledAt: at });
    },
    restartBreaker: async (runId, at) => {
      await set(runId, { breakerFrom: at });
    },
  };
}

function keyOf(runId: string): ItemKey {
  return { pk: 'runs', sk: runId };
}

/** The change that sets these attributes. */
function setting(values: Item, condition = 'attribute_exists(sk)'): Change & Condition {
  const names = Object.keys(values);
  return {
    update: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
    condition,
    names: Object.fromEntries(names.map((name) => [`#${name}`, name])),
    values: Object.fromEntries(Object.entries(values).map(([name, value]) => [`:${name}`, value])),
  };
}

/** A run as it is stored. */
function itemOf({ enqueued, ...run }: Run): Item {
  return { ...run, ...(enqueued !== undefined && { writtenOut: enqueued }) };
}

/** @throws UnreadableRun when the item isn't a run. */
function runOf({ writtenOut, ...item }: Item): Run {
  const parsed = runSchema.safeParse({ ...item, ...(writtenOut !== undefined && { enqueued: writtenOut }) });
  if (!parsed.success) throw new UnreadableRun(String(item.sk), { cause: parsed.error });
  return parsed.data;
}
