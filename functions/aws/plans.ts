import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { actorSchema, outsideActor } from '../domain/actor.ts';
import { decidePlan, type PlanDecision, type PlanPointer } from '../domain/plan/decide-plan.ts';
import { withNewNames } from '../domain/plan/old-names.ts';
import { planSchema } from '../domain/plan/plan.ts';
import { planVersion } from '../domain/plan/plan-version.ts';
import type { CurrentPlan, StoredPlan } from '../domain/plan/stored-plan.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { getItem, type Item, type ItemKey, putIf, queryPage, type Table } from './dynamo.ts';

/** A page of the plans. */
interface PlanPage {
  /** Newest first. */
  readonly plans: readonly StoredPlan[];
  /** Pass it as `before` to continue; `null`: this is the last page. */
  readonly next: string | null;
}

/** What became of an uploaded plan. */
type PutPlanResult = Omit<PlanDecision, 'pointer'>;

/** The plans of a launch: each upload a version that never changes, and one pointer to the active one. */
export interface PlanStore {
  /**
   * The active plan, read consistently; `null` before the first upload.
   * @throws Error when the pointer names a version that is gone: better no email than a wrong one.
   */
  current(): Promise<CurrentPlan | null>;
  /** Every plan that was ever active, and now and then one that a later upload overtook meanwhile. */
  page(page: { limit: number; before?: string | undefined }): Promise<PlanPage>;
  version(version: string): Promise<StoredPlan | null>;
  /** The plan that waits for a second person; `null`: none. */
  pending(): Promise<StoredPlan | null>;
  /** Makes a plan the active one unless a later upload is; safe to repeat. */
  put(upload: Omit<StoredPlan, 'version'>): Promise<PutPlanResult>;
}

const CURRENT = { pk: 'plan', sk: 'current' };
const VERSION = 'v#';

const pointerSchema = z
  .object({
    version: z.string(),
    newestUpload: z.string(),
    datesSince: z.string().optional(),
    factsSince: z.string().optional(),
    pending: z
      .object({
        version: z.string(),
        hash: z.string(),
        by: actorSchema,
        editors: z.array(z.string()).exactOptional(),
      })
      .exactOptional(),
  })
  .transform(
    ({ datesSince, factsSince, ...pointer }): PlanPointer => ({
      ...pointer,
      datesSince: datesSince ?? pointer.newestUpload,
      factsSince: factsSince ?? datesSince ?? pointer.newestUpload,
    }),
  );

/** The plans in the launch table. */
export function planStore(env: Env, db: DynamoDBClient = dynamo()): PlanStore {
  const table = { db, name: required(env, ENV.launchTable) };
  /** The version read last, nearly always the active one: it never changes, and parsing it takes the most time. */
  let kept: { readonly place: string; readonly stored: StoredPlan } | null = null;

  async function version(name: string, key = keyOf(name)): Promise<StoredPlan | null> {
    const place = `${key.pk} ${key.sk}`;
    if (kept?.place === place) return kept.stored;
    const item = await getItem(table, key);
    if (!item) return null;
    kept = { place, stored: storedOf(name, item) };
    return kept.stored;
  }

  async function active(): Promise<{ pointer: PlanPointer; current: CurrentPlan } | null> {
    const pointer = pointerSchema.nullable().parse(await getItem(table, CURRENT));
    if (!pointer) return null;
    const found = await version(pointer.version);
    if (!found)
      throw new Error(`Cannot use the plan because its version ${pointer.version} must exist: it is gone`);
    const { datesSince, factsSince } = pointer;
    return { pointer, current: { ...found, datesSince, factsSince } };
  }

  async function put(upload: Omit<StoredPlan, 'version'>): Promise<PutPlanResult> {
    const wanted = { ...upload, version: planVersion(upload.plan, upload.uploadedAt) };
    const read = await active();
    const { pointer, ...result } = decidePlan(wanted, read);
    if (!pointer) return result;
    if (pointer.version === wanted.version) await putVersion(table, wanted);
    else if (pointer.pending?.version === wanted.version) {
      await putVersion(table, wanted, pendingKeyOf(wanted.version));
    }
    return (await movePointer(table, { from: read?.pointer, to: pointer })) ? result : put(upload);
  }

  return {
    version: (name) => version(name),
    pending: async () => {
      const { pending } = (await active())?.pointer ?? {};
      return pending ? version(pending.version, pendingKeyOf(pending.version)) : null;
    },
    put,
    page: (range) => pageOf(table, range),
    current: async () => (await active())?.current ?? null,
  };
}

async function pageOf(table: Table, { limit, before }: Parameters<PlanStore['page']>[0]): Promise<PlanPage> {
  const items = await queryPage(table, {
    consistent: true,
    where: 'pk = :pk AND sk BETWEEN :from AND :to',
    values: { ':pk': 'plan', ':from': VERSION, ':to': `${VERSION}${before ?? '~'}` },
    descending: true,
    // One more, since the range holds the place where an earlier page ended.
    limit: limit + 1,
  });
  const found = items.map((item) => storedOf(String(item.sk).slice(VERSION.length), item));
  const plans = found.filter(({ version }) => version !== before).slice(0, limit);
  const next = items.length > limit ? (plans.at(-1)?.version ?? null) : null;
  return { plans, next };
}

function keyOf(version: string): ItemKey {
  return { pk: 'plan', sk: `${VERSION}${version}` };
}

function pendingKeyOf(version: string): ItemKey {
  return { pk: 'plan-pending', sk: version };
}

async function putVersion(
  table: Table,
  { version, plan, ...upload }: StoredPlan,
  key = keyOf(version),
): Promise<void> {
  const item = { ...key, plan: JSON.stringify(plan), ...upload };
  await putIf(table, item, { condition: 'attribute_not_exists(pk)' });
}

/** Replaces the pointer if it is still the one that was read. @returns whether it did. */
function movePointer(
  table: Table,
  { from, to }: { from: PlanPointer | undefined; to: PlanPointer },
): Promise<boolean> {
  const condition = from
    ? {
        condition: '#version = :version AND newestUpload = :newestUpload',
        names: { '#version': 'version' },
        values: { ':version': from.version, ':newestUpload': from.newestUpload },
      }
    : { condition: 'attribute_not_exists(pk)' };
  return putIf(table, { ...CURRENT, ...to }, condition);
}

const storedSchema = z.object({
  plan: z.string(),
  uploadedAt: z.string(),
  key: z.string(),
  // Absent in plans from outside the console that earlier code stored.
  by: actorSchema.default(outsideActor()),
  editors: z.array(z.string()).exactOptional(),
});

/** The plan is parsed again, so that a version written by older code has today's defaults. */
function storedOf(version: string, item: Item): StoredPlan {
  const { plan, ...stored } = storedSchema.parse(item);
  return { version, plan: planSchema.parse(withNewNames(JSON.parse(plan))), ...stored };
}
