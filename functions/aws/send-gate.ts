import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { GateRate } from '../domain/run/rate.ts';
import {
  type Gate,
  type Hold,
  type HoldScope,
  isHeld,
  type Reservation,
  type Share,
} from '../domain/run/send-gate.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { getItem, type Item, updateIf, updateItem } from './dynamo.ts';

/**
 * The one item that every sender asks before it sends: a rate limiter (GCRA, a token bucket that keeps only the time of
 * the next free slot), with holds and cancelled runs in the same condition.
 */
export interface SendGate {
  /** Reads it consistently. */
  read(): Promise<Gate>;
  /**
   * Reserves `count` slots in one conditional write, which fails while everything or this run is held, the run
   * is cancelled, or the next free slot is too far ahead.
   */
  reserve(runId: string, share: Share): Promise<Reservation>;
  /** Adds one reason, by a person's command. */
  hold(scope: HoldScope, reason: string): Promise<void>;
  /**
   * Opens the circuit breaker: adds one reason automatically, and notes it as unnotified. @returns whether it is new.
   */
  openBreaker(scope: HoldScope, reason: string): Promise<boolean>;
  /** Notes that people were notified of a hold. */
  markNotified(scope: HoldScope, reason: string): Promise<void>;
  /**
   * Lifts one reason; others keep the scope held. Whatever the reason, the run's failures in a row are counted from
   * zero again.
   */
  lift(scope: HoldScope, reason: string): Promise<void>;
  /** Closes the gate to a run for good. */
  cancel(runId: string): Promise<void>;
  /** Lowers the rate after a throttle; throttles of one moment count as one. @returns whether it was lowered. */
  reduceRate(rate: Required<GateRate>): Promise<boolean>;
  /** Counts failed emails; `begins`: others went well before them. @returns how many there are in a row. */
  countFailures(runId: string, row: { count: number; begins: boolean }): Promise<number>;
}

/** Emails that are on their way when SES throttles are throttled too: that counts as one throttle. */
const SAME_THROTTLE_MILLISECONDS = 2000;
const HOLD = 'hold:';
const FAILURES = 'failures:';
const OPEN =
  'attribute_not_exists(#all) AND attribute_not_exists(#run) AND (' +
  'attribute_not_exists(cancelled) OR NOT contains(cancelled, :run))';
/** An update has no `max`, so a reservation continues the schedule of slots, or starts it afresh when that is past. */
const FORMS = {
  continued: {
    update: 'SET freeFrom = freeFrom + :length',
    condition: 'freeFrom BETWEEN :earliest AND :latest',
  },
  afresh: {
    update: 'SET freeFrom = :end',
    condition: '(attribute_not_exists(freeFrom) OR freeFrom < :earliest)',
  },
} as const;

const names = z.set(z.string());
const gateSchema = z.object({
  freeFrom: z.number().default(0),
  factor: z.number().exactOptional(),
  throttledAt: z.number().exactOptional(),
  untold: names.default(() => new Set<string>()),
  cancelled: names.default(() => new Set<string>()),
});

function gateOf(item: Item): Gate {
  const under = <Value>(prefix: string, value: z.ZodType<Value>) =>
    new Map(
      Object.entries(item)
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, found]) => [name.slice(prefix.length), value.parse(found)] as const),
    );
  const { untold, ...gate } = gateSchema.parse(item);
  return {
    ...gate,
    unnotified: [...untold].sort().map(holdOf),
    holds: under(HOLD, names),
    failures: under(FAILURES, z.number()),
  };
}

/** Builds the send gate on its item in the delivery table. @throws Error when the table's variable is missing. */
export function sendGate(env: Env, db: DynamoDBDocumentClient = dynamo()): SendGate {
  const table = { db, name: required(env, ENV.deliveryTable) };
  const key = { pk: 'gate', sk: 'gate' };

  async function read(): Promise<Gate> {
    return gateOf((await getItem(table, key)) ?? {});
  }

  async function changeSet(verb: 'ADD' | 'DELETE', name: string, member: string): Promise<void> {
    await updateItem(table, key, {
      update: `${verb} #set :members`,
      names: { '#set': name },
      values: { ':members': new Set([member]) },
    });
  }

  /** @returns the first slot, in epoch microseconds; `null` when the condition of this form doesn't hold. */
  async function reserveIn(form: keyof typeof FORMS, runId: string, share: Share): Promise<number | null> {
    const length = share.count * share.intervalMicroseconds;
    const earliest = share.earliest * 1000;
    const { update, condition } = FORMS[form];
    const reserved = await updateItem(table, key, {
      update,
      condition: `${OPEN} AND ${condition}`,
      names: { '#all': `${HOLD}all`, '#run': `${HOLD}${runId}` },
      values: {
        ':run': runId,
        ':earliest': earliest,
        ...(form === 'continued'
          ? { ':length': length, ':latest': share.latest * 1000 }
          : { ':end': earliest + length }),
      },
      returns: 'UPDATED_NEW',
    });
    return reserved && Number(reserved.freeFrom) - length;
  }

  return {
    read,
    reserve: async (runId, share) => {
      for (;;) {
        const firstSlot =
          (await reserveIn('continued', runId, share)) ?? (await reserveIn('afresh', runId, share));
        if (firstSlot !== null) return { slots: true, firstSlot };
        const gate = await read();
        if (gate.cancelled.has(runId)) return { slots: false, reason: 'cancelled' };
        if (isHeld(gate, runId)) return { slots: false, reason: 'held' };
        const { freeFrom } = gate;
        if (freeFrom > share.latest * 1000) return { slots: false, reason: 'ahead', freeFrom };
      }
    },
    hold: (scope, reason) => changeSet('ADD', HOLD + scope, reason),
    openBreaker: (scope, reason) =>
      updateIf(table, key, {
        update: 'ADD #hold :reasons, untold :holds',
        condition: 'attribute_not_exists(#hold) OR NOT contains(#hold, :reason)',
        names: { '#hold': HOLD + scope },
        values: {
          ':reasons': new Set([reason]),
          ':reason': reason,
          ':holds': new Set([nameOf({ scope, reason })]),
        },
      }),
    markNotified: (scope, reason) => changeSet('DELETE', 'untold', nameOf({ scope, reason })),
    lift: async (scope, reason) => {
      await updateItem(table, key, {
        update: 'DELETE #hold :reasons, untold :holds REMOVE #failures',
        names: { '#hold': HOLD + scope, '#failures': FAILURES + scope },
        values: {
          ':reasons': new Set([reason]),
          ':holds': new Set([nameOf({ scope, reason })]),
        },
      });
    },
    cancel: (runId) => changeSet('ADD', 'cancelled', runId),
    countFailures: async (runId, { count, begins }) => {
      const counted = await updateItem(table, key, {
        update: begins ? 'SET #failures = :count' : 'ADD #failures :count',
        names: { '#failures': `${FAILURES}${runId}` },
        values: { ':count': count },
        returns: 'UPDATED_NEW',
      });
      return Number(counted?.[`${FAILURES}${runId}`]);
    },
    reduceRate: ({ factor, throttledAt }) =>
      updateIf(table, key, {
        update: 'SET factor = :factor, throttledAt = :at',
        condition: 'attribute_not_exists(throttledAt) OR throttledAt <= :before',
        values: {
          ':factor': factor,
          ':at': throttledAt,
          ':before': throttledAt - SAME_THROTTLE_MILLISECONDS,
        },
      }),
  };
}

function nameOf({ scope, reason }: Hold): string {
  return `${scope} ${reason}`;
}

function holdOf(name: string): Hold {
  const [scope, reason] = name.split(' ') as [string, string];
  return { scope, reason };
}
