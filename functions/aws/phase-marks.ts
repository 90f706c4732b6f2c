import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { actorSchema } from '../domain/actor.ts';
import { type Approval, VOID_CODES, type VoidReason } from '../domain/run/approval-record.ts';
import { HOLD_REASONS } from '../domain/run/may-start.ts';
import type { HoldMark, PhaseMarks, PhaseName, PreparedMark } from '../domain/run/phase-marks.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { type Item, type ItemKey, putIf, putItem, queryItems, type Table, updateItem } from './dynamo.ts';
import { codeSchema, storedCode } from './stored-codes.ts';

const releaseSchema = z.object({ by: actorSchema, why: z.string(), at: z.string() });
const approvalSchema = z.object({
  phaseId: z.string(),
  scheduledFor: z.string(),
  runNumber: z.number(),
  expiresAt: z.string().nullable(),
  planVersion: z.string(),
  rosterVersion: z.string(),
  rosterRevision: z.number(),
  wording: z.string(),
  audience: z.string(),
  filers: z.number().default(0),
  erased: z.number().default(0),
  by: z.object({ kind: z.literal('person'), id: z.string() }),
  authors: z.array(z.string()),
  at: z.string(),
});
const voidSchema = z
  .object({ code: z.enum(VOID_CODES), filers: z.number().exactOptional() })
  .transform((reason) => reason as VoidReason);
/** A hold's mark as it is stored. */
const holdSchema = z
  .object({
    reason: codeSchema(HOLD_REASONS),
    since: z.string(),
    toldAt: z.string(),
    void: z.array(voidSchema).exactOptional(),
  })
  .transform(({ toldAt, ...hold }): HoldMark => ({ ...hold, notifiedAt: toldAt }));
const marksSchema = z.object({
  hold: holdSchema.exactOptional(),
  rosterAwaitedAt: z.string().exactOptional(),
  checkedFor: z.string().exactOptional(),
  dismissed: releaseSchema.exactOptional(),
  prepared: z
    .object({
      filers: z.number(),
      settled: z.boolean(),
      at: z.string(),
      facts: z.array(z.object({ key: z.string(), filers: z.number() })).exactOptional(),
    })
    .exactOptional(),
});

/** The marks of phases, in the launch's table. */
export interface PhaseMarkStore {
  /** Marks, with the release of the run of this number: see `currentRun`. */
  marks(name: PhaseName, runNumber?: number): Promise<PhaseMarks>;
  /** Records a release of a run; the first one counts. @returns whether it was this one. */
  release(
    name: PhaseName,
    release: NonNullable<PhaseMarks['release']> & { readonly runNumber?: number },
  ): Promise<boolean>;
  /** Records a person's approval, and with it the release of the run, instead of an earlier one. */
  approve(approval: Approval, why: string): Promise<void>;
  /** Notes why the phase waits, instead of what was noted before. */
  markHold(name: PhaseName, hold: HoldMark): Promise<void>;
  /** Notes for what it was last looked at whether the approval still counts. */
  markChecked(name: PhaseName, checkedFor: string): Promise<void>;
  /** Forgets why the phase waited. */
  clearHold(name: PhaseName): Promise<void>;
  /** Notes that the clerk was reminded of link status that is due. `at`: instant, ISO 8601 in UTC. */
  markRosterAwaited(name: PhaseName, at: string): Promise<void>;
  /** Notes that a person decided against a correction. */
  markDismissed(name: PhaseName, dismissed: NonNullable<PhaseMarks['dismissed']>): Promise<void>;
  /** Notes how many filers a change is prepared for, in the place of an earlier count. */
  markPrepared(name: PhaseName, prepared: PreparedMark): Promise<void>;
}

/** Builds the store on the launch's table. @throws Error when the table's variable is missing. */
export function phaseMarkStore(env: Env, db: DynamoDBClient = dynamo()): PhaseMarkStore {
  const table = { db, name: required(env, ENV.launchTable) };

  async function set(name: PhaseName, member: keyof PhaseMarks, value: unknown): Promise<void> {
    await updateItem(table, keyOf(name), {
      update: 'SET #member = :value',
      names: { '#member': member },
      values: { ':value': value },
    });
  }

  return {
    marks: async (name, runNumber = 1) => {
      const items = await itemsOf(table, name.phaseId);
      const itemAt = ({ sk }: ItemKey) => items.find((item) => item.sk === sk);
      const release = itemAt(releaseKeyOf(name, runNumber));
      const approval = latestApproval(items);
      return {
        ...marksSchema.parse(itemAt(keyOf(name)) ?? {}),
        ...(release && { release: releaseSchema.parse(release) }),
        ...(approval && { approval }),
      };
    },
    approve: async (approval, why) => {
      const { phaseId, at, by, runNumber } = approval;
      await putItem(table, { pk: `phase#${phaseId}`, sk: `${APPROVAL}${at}`, ...approval });
      await putItem(table, { ...releaseKeyOf(approval, runNumber), by, why, at });
    },
    release: (name, { runNumber = 1, ...release }) =>
      putIf(
        table,
        { ...releaseKeyOf(name, runNumber), ...release },
        { condition: 'attribute_not_exists(pk)' },
      ),
    markHold: (name, { notifiedAt, reason, ...hold }) =>
      set(name, 'hold', { ...hold, reason: storedCode(reason), toldAt: notifiedAt }),
    markChecked: (name, checkedFor) => set(name, 'checkedFor', checkedFor),
    clearHold: async (name) => {
      await updateItem(table, keyOf(name), { update: 'REMOVE #hold', names: { '#hold': 'hold' } });
    },
    markRosterAwaited: (name, at) => set(name, 'rosterAwaitedAt', at),
    markDismissed: (name, dismissed) => set(name, 'dismissed', dismissed),
    markPrepared: (name, prepared) => set(name, 'prepared', prepared),
  };
}

const APPROVAL = 'approval#';

/** Everything that is noted of a phase: a few items for each time at which it was ever scheduled. */
function itemsOf(table: Table, phaseId: string): Promise<Item[]> {
  const query = { consistent: true, where: 'pk = :pk', values: { ':pk': `phase#${phaseId}` } };
  return Array.fromAsync(queryItems(table, query));
}

/** The latest approval of a phase. One that can't be read approves nothing. @param items In the order of their keys */
function latestApproval(items: readonly Item[]): Approval | null {
  const item = items.findLast(({ sk }) => String(sk).startsWith(APPROVAL));
  return approvalSchema.safeParse(item).data ?? null;
}

function keyOf({ phaseId, scheduledFor }: PhaseName) {
  return { pk: `phase#${phaseId}`, sk: `${scheduledFor}#marks` };
}

function releaseKeyOf({ phaseId, scheduledFor }: PhaseName, runNumber: number) {
  return { pk: `phase#${phaseId}`, sk: `${scheduledFor}#release${runNumber === 1 ? '' : `#${runNumber}`}` };
}
