import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Temporal } from 'temporal-polyfill';
import { type HoldScope, TEST_RUN } from '../domain/run/send-gate.ts';
import type { Clock } from '../lib/clock.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { getItem, type Table, updateIf } from './dynamo.ts';
import { GATE_KEY, HOLD, nameOf } from './gate-item.ts';
import type { SendGate } from './send-gate.ts';

/** The reason for holds that follow a restore. */
export const RESTORED = 'restored';
/** The variable's value while every table is the launch's own. */
export const NOT_RESTORED = 'no';

interface GuardParts {
  readonly env: Env;
  readonly clock: Clock;
  readonly db: DynamoDBClient;
}

/**
 * Guards the send gate while restored tables are attached, because they lack what happened after their backup: sent
 * emails, holds, suppressions. It holds everything once, before the first read or reservation. It also holds each run that
 * was due before then once, because that run may have sent emails that no table knows. Only a person lifts these holds.
 */
export function restoredGate(gate: SendGate, { env, clock, db }: GuardParts): SendGate {
  const restore = env[ENV.restored] ?? NOT_RESTORED;
  if (restore === NOT_RESTORED) return gate;
  const table = { db, name: required(env, ENV.deliveryTable) };
  /** Runs known to have been held once, or not to need it. */
  const passed = new Set<string>([TEST_RUN]);
  let known: Promise<Temporal.Instant> | null = null;

  /** @returns when everything was held. */
  function heldAt(): Promise<Temporal.Instant> {
    known ??= holdAll(table, { restore, clock }).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  }

  return {
    ...gate,
    read: async () => {
      await heldAt();
      return gate.read();
    },
    reserve: async (runId, share) => {
      const at = await heldAt();
      if (!passed.has(runId)) {
        if (wasDue(runId, at) && (await holdRun(table, runId))) return { slots: false, reason: 'held' };
        passed.add(runId);
      }
      return gate.reserve(runId, share);
    },
  };
}

/** Holds everything, once for each restore. @returns when it did. */
async function holdAll(
  table: Table,
  { restore, clock }: { restore: string; clock: Clock },
): Promise<Temporal.Instant> {
  const item = await getItem(table, GATE_KEY);
  if (item?.restored === restore) return instantOf(item.restoredAt);
  await updateIf(table, GATE_KEY, {
    update: 'SET restored = :restore, restoredAt = :at ADD #hold :reasons, untold :holds REMOVE restoredRuns',
    condition: 'attribute_not_exists(restored) OR restored <> :restore',
    names: { '#hold': HOLD + 'all' },
    values: { ':restore': restore, ':at': clock.now().epochMilliseconds, ...holding('all') },
  });
  return instantOf((await getItem(table, GATE_KEY))?.restoredAt);
}

/** Holds a run, once for each restore. @returns whether this call did. */
function holdRun(table: Table, runId: string): Promise<boolean> {
  return updateIf(table, GATE_KEY, {
    update: 'ADD #hold :reasons, untold :holds, restoredRuns :runs',
    condition: 'attribute_not_exists(restoredRuns) OR NOT contains(restoredRuns, :run)',
    names: { '#hold': HOLD + runId },
    values: { ...holding(runId), ':runs': new Set([runId]), ':run': runId },
  });
}

/** The reason for a hold, and its name among those that people haven't been notified of. */
function holding(scope: HoldScope) {
  return {
    ':reasons': new Set([RESTORED]),
    ':holds': new Set([nameOf({ scope, reason: RESTORED })]),
  };
}

/** Whether a run was due by then, according to its id. If its id doesn't say, it may have been. */
function wasDue(runId: string, by: Temporal.Instant): boolean {
  const [, due] = /_(\d{8}T\d{6}Z)$/.exec(runId) ?? [];
  return due === undefined || Temporal.Instant.compare(due, by) <= 0;
}

function instantOf(milliseconds: unknown): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Number(milliseconds));
}
