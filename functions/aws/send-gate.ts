import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { GateRate } from '../domain/run/rate.ts';
import {
  type Gate,
  type HoldScope,
  isHeld,
  type PauseNote,
  type Reservation,
  type Share,
} from '../domain/run/send-gate.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { getItem, type Table, updateIf, updateItem } from './dynamo.ts';
import { FAILURES, GATE_KEY, gateOf, HOLD, nameOf, pauseKey, pauseNoteSchema } from './gate-item.ts';

/**
 * The one item that every sender asks before it sends: a rate limiter (GCRA, a token bucket that keeps only the time of
 * the next free slot), with holds and canceled runs in the same condition.
 */
export interface SendGate {
  /** Reads it consistently. */
  read(): Promise<Gate>;
  /**
   * Reserves `count` slots in one conditional write, which fails while everything or this run is held, the run
   * is canceled, or the next free slot is too far ahead.
   */
  reserve(runId: string, share: Share): Promise<Reservation>;
  /** Adds one reason, by a person's command. */
  hold(scope: HoldScope, reason: string): Promise<void>;
  /** Keeps who paused a scope the last time, beside the gate's item: for people, nothing is decided from it. */
  notePause(scope: HoldScope, note: PauseNote): Promise<void>;
  /** Who paused a scope the last time; `null`: not noted. */
  pauseNote(scope: HoldScope): Promise<PauseNote | null>;
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
  /** Closes the gate to a run permanently. */
  cancel(runId: string): Promise<void>;
  /** Lowers the rate after a throttle; throttles of one moment count as one. @returns whether it was lowered. */
  reduceRate(rate: Required<GateRate>): Promise<boolean>;
  /** Counts failed emails; `begins`: others went well before them. @returns how many there are in a row. */
  countFailures(runId: string, row: { count: number; begins: boolean }): Promise<number>;
}

/** Emails that are on their way when SES throttles are throttled too: that counts as one throttle. */
const SAME_THROTTLE_MILLISECONDS = 2000;
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

/** Builds the send gate on its item in the delivery table. @throws Error when the table's variable is missing. */
export function sendGate(env: Env, db: DynamoDBClient = dynamo()): SendGate {
  const table = { db, name: required(env, ENV.deliveryTable) };

  async function read(): Promise<Gate> {
    return gateOf((await getItem(table, GATE_KEY)) ?? {});
  }

  async function changeSet(verb: 'ADD' | 'DELETE', name: string, member: string): Promise<void> {
    await updateItem(table, GATE_KEY, {
      update: `${verb} #set :members`,
      names: { '#set': name },
      values: { ':members': new Set([member]) },
    });
  }

  return {
    read,
    reserve: reserver(table, read),
    hold: (scope, reason) => changeSet('ADD', HOLD + scope, reason),
    notePause: async (scope, note) => {
      await updateItem(table, pauseKey(scope), { update: 'SET note = :note', values: { ':note': note } });
    },
    pauseNote: async (scope) => {
      const item = await getItem(table, pauseKey(scope));
      return pauseNoteSchema.safeParse(item?.note).data ?? null;
    },
    openBreaker: (scope, reason) =>
      updateIf(table, GATE_KEY, {
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
      await updateItem(table, GATE_KEY, {
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
      const counted = await updateItem(table, GATE_KEY, {
        update: begins ? 'SET #failures = :count' : 'ADD #failures :count',
        names: { '#failures': `${FAILURES}${runId}` },
        values: { ':count': count },
        returns: 'UPDATED_NEW',
      });
      return Number(counted?.[`${FAILURES}${runId}`]);
    },
    reduceRate: ({ factor, throttledAt }) =>
      updateIf(table, GATE_KEY, {
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

/** @param read Reads the gate, to tell why there are no slots. */
function reserver(table: Table, read: () => Promise<Gate>): SendGate['reserve'] {
  /** @returns the first slot, in epoch microseconds; `null` when the condition of this form doesn't hold. */
  async function reserveIn(form: keyof typeof FORMS, runId: string, share: Share): Promise<number | null> {
    const length = share.count * share.intervalMicroseconds;
    const earliest = share.earliest * 1000;
    const { update, condition } = FORMS[form];
    const reserved = await updateItem(table, GATE_KEY, {
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

  return async (runId, share) => {
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
  };
}
