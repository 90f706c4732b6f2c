import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Temporal } from 'temporal-polyfill';
import { planSchema } from '../domain/plan/plan.ts';
import { planHash, planVersion } from '../domain/plan/plan-version.ts';
import type { CurrentPlan, StoredPlan } from '../domain/plan/stored-plan.ts';
import { datesOf } from '../domain/run/run.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { getItem, type Item, putIf, queryPage } from './dynamo.ts';

export interface PlanPage {
  /** Newest first. */
  readonly plans: readonly StoredPlan[];
  /** Pass it as `before` to go on; `null`: this is the last page. */
  readonly next: string | null;
}

export interface PutPlanResult {
  /**
   * `planned`: this upload is the plan in force, now or already. `unchanged`: the plan in force says the same.
   * `older`: the plan in force was uploaded later.
   */
  readonly outcome: 'planned' | 'unchanged' | 'older';
  /** The plan in force. */
  readonly current: CurrentPlan;
}

/** The plans of a launch: each upload a version that never changes, and one pointer to the one in force. */
export interface LaunchStore {
  /**
   * The plan in force, read consistently; `null` before the first upload.
   * @throws Error when the pointer names a version that is gone: better no email than a wrong one.
   */
  currentPlan(): Promise<CurrentPlan | null>;
  /** Every plan that was put in force, and now and then one that a later upload overtook meanwhile. */
  plans(page: { limit: number; before?: string | undefined }): Promise<PlanPage>;
  plan(version: string): Promise<StoredPlan | null>;
  /** Puts a plan in force unless a later upload is; safe to repeat. */
  putPlan(upload: Omit<StoredPlan, 'version'>): Promise<PutPlanResult>;
}

/** What names the plan in force. */
interface Pointer {
  readonly version: string;
  /** Instant of the newest upload so far, also of one that changed nothing. */
  readonly newestUpload: string;
  /** See `CurrentPlan`. */
  readonly datesSince: string;
}

const CURRENT = { pk: 'plan', sk: 'current' };
const VERSION = 'v#';

export function launchStore(env: Env, db: DynamoDBDocumentClient = dynamo()): LaunchStore {
  const table = { db, name: required(env, ENV.launchTable) };

  async function pointer(): Promise<Pointer | null> {
    const item = await getItem(table, CURRENT);
    if (!item) return null;
    const { version, newestUpload, datesSince = newestUpload } = item as unknown as Pointer;
    return { version, newestUpload, datesSince };
  }

  async function plan(version: string): Promise<StoredPlan | null> {
    const item = await getItem(table, keyOf(version));
    return item && storedOf(version, item);
  }

  async function planOf({ version, datesSince }: Pointer): Promise<CurrentPlan> {
    const found = await plan(version);
    if (!found) throw new Error(`Cannot use the plan because its version ${version} must exist: it is gone`);
    return { ...found, datesSince };
  }

  async function putVersion({ version, plan, ...upload }: StoredPlan): Promise<void> {
    const item = { ...keyOf(version), plan: JSON.stringify(plan), ...upload };
    await putIf(table, item, { condition: 'attribute_not_exists(pk)' });
  }

  /** Replaces the pointer if it is still the one that was read. @returns whether it did. */
  function move(read: Pointer | null, next: Pointer): Promise<boolean> {
    const condition = read
      ? {
          condition: '#version = :version AND newestUpload = :newestUpload',
          names: { '#version': 'version' },
          values: { ':version': read.version, ':newestUpload': read.newestUpload },
        }
      : { condition: 'attribute_not_exists(pk)' };
    return putIf(table, { ...CURRENT, ...next }, condition);
  }

  async function putPlan(upload: Omit<StoredPlan, 'version'>): Promise<PutPlanResult> {
    const { uploadedAt } = upload;
    const wanted = { ...upload, version: planVersion(upload.plan, uploadedAt) };
    const read = await pointer();
    const standing = read && (await planOf(read));
    if (standing?.version === wanted.version) return { outcome: 'planned', current: standing };
    if (read && standing && isBefore(uploadedAt, read.newestUpload))
      return { outcome: 'older', current: standing };
    if (standing && planHash(standing.plan) === planHash(wanted.plan)) {
      // A plan uploaded between the two, but delivered after them, must not replace what both say.
      const { version, datesSince } = standing;
      const moved = await move(read, { version, newestUpload: uploadedAt, datesSince });
      return moved ? { outcome: 'unchanged', current: standing } : putPlan(upload);
    }
    await putVersion(wanted);
    const hasSameDates = standing && datesOf(standing.plan) === datesOf(wanted.plan);
    const datesSince = hasSameDates ? standing.datesSince : uploadedAt;
    const moved = await move(read, { version: wanted.version, newestUpload: uploadedAt, datesSince });
    return moved ? { outcome: 'planned', current: { ...wanted, datesSince } } : putPlan(upload);
  }

  return {
    plan,
    putPlan,
    plans: async ({ limit, before }) => {
      const items = await queryPage(table, {
        consistent: true,
        where: 'pk = :pk AND sk BETWEEN :from AND :to',
        values: { ':pk': 'plan', ':from': VERSION, ':to': `${VERSION}${before ?? '~'}` },
        descending: true,
        // One more, since the range holds the place where an earlier page ended.
        limit: limit + 1,
      });
      const found = items.map((item) => storedOf((item.sk as string).slice(VERSION.length), item));
      const plans = found.filter(({ version }) => version !== before).slice(0, limit);
      const next = items.length > limit ? (plans.at(-1)?.version ?? null) : null;
      return { plans, next };
    },
    currentPlan: async () => {
      const read = await pointer();
      return read && planOf(read);
    },
  };
}

function keyOf(version: string): { pk: string; sk: string } {
  return { pk: 'plan', sk: `${VERSION}${version}` };
}

/** Parsed again, so that a version written by older code has today's defaults. */
function storedOf(version: string, item: Item): StoredPlan {
  const plan = planSchema.parse(JSON.parse(item.plan as string));
  const { uploadedAt, key, by } = item as unknown as StoredPlan;
  return { version, plan, uploadedAt, key, ...(by !== undefined && { by }) };
}

function isBefore(one: string, other: string): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}
