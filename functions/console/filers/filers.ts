import * as z from 'zod';
import type { Filer } from '../../domain/filer/filer.ts';
import { USER_TYPES } from '../../domain/filer/filer.ts';
import { REACHES } from '../../domain/filer/reach.ts';
import { STATES } from '../../domain/filer/state.ts';
import { pivotDate } from '../../domain/plan/phases.ts';
import { type FilerList, type ListMarks, NO_MARK } from '../../domain/roster/filer-lists.ts';
import { type FilerLine, filerLines, filersPage as readFilers } from '../../queries/filers-page.ts';
import { type ListFilter, listFilers } from '../../queries/list-filers.ts';
import { searchRoster } from '../../queries/search-roster.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { badCursor } from '../http/refusal.ts';
import { openSearch, SEARCH_GONE, saveSearch } from '../http/search.ts';
import { renderPage } from '../http/show.ts';
import type { ConsoleServices } from '../services.ts';
import type { FilersAsked } from './filers-form.tsx';
import { type FilersOrder, orderSchema } from './filers-order.ts';
import { type FilersList, filersPage } from './filers-page.tsx';

/** The list's filters, in its form and in its URL. */
const CHOICES = {
  state: z.enum(STATES).optional().catch(undefined),
  type: z.enum(USER_TYPES).optional().catch(undefined),
  reach: z.enum(REACHES).optional().catch(undefined),
};
const choicesSchema = z.object(CHOICES);

/** How many filers a page lists. */
const LIMIT = 50;
/** How many of the filers found are read for a page of a search with facets. */
const MAX_MATCHES = 250;

/** The filers of the active roster, by words, by state, kind and reach. */
export function registerFilers(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/filers', async (c) => {
    const asked = { ...choicesSchema.parse(c.req.query()), search: await openSearch(c, services) };
    const cursor = c.req.query('cursor');
    const order = orderSchema.parse(c.req.query());
    const pivot = pivotDateOf(c);
    const active = await services.roster.activeVersion();
    const version = active?.version;
    const [list, counts] = version
      ? await Promise.all([
          listOf({ ...asked, version }, { cursor, order, pivotDate: pivot, services }),
          services.readiness.of(version),
        ])
      : [null, null];
    const { isGone } = asked.search;
    if (cursor && !isGone && list && !list.ok) throw badCursor();
    const view = {
      person: c.var.person,
      asked,
      list,
      counts: counts?.pivotDate === pivot ? counts : null,
      order,
    };
    return renderPage(c, filersPage(view), { ...services, status: isGone ? 404 : 200 });
  });
  app.post('/filers', (c) => saveSearch(c, services, { path: '/filers', choices: CHOICES }));
}

/** The day of the pivot by the active plan; states follow from it. */
export function pivotDateOf(c: PageContext): string | null {
  return c.var.plan && pivotDate(c.var.plan.plan);
}

interface Reading {
  readonly order: FilersOrder;
  readonly cursor: string | undefined;
  readonly pivotDate: string | null;
  readonly services: ConsoleServices;
}

async function listOf(
  asked: FilersAsked & { readonly version: string },
  reading: Reading,
): Promise<FilersList> {
  const { cursor, order, pivotDate, services } = reading;
  const { version, search, state, type: userType, reach } = asked;
  if (search.isGone) return { ok: false, refused: SEARCH_GONE };
  if (search.typed) return searched(asked, reading);
  const list = listFor(asked, order);
  const listed = await listFilers(
    { version, list, direction: order.order, filter: await filterFor(asked, { list, services }) },
    { cursor, pivotDate, limit: LIMIT, services },
  );
  if (listed?.ok) return { ...listed, total: null, notIndexed: false, isSorted: true };
  // Lists that were made meanwhile have other cursors: those of a list that is read continue in it.
  if (listed && !cursor) return listed;
  const page = await readFilers(
    { version, state, userType, reach },
    { pivotDate, cursor, limit: LIMIT, services },
  );
  if (!page.ok) return page;
  const isWhole = !cursor && page.next === null;
  return {
    ...page,
    lines: isWhole ? page.lines.toSorted(byName) : page.lines,
    offset: null,
    total: null,
    notIndexed: true,
    isSorted: false,
  };
}

/** The list in that order, or by name the one that has whom the facets mean and as few others as possible. */
function listFor({ state, type: userType, reach }: FilersAsked, { sort }: FilersOrder): FilerList {
  if (sort !== 'name') return { sort };
  if (reach === 'no-address') return { reach };
  if (state) return { state, userType };
  if (userType) return { userType };
  return { sort };
}

/** What the list doesn't decide. */
async function filterFor(
  asked: FilersAsked,
  { list, services }: { list: FilerList; services: ConsoleServices },
): Promise<ListFilter | undefined> {
  const { state, type, reach } = asked;
  const isFaceted = Boolean(state || type || reach);
  const isDecided = 'sort' in list ? !isFaceted : 'reach' in list ? !state && !type : !reach;
  if (isDecided) return undefined;
  const suppressed = reach === 'suppressed' ? await services.mailboxMarks.suppressed() : null;
  const mayBeReached = ({ mailbox }: ListMarks) => {
    if (suppressed) return mailbox === NO_MARK || suppressed.has(mailbox);
    return !reach || (mailbox === '') === (reach === 'no-address');
  };
  return {
    name: `${state} ${type} ${reach}`,
    mayKeep: (marks) =>
      (!state || marks.state === state) && (!type || marks.userType === type) && mayBeReached(marks),
    // Whether an address is suppressed changes by the second: the suppression list itself is asked.
    keeps: reach && reach !== 'no-address' ? keepsFor(asked) : undefined,
  };
}

function keepsFor({ state, type, reach }: FilersAsked): (line: FilerLine) => boolean {
  return (line) =>
    (!state || line.state.state === state) &&
    (!type || line.filer.userType === type) &&
    (!reach || line.reach === reach);
}

/** Searches by words, and keeps the filers that fit the facets. */
async function searched(
  asked: FilersAsked & { readonly version: string },
  { cursor, pivotDate, services }: Reading,
): Promise<FilersList> {
  const { version, search, state, type, reach } = asked;
  const { typed, searchId } = search;
  const keeps = keepsFor(asked);
  const isFaceted = Boolean(state || type || reach);
  const page = await searchRoster(
    { version, typed, searchId: [searchId, state, type, reach].join(' ') },
    {
      cursor,
      limit: LIMIT,
      ...(isFaceted && { maxMatches: MAX_MATCHES }),
      join: async (filers: readonly Filer[]) =>
        (await filerLines(filers, { pivotDate, services })).filter(keeps),
      services,
    },
  );
  if (!page.ok) return page;
  return { ...page, total: isFaceted ? null : page.total, isSorted: false };
}

function byName({ filer: one }: FilerLine, { filer: other }: FilerLine): number {
  const nameOf = ({ lastName, firstName }: typeof one) => `${lastName}\n${firstName ?? ''}`;
  return nameOf(one).localeCompare(nameOf(other));
}
