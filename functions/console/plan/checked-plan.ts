import { linkTo } from '../../lib/link-to.ts';
import type { PageContext } from '../http/context.ts';
import { redirectTo } from '../http/show.ts';
import type { ConsoleServices } from '../services.ts';

/** Path of the page that shows what an uploaded plan would change. */
export const CHECK_PATH = '/plan/check';

/** A plan that was entered and isn't confirmed yet: kept on the server, so that its page can be opened again. */
export interface CheckedPlan {
  readonly id: string;
  /** As it was uploaded, JSON or not. */
  readonly text: string;
  /** Version of the plan that was active then; empty for none. */
  readonly base: string;
}

/** Keeps a plan for the person who entered it. @returns the path of the page that shows what it would change */
export async function keepPlan(
  c: PageContext,
  text: string,
  { keptForms, settings }: Pick<ConsoleServices, 'keptForms' | 'settings'>,
): Promise<string> {
  const values = { plan: text, base: c.var.plan?.version ?? '' };
  const { person, requestedAt: at } = c.var;
  const owner = { personId: person.id, at, hours: settings.searchHours };
  return checkPathOf(await keptForms.keep({ action: CHECK_PATH, values, problems: {} }, owner));
}

/** The page of a kept plan. */
export function checkPathOf(id: string): string {
  return linkTo(CHECK_PATH, { plan: id });
}

/** Opens a kept plan; `null` if it has expired or is someone else's. */
export async function openPlan(
  c: PageContext,
  id: string,
  { keptForms }: Pick<ConsoleServices, 'keptForms'>,
): Promise<CheckedPlan | null> {
  const { person, requestedAt: at } = c.var;
  const kept = await keptForms.open(id, { personId: person.id, at });
  if (kept?.action !== CHECK_PATH) return null;
  return { id, text: kept.values.plan ?? '', base: kept.values.base ?? '' };
}

/** Redirects from a plan that can't be opened any more to where it is uploaded again. */
export function planGone(c: PageContext, { settings }: Pick<ConsoleServices, 'settings'>): Response {
  const notice = {
    kind: 'warning',
    title: 'That plan is no longer available',
    text: 'Crier keeps a plan that wasn’t activated for a limited time, for the person who entered it. Please enter it again.',
  } as const;
  return redirectTo(c, '/plan/upload', { settings, notice });
}
