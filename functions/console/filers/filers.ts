import * as z from 'zod';
import { USER_TYPES } from '../../domain/filer/filer.ts';
import { REACHES } from '../../domain/filer/reach.ts';
import { STATES } from '../../domain/filer/state.ts';
import { pivotDate } from '../../domain/plan/phases.ts';
import { filersByName, NAME_ORDERS, type NameOrder } from '../../queries/filers-by-name.ts';
import { type FilerLine, filerLines, filersPage as readFilers } from '../../queries/filers-page.ts';
import { searchRoster } from '../../queries/search-roster.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { badCursor } from '../http/refusal.ts';
import { openSearch, SEARCH_GONE, saveSearch } from '../http/search.ts';
import { renderPage } from '../http/show.ts';
import type { ConsoleServices } from '../services.ts';
import type { FilersAsked } from './filers-form.tsx';
import { type FilersList, filersPage } from './filers-page.tsx';

/** The list's filters, in its form and in its URL. */
const CHOICES = {
  state: z.enum(STATES).optional().catch(undefined),
  type: z.enum(USER_TYPES).optional().catch(undefined),
  reach: z.enum(REACHES).optional().catch(undefined),
};
const choicesSchema = z.object(CHOICES);
const orderSchema = z.enum(NAME_ORDERS).catch('a-z');

/** How many filers a page lists. */
const LIMIT = 50;
/** How many pages of a search with facets are read for one that is shown. */
const MAX_PAGES = 5;

/** The filers of the active roster, by words, by state, kind and reach. */
export function registerFilers(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/filers', async (c) => {
    const asked = { ...choicesSchema.parse(c.req.query()), search: await openSearch(c, services) };
    const cursor = c.req.query('cursor');
    const order = orderSchema.parse(c.req.query('order'));
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
  readonly order: NameOrder;
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
  const isFiltered = Boolean(state || userType || reach);
  const named = isFiltered
    ? null
    : await filersByName({ version, order }, { cursor, pivotDate, limit: LIMIT, services });
  if (named?.ok) return { ...named, lookFurther: false, notIndexed: false, isByName: true };
  if (named) return named;
  const page = await readFilers(
    { version, state, userType, reach },
    { pivotDate, cursor, limit: LIMIT, services },
  );
  if (!page.ok) return page;
  return { ...page, ...inOrder(page.lines, { cursor, next: page.next }), notIndexed: false };
}

/** Searches by words, and keeps the filers that fit the facets. */
async function searched(
  asked: FilersAsked & { readonly version: string },
  { cursor, pivotDate, services }: Reading,
): Promise<FilersList> {
  const { version, search, state, type, reach } = asked;
  const { typed, searchId } = search;
  const fits = (line: FilerLine) =>
    (!state || line.state.state === state) &&
    (!type || line.filer.userType === type) &&
    (!reach || line.reach === reach);
  const lines: FilerLine[] = [];
  let next: string | null = cursor ?? null;
  let lookFurther = false;
  let notIndexed = false;
  for (let pages = 0; pages < MAX_PAGES && lines.length < LIMIT / 2; pages++) {
    const page = await searchRoster(
      { version, typed, ...(searchId && { searchId }) },
      { cursor: next ?? undefined, limit: LIMIT, services },
    );
    if (!page.ok) return page;
    lines.push(...(await filerLines(page.filers, { pivotDate, services })).filter(fits));
    ({ next, lookFurther, notIndexed } = page);
    if (next === null || lookFurther) break;
  }
  const isFaceted = Boolean(state || type || reach);
  return {
    ok: true,
    ...inOrder(lines, { cursor, next }),
    next,
    lookFurther: next !== null && (lookFurther || (isFaceted && lines.length < LIMIT / 2)),
    notIndexed,
  };
}

/** Pages of a filtered list are in the order of ids; one that has all of it is sorted by name. */
function inOrder(
  lines: readonly FilerLine[],
  { cursor, next }: { cursor: string | undefined; next: string | null },
): Pick<Extract<FilersList, { ok: true }>, 'lines' | 'offset' | 'previous' | 'isByName'> {
  const isWhole = !cursor && next === null;
  return {
    lines: isWhole ? lines.toSorted(byName) : lines,
    offset: null,
    previous: cursor ? 'first' : null,
    isByName: false,
  };
}

function byName({ filer: one }: FilerLine, { filer: other }: FilerLine): number {
  const nameOf = ({ lastName, firstName }: typeof one) => `${lastName}\n${firstName ?? ''}`;
  return nameOf(one).localeCompare(nameOf(other));
}
