import type { Services } from '../aws/pick.ts';
import type { Filer } from '../domain/filer/filer.ts';
import { GONE_STATE } from '../domain/filer/rules.ts';
import { pivotDate } from '../domain/plan/phases.ts';
import {
  LIST_ORDER,
  type ListMarks,
  type ListSort,
  listPlacesOf,
  listStart,
} from '../domain/roster/filer-lists.ts';
import type { Run } from '../domain/run/run.ts';
import { isRare, type SendStatus } from '../domain/send/status.ts';
import { type FilerSend, filerSend, readSends } from './filer-send.ts';
import { type ListDirection, placesIn } from './list-filers.ts';
import { type PlacesPage, placesPage, sortedPlaces } from './places-page.ts';
import { fitsFilter, linesOf, type SendFilter, type SendLine } from './send-line.ts';
import type { SendsServices } from './sends-page.ts';

/** A send whose filer is in its run's roster. */
type ListedSend = SendLine & { readonly filer: Filer };

/** What listing sends needs. */
export type ListSendsServices = SendsServices & Pick<Services, 'roster' | 'search'>;

interface Asked extends Omit<SendFilter, 'runId'> {
  readonly run: Run;
  readonly sort: ListSort;
  readonly direction: ListDirection;
}

interface Options {
  readonly cursor: string | undefined;
  /** @default 50 */
  readonly limit?: number;
  /** How many filers are looked at for a page. @default 250 */
  readonly maxRead?: number;
  /** The most filers with a rare status who are read and sorted; of more, the list has them in order. @default 500 */
  readonly maxById?: number;
  readonly services: ListSendsServices;
}

/** The most filers with a rare status that are told apart by the list alone. */
const MAX_RARE = 5_000;
const RARE_AT_ONCE = 1_000;

/**
 * A page of a run's sends in an order of its filers. Over all pages each comes once; one whose status changes meanwhile
 * shows as it is when its page is read.
 * @returns `null` when there is no such order: the roster's lists are gone or not there yet, they are by other states
 * than the run's, or the run has filers who aren't in them, since they were erased or had left the roster
 */
export async function listSends(
  { run, sort, direction, status, state }: Asked,
  { cursor, limit = 50, maxRead = 250, maxById = 500, services }: Options,
): Promise<PlacesPage<ListedSend> | null> {
  const { runId, rosterVersion: version, audience } = run;
  const [lists, stored] = await Promise.all([
    services.search.lists(version),
    services.roster.version(version),
  ]);
  if (stored?.erased) return null;
  if (lists?.order !== LIST_ORDER || !audience || audience.byState[GONE_STATE]) return null;
  const hasStates = lists.pivotDate === pivotDate(await services.planOf(run));
  if (sort === 'state' && !hasStates) return null;
  const rare = isRare(status) ? await rareFilers(run, { status, services }) : null;
  const isState = (one: ListMarks) =>
    !hasStates || (state === undefined ? audience.byState[one.state] : one.state === state);
  const mayKeep = (marks: ListMarks) => (rare === null || rare.has(marks.filerId)) && Boolean(isState(marks));
  const start = listStart({ sort });
  const { pivotDate: day } = lists;
  const sendsFor = sendsIn(run, services);
  const few = rare && rare.size <= maxById ? await services.roster.filersById(version, [...rare]) : null;
  const placeOf = (filer: Filer) =>
    listPlacesOf(filer, day).find((place) => place.startsWith(start)) ?? start;
  const places = few
    ? sortedPlaces([...few.values()].map(placeOf).sort(), placeOf)
    : placesIn(start, { version, pivotDate: day, lists, mayKeep, services });
  return placesPage(places, {
    version,
    list: `sends ${runId} ${start} ${direction} ${status ?? ''} ${state ?? ''}`,
    isDescending: direction === 'z-a',
    cursor,
    limit,
    join: async (filers) => (await sendsFor(filers)).filter((line) => fitsFilter(line, { status, state })),
    maxRead,
    atOnce: limit,
    services: few ? { roster: { filersById: async () => few } } : services,
  });
}

/** Filers of whom some fact gives the status, some seconds behind; `null`: too many. */
async function rareFilers(
  { runId }: Run,
  { status, services }: { status: SendStatus; services: Pick<Services, 'logReader'> },
): Promise<ReadonlySet<string> | null> {
  if (!isRare(status)) return null;
  const found = new Set<string>();
  for await (const filerId of services.logReader.rare(runId, { status, after: '', pageSize: RARE_AT_ONCE })) {
    if (found.add(filerId).size > MAX_RARE) return null;
  }
  return found;
}

/** Finds the sends of filers of a run's roster; who isn't in its audience has none. */
function sendsIn(run: Run, services: ListSendsServices) {
  const { runId, audience, completedAt } = run;
  const finder = services.chunkRange.finder();

  /** Who has no fact yet is in a chunk; every outcome of a complete run is in the log. */
  async function waiting(filerId: string): Promise<FilerSend | null> {
    if (completedAt !== undefined || !audience) return null;
    const attempt = await finder.firstAttempt(runId, { filerId, chunks: audience.chunks });
    return attempt && filerSend(filerId, { facts: [], chunked: attempt });
  }

  return async (filers: readonly Filer[]): Promise<ListedSend[]> => {
    const byId = new Map(filers.map((filer) => [filer.filerId, filer]));
    const asked = filers.map(({ filerId }) => ({ runId, filerId }));
    const known = await readSends(asked, services);
    const sends = await Promise.all(known.map((send, index) => send ?? waiting(asked[index]!.filerId)));
    const roster = { filersById: async () => byId };
    const own = sends.filter((send) => send !== null);
    const lines = await linesOf(own, { run, services: { planOf: services.planOf, roster } });
    return lines.flatMap((line) => (line.filer ? [{ ...line, filer: line.filer }] : []));
  };
}
