import * as z from 'zod';
import { campaign } from '#campaign';
import type { Services } from '../aws/services.ts';
import type { Filer } from '../domain/filer/filer.ts';
import { type Directory, filersIn, type GroupEntry, placeOf } from '../domain/roster/search-index.ts';
import { isFoundBy, searchWords, wordsOf } from '../domain/roster/search-words.ts';
import { cursorOf, filerIdSchema, readCursor } from '../lib/cursor.ts';
import { chunked } from '../lib/iterables.ts';
import type { Page, PageOptions } from './page.ts';

/** A page of the filers who were found, in the order of ids: sort by name to show them. */
export type SearchPage = Page<{
  readonly filers: readonly Filer[];
  /** The roster isn't indexed (yet), so filers were read one by one: say that it is slower for some minutes. */
  readonly notIndexed: boolean;
}>;

/** What is searched for. */
export interface RosterSearch {
  readonly version: string;
  readonly typed: string;
  /**
   * Names the search in cursors, which become part of addresses: the words never do.
   * @default none, for cursors that no browser sees
   */
  readonly searchId?: string;
}

/** What a search needs. */
export type SearchServices = Pick<Services, 'roster' | 'search'>;

const TOO_SHORT = `Type at least two letters of a name, firm, address, ${campaign.key.label}, bar id, phone or filer id`;
const positionSchema = z.strictObject({ after: filerIdSchema });
const GROUPS_AT_ONCE = 4;

/**
 * Filers of a roster version in whom every typed word is the beginning of some word: `jane smi`. With the index or
 * without it the answer is the same.
 * @param options `maxRead`: filers read for a page of a roster that isn't indexed.
 */
export async function searchRoster(
  { version, typed, searchId = '' }: RosterSearch,
  { cursor, limit = 50, maxRead = 5_000, services }: PageOptions & { services: SearchServices },
): Promise<SearchPage> {
  const words = searchWords(typed);
  if (words.length === 0) return { ok: false, refused: TOO_SHORT };
  const list = `search ${version} ${searchId}`;
  const read = readCursor(cursor, { list, position: positionSchema });
  if (!read.ok) return read;
  const search: Search = { version, words, list, after: read.at?.after ?? '', limit, services };
  const directory = await services.search.directory(version);
  const indexed = directory && (await byIndex(search, directory));
  return indexed ?? byReading(search, maxRead);
}

interface Search {
  readonly version: string;
  readonly words: readonly string[];
  /** Names the list for its cursor. */
  readonly list: string;
  readonly after: string;
  readonly limit: number;
  readonly services: SearchServices;
}

/** @returns `null` when the index was deleted meanwhile. */
async function byIndex(search: Search, directory: Directory): Promise<SearchPage | null> {
  const { version, after, limit, list, services } = search;
  const found: string[] = [];
  const groups = [...directory.groups.entries()].filter(([, { last }]) => last > after);
  for (const some of chunked(groups, GROUPS_AT_ONCE)) {
    const parts = await Promise.all(some.map(([number, entry]) => inGroup(search, { number, entry })));
    for (const part of parts) {
      if (part === null) return null;
      found.push(...part);
    }
    if (found.length > limit) break;
  }
  const ids = found.slice(0, limit);
  const filers = await services.roster.filersById(version, ids);
  return {
    ok: true,
    filers: ids.flatMap((id) => filers.get(id) ?? []),
    next: found.length > limit ? cursorOf(list, { after: ids.at(-1) }) : null,
    lookFurther: false,
    notIndexed: false,
  };
}

/** The ids after the cursor in one group of the index, in order; `null`: the group was deleted. */
async function inGroup(
  { version, words, after, services }: Search,
  { number, entry }: { number: number; entry: GroupEntry },
): Promise<string[] | null> {
  const places = words.map((word) => placeOf(entry, word));
  if (places.includes(null)) return [];
  const read = words.map(async (word, index) => {
    const lines = await services.search.lines(version, { group: number, at: places[index]! });
    return lines === null ? null : filersIn(lines, word);
  });
  const sets = await Promise.all(read);
  if (sets.includes(null)) return null;
  const [first, ...others] = sets as Set<string>[];
  return [...first!].filter((id) => id > after && others.every((set) => set.has(id))).sort();
}

async function byReading(
  { version, words, list, after, limit, services }: Search,
  maxRead: number,
): Promise<SearchPage> {
  const filers: Filer[] = [];
  let read = 0;
  let last = after;
  for await (const filer of services.roster.filers(version, { after })) {
    if (filers.length >= limit || read >= maxRead) {
      const next = cursorOf(list, { after: last });
      return { ok: true, filers, next, lookFurther: filers.length < limit, notIndexed: true };
    }
    read++;
    last = filer.filerId;
    if (isFoundBy(wordsOf(filer), words)) filers.push(filer);
  }
  return { ok: true, filers, next: null, lookFurther: false, notIndexed: true };
}
