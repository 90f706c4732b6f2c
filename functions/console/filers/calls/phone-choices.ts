import * as z from 'zod';
import { byName } from '../../../domain/send/phone-index.ts';
import { linkTo } from '../../../lib/link-to.ts';
import { CALL_GROUPS, type CallGroup, type ToCall } from '../../../queries/call-list.ts';

/** The path of the phone list. */
export const PHONE_LIST = '/filers/phone-list';
/** Where its form for assigning filers goes. */
export const ASSIGN_PATH = `${PHONE_LIST}/assign`;

/** Which part of the list: those still to be called, those whom a call has settled, or those who await the court. */
export const VIEWS = ['open', 'done', 'court'] as const;
/** One of {@link VIEWS}. */
export type PhoneView = (typeof VIEWS)[number];
/** How the list may be sorted. */
export const SORTS = ['urgency', 'name', 'since', 'last-call'] as const;

/** Whom a filer may be assigned to, besides a person by their sign-in id. */
export const ASSIGNED = { me: 'me', no: 'none' } as const;

/** The list's filters and order, in its URL: no names. */
export const choicesSchema = z.object({
  view: z.enum(VIEWS).catch('open'),
  why: z.enum(CALL_GROUPS).optional().catch(undefined),
  assigned: z
    .string()
    .regex(/^[A-Za-z0-9_.:-]{1,64}$/)
    .optional()
    .catch(undefined),
  sort: z.enum(SORTS).catch('urgency'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
/** See {@link choicesSchema}. */
export type PhoneChoices = z.infer<typeof choicesSchema>;

/** The list with these filters and this order. */
export function pathOf({ view, why, assigned, sort, page }: PhoneChoices, path = PHONE_LIST): string {
  return linkTo(path, {
    view: view === 'open' ? null : view,
    why,
    assigned,
    sort: sort === 'urgency' ? null : sort,
    page: page === 1 ? null : String(page),
  });
}

/** The part of the list that a filer is in. */
function viewOf({ group, isSettled }: ToCall): PhoneView {
  if (group === 'court') return 'court';
  return isSettled ? 'done' : 'open';
}

/**
 * The filers who were asked for, in the order that was asked for.
 * @param filers The most urgent first. @param options `me`: sign-in id of the user
 */
export function chosenOf(
  filers: readonly ToCall[],
  { choices: { view, why, assigned, sort }, me }: { choices: PhoneChoices; me: string },
): ToCall[] {
  const fits = (one: ToCall) =>
    viewOf(one) === view &&
    (why === undefined || one.group === why) &&
    isAssigned(one.callStatus?.assignee ?? null, { assigned, me });
  const chosen = filers.filter(fits);
  return sort === 'urgency' ? chosen : chosen.toSorted(ORDERS[sort]);
}

function isAssigned(
  assignee: string | null,
  { assigned, me }: { assigned: string | undefined; me: string },
): boolean {
  if (assigned === undefined) return true;
  if (assigned === ASSIGNED.no) return assignee === null;
  return assignee === (assigned === ASSIGNED.me ? me : assigned);
}

/** Filers who are alike stay in the order of urgency. */
const ORDERS: Readonly<
  Record<Exclude<(typeof SORTS)[number], 'urgency'>, (one: ToCall, other: ToCall) => number>
> = {
  name: byName,
  since: (one, other) => compared(one.since, other.since) || byName(one, other),
  // Those who were never called come first.
  'last-call': (one, other) => compared(lastCall(one), lastCall(other)),
};

/** Instants are all in one form, and in the order of their code units. */
function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function lastCall({ callStatus }: ToCall): string {
  return callStatus?.last?.at ?? '';
}

/** How many filers each part of the list has, and how many of those to be called there are for each reason. */
export interface PhoneCounts {
  readonly views: Readonly<Record<PhoneView, number>>;
  readonly groups: ReadonlyMap<CallGroup, number>;
}

/** Counts the list. */
export function countsOf(filers: readonly ToCall[]): PhoneCounts {
  const views = { open: 0, done: 0, court: 0 };
  const groups = new Map<CallGroup, number>();
  for (const one of filers) {
    const view = viewOf(one);
    views[view]++;
    if (view === 'open') groups.set(one.group, (groups.get(one.group) ?? 0) + 1);
  }
  return { views, groups };
}
