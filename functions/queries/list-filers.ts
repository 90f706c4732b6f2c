import type { Services } from '../aws/pick.ts';
import type { Filer } from '../domain/filer/filer.ts';
import {
  type FilerList,
  LIST_ORDER,
  ListMarks,
  listPlacesOf,
  listStart,
} from '../domain/roster/filer-lists.ts';
import { blocksFrom, type Lists } from '../domain/roster/search-index.ts';
import { type FilerLine, filerLines } from './filers-page.ts';
import { type Places, type PlacesPage, placesPage } from './places-page.ts';

/** In which direction a list is sorted. */
export const LIST_DIRECTIONS = ['a-z', 'z-a'] as const;
/** One of them. */
export type ListDirection = (typeof LIST_DIRECTIONS)[number];

interface Asked {
  readonly version: string;
  readonly list: FilerList;
  readonly direction: ListDirection;
  /** @default everyone */
  readonly filter?: ListFilter | undefined;
}

/** Which filers of a list are listed. */
export interface ListFilter {
  /** Names what is asked for, in cursors. */
  readonly name: string;
  /** Whether a filer may be meant, by the list alone: who isn't is not read. */
  readonly mayKeep: (marks: ListMarks) => boolean;
  /** Of whom may be meant, who is. @default all */
  readonly keeps?: ((line: FilerLine) => boolean) | undefined;
}

interface Options {
  readonly pivotDate: string | null;
  readonly cursor: string | undefined;
  readonly limit: number;
  /** How many filers are read for a page with a filter. @default 1,000 */
  readonly maxRead?: number;
  readonly services: Pick<Services, 'roster' | 'search'> & {
    readonly suppression: Pick<Services['suppression'], 'suppressed'>;
  };
}

/**
 * A page of one of a version's lists of filers.
 * @returns `null` when they aren't there: the version is new, its states change with the plan, or earlier code made them
 */
export async function listFilers(
  { version, list, direction, filter }: Asked,
  { pivotDate, cursor, limit, maxRead = 1_000, services }: Options,
): Promise<PlacesPage<FilerLine> | null> {
  const lists = await services.search.lists(version);
  if (lists?.pivotDate !== pivotDate || lists.order !== LIST_ORDER) return null;
  const start = listStart(list);
  const join = async (filers: readonly Filer[]) => {
    const lines = await filerLines(filers, { pivotDate, services });
    return filter?.keeps ? lines.filter(filter.keeps) : lines;
  };
  const places = placesIn(start, { version, pivotDate, lists, mayKeep: filter?.mayKeep, services });
  return placesPage(places, {
    version,
    list: `filers ${version} ${start} ${direction} ${filter?.name ?? ''}`,
    isDescending: direction === 'z-a',
    cursor,
    limit,
    join,
    ...(filter?.keeps && { maxRead, atOnce: limit }),
    services,
  });
}

interface ListReading {
  readonly version: string;
  readonly pivotDate: string | null;
  readonly lists: Lists;
  /** @default everyone */
  readonly mayKeep?: ListFilter['mayKeep'] | undefined;
  readonly services: Pick<Services, 'search'>;
}

/** How much of a group is read first for a filter, which may leave out nearly everyone: then ever more. */
const FILTERED_BYTES = 64 * 1024;

/** The places that begin with `start`. */
export function placesIn(
  start: string,
  { version, pivotDate, lists, mayKeep, services }: ListReading,
): Places {
  const isIn = (place: string) => place.startsWith(start);
  const isMeant = (line: string) => isIn(line) && (!mayKeep || mayKeep(new ListMarks(line)));
  const bytes = mayKeep ? FILTERED_BYTES : 0;

  async function inGroup(group: number, { place, isUp, limit }: Beyond): Promise<string[] | null> {
    const found: string[] = [];
    const isBeyond = (line: string) => (isUp ? line > place : line < place) && isMeant(line);
    for (const at of blocksFrom(lists.groups[group]!, place, { isUp, bytes })) {
      const text = await services.search.lines(version, { group: `lists-${group}`, at });
      if (text === null) return null;
      const lines = text.split('\n').slice(0, -1);
      found.push(...lines.filter(isBeyond));
      const edge = lines.at(isUp ? -1 : 0)!;
      const isPast = !isIn(edge) && (isUp ? edge > start : edge < start);
      if (found.length >= limit || isPast) break;
    }
    found.sort();
    return isUp ? found.slice(0, limit) : found.slice(-limit);
  }

  return {
    placeOf: (filer) => listPlacesOf(filer, pivotDate).find(isIn) ?? start,
    beyond: async (from, { isUp, limit }) => {
      // A line goes on behind its place: what is beyond a place isn't its own line.
      const place = from === null ? `${start}${isUp ? '' : '\uffff'}` : `${from}${isUp ? '\uffff' : ''}`;
      const groups = lists.groups.map((_, group) => inGroup(group, { place, isUp, limit }));
      const parts = await Promise.all(groups);
      if (parts.includes(null)) return null;
      const all = (parts as string[][]).flat().sort();
      return (isUp ? all : all.reverse()).slice(0, limit);
    },
  };
}

interface Beyond {
  readonly place: string;
  readonly isUp: boolean;
  readonly limit: number;
}
