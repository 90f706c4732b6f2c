import { campaign } from '#campaign';
import { fixtures } from '#fixtures';
import { dynamo } from '../../../../functions/aws/clients.ts';
import { type Item, scanItems } from '../../../../functions/aws/dynamo.ts';
import { kindOf, type MessageKind } from '../../../../functions/domain/plan/kinds.ts';
import { phasesOf } from '../../../../functions/domain/plan/phases.ts';
import type { Plan } from '../../../../functions/domain/plan/plan.ts';
import { ENV } from '../../../../functions/lib/env.ts';
import type { Cloud } from '../../../../local/cloud/cloud.ts';
import type { FactRecord, PhaseRecord, RunRecord, World } from '../../../oracle/phase-truth.ts';
import { aPlan, planWith } from '../../../support/builders/plan.ts';

/** Days of the pivot to which a launch is moved: later, earlier, and so early that phases are missed. */
export const PIVOTS = ['2018-10-22', '2018-11-05', '2018-10-15', '2018-07-30'] as const;

const CLOSED: Readonly<Record<string, string>> = {
  '2018-10-22': '2018-10-19T08:30',
  '2018-11-05': '2018-11-02T08:30',
  '2018-10-15': '2018-10-12T08:30',
  '2018-07-30': '2018-07-27T08:30',
};

export interface PlanChoice {
  readonly pivot: (typeof PIVOTS)[number];
  readonly byHand: boolean;
  readonly hold: boolean;
  /** Whether an approver must approve each phase. */
  readonly twoPeople: boolean;
  /** In an emergency: the pivot is to be announced. */
  readonly postponed: boolean;
}

/** The plan with which a launch begins. */
export const FIRST_PLAN: PlanChoice = {
  pivot: '2018-10-22',
  byHand: false,
  hold: false,
  twoPeople: false,
  postponed: false,
};

/** Members of the plan that a choice changes. */
export function planChanges({
  pivot,
  byHand,
  hold,
  twoPeople,
  postponed,
}: PlanChoice): Readonly<Record<string, unknown>> {
  return {
    ...(postponed ? fixtures.undated : fixtures.moved(pivot, CLOSED[pivot]!)),
    twoPersonApproval: twoPeople,
    'phases.0.approval': byHand ? 'by-hand' : 'automatic',
    'phases.3.hold': hold,
    [fixtures.gate]: true,
    roster: { maxUnreachablePercent: 100, maxNewPercent: 100 },
  };
}

export function planText(choice: PlanChoice): string {
  return JSON.stringify(planWith(planChanges(choice)));
}

/** What a plan says of its phases, of which a postponed one has none; only dates are taken from Crier. */
export function phaseRecords(choice: PlanChoice): PhaseRecord[] {
  const plan: Plan = aPlan(planChanges(choice));
  return phasesOf(plan).map(({ id, kind, at, expiresAt, approval, hold }) => ({
    id,
    kind,
    at: at.toInstant().toString(),
    expiresAt: expiresAt.toInstant().toString(),
    needsPerson:
      choice.twoPeople || approval === 'by-hand' || hold || kindOf(kind as MessageKind).gate !== undefined,
  }));
}

/** Filers, of whom some have no address, some are refused by SES, and some bounce. */
export const ROSTER = [
  `${campaign.key.column},last_name,first_name,email,user_type`,
  ...Array.from({ length: 24 }, (_, index) => `user${index},Filer,F${index},${addressOf(index)},attorney`),
].join('\n');

/** A roster after some uploads: two filers more for each. */
export function rosterAfter(uploads: number): string {
  const more = Array.from(
    { length: 2 * uploads },
    (_, index) => `more${index},Filer,M${index},more${index}@example.com,attorney`,
  );
  return [ROSTER, ...more].join('\n');
}

/** An update of phone numbers. */
export function updateAfter(uploads: number): string {
  return `${campaign.key.column},phone\nuser1,212-555-0${100 + uploads}\nuser2,212-555-0${200 + uploads}`;
}

function addressOf(index: number): string {
  if (index % 11 === 10) return '';
  if (index % 7 === 6) return `refused${index}@example.com`;
  return index % 5 === 4 ? 'bounce@simulator.amazonses.com' : `good${index}@example.com`;
}

/** What is stored, as raw items. */
export interface Stored {
  readonly runs: readonly RunRecord[];
  readonly held: ReadonlySet<string>;
  readonly facts: readonly (FactRecord & { readonly runId: string })[];
  readonly chunks: readonly {
    readonly runId: string;
    readonly done: boolean;
    readonly attempts: readonly { readonly filerId: string; readonly attempt: number }[];
  }[];
}

/** Reads all that the oracle follows from, without the project's stores. */
export async function readStored(cloud: Cloud): Promise<Stored> {
  const delivery = await scan(cloud.env[ENV.deliveryTable]!);
  const gate = delivery.find(({ pk }) => pk === 'gate') ?? {};
  const held = Object.entries(gate).filter(
    ([name, of]) => name.startsWith('hold:') && (of as Set<string>).size > 0,
  );
  return {
    runs: delivery.filter(({ pk }) => pk === 'runs') as unknown as RunRecord[],
    held: new Set(held.map(([name]) => name.slice('hold:'.length))),
    chunks: delivery.filter((item) => Array.isArray(item.attempts)) as unknown as Stored['chunks'],
    facts: (await scan(cloud.env[ENV.sendLogTable]!)) as unknown as Stored['facts'],
  };
}

function scan(name: string): Promise<Item[]> {
  return Array.fromAsync(scanItems({ db: dynamo(), name }));
}

/** The world of the oracle. */
export function worldOf(
  { runs, held, chunks }: Stored,
  rest: Pick<World, 'now' | 'releases' | 'voided' | 'lacks'>,
): World {
  const isOpen = (runIds: readonly string[]) =>
    chunks.some(({ runId, done }) => !done && runIds.includes(runId));
  return { ...rest, runs, held, isOpen };
}
