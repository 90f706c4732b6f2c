import * as z from 'zod';
import { campaign } from '#campaign';
import type { Services } from '../aws/pick.ts';
import type { Filer } from '../domain/filer/filer.ts';
import { namePlaceOf } from '../domain/roster/filer-lists.ts';
import { type Directory, filersIn, type GroupEntry, placeOf } from '../domain/roster/search-index.ts';
import { isFoundBy, searchWords, wordsOf } from '../domain/roster/search-words.ts';
import { type CursorPage, filerIdSchema, readCursor } from '../lib/cursor.ts';
import { chunked } from '../lib/iterables.ts';
import { type PlacesPage, placesPage, sortedPlaces } from './places-page.ts';

/** A page of the filers who were found, by name; in the order of ids if the roster isn't indexed (yet). */
export type SearchPage<Line> =
  | (Extract<PlacesPage<Line>, { ok: true }> & {
      /** How many filers were found on all pages, before a filter; `null`: not known. */
      readonly total: number | null;
      /** Filers were read one by one: say that it is slower for some minutes. */
      readonly notIndexed: boolean;
    })
  | Extract<PlacesPage<Line>, { ok: false }>;

/** What is searched for. */
export interface RosterSearch {
  readonly version: string;
  readonly typed: string;
  /**
   * Names the search, and the filter of its lines, in cursors, which become part of addresses: the words never do.
   * @default none, for cursors that no browser sees
   */
  readonly searchId?: string;
}

/** What a search needs. */
export type SearchServices = Pick<Services, 'roster' | 'search'>;

interface SearchOptions<Line> {
  readonly cursor?: string | undefined;
  /** @default 50 */
  readonly limit?: number | undefined;
  /** Joins filers with what is shown; it may leave some out if `maxMatches` is given. */
  readonly join: (filers: readonly Filer[]) => Promise<readonly Line[]>;
  /** Filers who were found that are joined for a page at most. @default one for each line */
  readonly maxMatches?: number | undefined;
  /** Filers read for a page of a roster that isn't indexed. @default 5,000 */
  readonly maxRead?: number | undefined;
  readonly services: SearchServices;
}

const TOO_SHORT = `Type at least two letters of a name, firm, address, ${campaign.key.label}, bar id, phone or filer id`;
const INDEX_GONE = 'The roster’s index is being made again: start at the first page';
const readingSchema = z.strictObject({ after: filerIdSchema });
const GROUPS_AT_ONCE = 10;

/**
 * Filers of a roster version in whom every typed word is the beginning of some word: `jane smi`. With the index or
 * without it the same filers are found.
 */
export async function searchRoster<Line extends { readonly filer: Filer }>(
  { version, typed, searchId = '' }: RosterSearch,
  options: SearchOptions<Line>,
): Promise<SearchPage<Line>> {
  const words = searchWords(typed);
  if (words.length === 0) return { ok: false, refused: TOO_SHORT };
  const list = `search ${version} ${searchId}`;
  const search = { version, words, list, ...options };
  const reading = readCursor(options.cursor, { list: readingList(list), position: readingSchema });
  if (reading.ok && reading.at) return byReading(search, reading);
  const directory = await options.services.search.directory(version);
  const indexed = directory && (await byIndex(search, directory));
  if (indexed) return indexed;
  return reading.ok ? byReading(search, reading) : { ok: false, refused: INDEX_GONE };
}

interface Search<Line> extends SearchOptions<Line> {
  readonly version: string;
  readonly words: readonly string[];
  /** Names the list in its cursors. */
  readonly list: string;
}

/** Names the list in cursors of a roster that isn't indexed: its order is another one. */
function readingList(list: string): string {
  return `${list} by id`;
}

/** @returns `null` when the index was deleted meanwhile. */
async function byIndex<Line extends { readonly filer: Filer }>(
  search: Search<Line>,
  directory: Directory,
): Promise<SearchPage<Line> | null> {
  const { version, list, cursor, limit = 50, join, maxMatches, services } = search;
  const found: string[] = [];
  for (const some of chunked([...directory.groups.entries()], GROUPS_AT_ONCE)) {
    const parts = await Promise.all(some.map(([group, entry]) => inGroup(search, { group, entry })));
    for (const part of parts) {
      if (part === null) return null;
      found.push(...part);
    }
  }
  const places = sortedPlaces(found.sort(), namePlaceOf);
  const options = { version, list, cursor, limit, join, maxRead: maxMatches, services };
  const page = await placesPage(places, options);
  return page?.ok ? { ...page, total: found.length, notIndexed: false } : page;
}

/** The places by name of those found in one group of the index; `null`: the group was deleted. */
async function inGroup(
  { version, words, services }: Pick<Search<unknown>, 'version' | 'words' | 'services'>,
  { group, entry }: { group: number; entry: GroupEntry },
): Promise<string[] | null> {
  const places = words.map((word) => placeOf(entry, word));
  if (places.includes(null)) return [];
  const read = words.map(async (word, index) => {
    const lines = await services.search.lines(version, { group, at: places[index]! });
    return lines === null ? null : filersIn(lines, word);
  });
  const sets = await Promise.all(read);
  if (sets.includes(null)) return null;
  const [first, ...others] = sets as Set<string>[];
  return [...first!].filter((place) => others.every((set) => set.has(place)));
}

async function byReading<Line>(
  { version, words, limit = 50, maxRead = 5_000, join, services }: Search<Line>,
  { at, previous, next: cursorAfter }: CursorPage<z.infer<typeof readingSchema>>,
): Promise<SearchPage<Line>> {
  const after = at?.after ?? '';
  const filers: Filer[] = [];
  let read = 0;
  let last = after;
  let next: string | null = null;
  for await (const filer of services.roster.filers(version, { after })) {
    if (filers.length >= limit || read >= maxRead) {
      next = cursorAfter({ after: last });
      break;
    }
    read++;
    last = filer.filerId;
    if (isFoundBy(wordsOf(filer), words)) filers.push(filer);
  }
  const lines = await join(filers);
  const lookFurther = next !== null && lines.length < limit;
  return { ok: true, lines, offset: null, previous, next, lookFurther, total: null, notIndexed: true };
}
