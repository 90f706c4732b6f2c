import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { dynamo } from '../shared/aws.client.ts';
import { ENV, type Env, required } from '../shared/env.ts';
import type { GateRate } from './gate.ts';

/** `all`, or the id of the run that is held. */
export type HoldScope = 'all' | (string & {});

/** The gate as read; times are epoch milliseconds. */
export interface Gate extends GateRate {
  /** From then on the next slot is free. */
  readonly freeFrom: number;
  /** Reasons by scope: a scope is held while it has one. */
  readonly holds: ReadonlyMap<HoldScope, ReadonlySet<string>>;
  readonly cancelled: ReadonlySet<string>;
  /** Emails in a row that went wrong, by run; those without any are left out. */
  readonly failures: ReadonlyMap<string, number>;
}

export type Reservation =
  /** Slots from `firstSlot` (epoch milliseconds) on, one each interval. */
  | { readonly slots: true; readonly firstSlot: number }
  | { readonly slots: false; readonly reason: 'held' | 'cancelled' };

/** What a sender asks for; `now` in epoch milliseconds. */
export interface Share {
  readonly count: number;
  readonly intervalMilliseconds: number;
  readonly now: number;
}

/** The one item that every sender asks before it sends: rate, holds and cancelled runs. */
export interface GateStore {
  read(): Promise<Gate>;
  /**
   * Reserves `count` slots in one conditional write, which fails while everything or this run is held or
   * the run is cancelled.
   */
  reserve(runId: string, share: Share): Promise<Reservation>;
  hold(scope: HoldScope, reason: string): Promise<void>;
  /** Lifts one reason; others keep the scope held. */
  lift(scope: HoldScope, reason: string): Promise<void>;
  /** For good. */
  cancel(runId: string): Promise<void>;
  slowDown(rate: Required<GateRate>): Promise<void>;
  /** Counts emails that went wrong; `begins`: others went well before them. @returns how many there are in a row. */
  countFailures(runId: string, row: { count: number; begins: boolean }): Promise<number>;
  /** Holds a run, and begins its row of failures anew: whoever lifts the hold goes on from nought. */
  trip(runId: string, reason: string): Promise<void>;
}

const HOLD = 'hold:';
const FAILURES = 'failures:';
const OPEN =
  'attribute_not_exists(#all) AND attribute_not_exists(#run) AND (attribute_not_exists(cancelled) OR NOT contains(cancelled, :run))';
const FORMS = {
  goOn: { update: 'SET freeFrom = freeFrom + :length', condition: 'freeFrom >= :now' },
  afresh: {
    update: 'SET freeFrom = :end',
    condition: '(attribute_not_exists(freeFrom) OR freeFrom < :now)',
  },
} as const;

export function gateStore(env: Env, db: DynamoDBDocumentClient = dynamo()): GateStore {
  const table = required(env, ENV.deliveryTable);
  const key = { pk: 'gate', sk: 'gate' };

  async function read(): Promise<Gate> {
    const { Item = {} } = await db.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
    const under = <Value>(prefix: string) =>
      new Map(
        Object.entries(Item)
          .filter(([name]) => name.startsWith(prefix))
          .map(([name, value]) => [name.slice(prefix.length), value as Value] as const),
      );
    return {
      freeFrom: Item.freeFrom ?? 0,
      factor: Item.factor,
      throttledAt: Item.throttledAt,
      holds: under<Set<string>>(HOLD),
      cancelled: Item.cancelled ?? new Set(),
      failures: under<number>(FAILURES),
    };
  }

  function changeSet(verb: 'ADD' | 'DELETE', name: string, member: string): Promise<unknown> {
    return db.send(
      new UpdateCommand({
        TableName: table,
        Key: key,
        UpdateExpression: `${verb} #set :members`,
        ExpressionAttributeNames: { '#set': name },
        ExpressionAttributeValues: { ':members': new Set([member]) },
      }),
    );
  }

  /** An update has no `max`, so a reservation goes on with the schedule or starts it afresh, in two forms. */
  async function take(form: keyof typeof FORMS, runId: string, share: Share): Promise<number | null> {
    const length = share.count * share.intervalMilliseconds;
    const { update, condition } = FORMS[form];
    try {
      const { Attributes } = await db.send(
        new UpdateCommand({
          TableName: table,
          Key: key,
          UpdateExpression: update,
          ConditionExpression: `${OPEN} AND ${condition}`,
          ExpressionAttributeNames: { '#all': `${HOLD}all`, '#run': `${HOLD}${runId}` },
          ExpressionAttributeValues: {
            ':run': runId,
            ':now': share.now,
            ...(form === 'goOn' ? { ':length': length } : { ':end': share.now + length }),
          },
          ReturnValues: 'UPDATED_NEW',
        }),
      );
      return Attributes?.freeFrom - length;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return null;
      throw error;
    }
  }

  return {
    read,
    reserve: async (runId, share) => {
      for (;;) {
        const firstSlot = (await take('goOn', runId, share)) ?? (await take('afresh', runId, share));
        if (firstSlot !== null) return { slots: true, firstSlot };
        const gate = await read();
        if (gate.cancelled.has(runId)) return { slots: false, reason: 'cancelled' };
        if (isHeld(gate, runId)) return { slots: false, reason: 'held' };
      }
    },
    hold: async (scope, reason) => {
      await changeSet('ADD', `${HOLD}${scope}`, reason);
    },
    lift: async (scope, reason) => {
      await changeSet('DELETE', `${HOLD}${scope}`, reason);
    },
    cancel: async (runId) => {
      await changeSet('ADD', 'cancelled', runId);
    },
    countFailures: async (runId, { count, begins }) => {
      const { Attributes } = await db.send(
        new UpdateCommand({
          TableName: table,
          Key: key,
          UpdateExpression: begins ? 'SET #failures = :count' : 'ADD #failures :count',
          ExpressionAttributeNames: { '#failures': `${FAILURES}${runId}` },
          ExpressionAttributeValues: { ':count': count },
          ReturnValues: 'UPDATED_NEW',
        }),
      );
      return Attributes?.[`${FAILURES}${runId}`];
    },
    trip: async (runId, reason) => {
      await db.send(
        new UpdateCommand({
          TableName: table,
          Key: key,
          UpdateExpression: 'ADD #hold :reasons REMOVE #failures',
          ExpressionAttributeNames: { '#hold': `${HOLD}${runId}`, '#failures': `${FAILURES}${runId}` },
          ExpressionAttributeValues: { ':reasons': new Set([reason]) },
        }),
      );
    },
    slowDown: async ({ factor, throttledAt }) => {
      await db.send(
        new UpdateCommand({
          TableName: table,
          Key: key,
          UpdateExpression: 'SET factor = :factor, throttledAt = :at',
          ExpressionAttributeValues: { ':factor': factor, ':at': throttledAt },
        }),
      );
    },
  };
}

/** Whether everything or this run is held. */
export function isHeld(gate: Gate, runId: string): boolean {
  return gate.holds.has('all') || gate.holds.has(runId);
}
