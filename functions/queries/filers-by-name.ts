import * as z from 'zod';
import type { Services } from '../aws/services.ts';
import { idIn, NAME_BOUNDS, namePlaceOf } from '../domain/roster/name-order.ts';
import type { Directory, GroupEntry } from '../domain/roster/search-index.ts';
import { cursorOf, filerIdSchema, readCursor } from '../lib/cursor.ts';
import { type FilerLine, filerLines } from './filers-page.ts';

/** In which order a list has names. */
export const NAME_ORDERS = ['a-z', 'z-a'] as const;
/** One of them. */
export type NameOrder = (typeof NAME_ORDERS)[number];

/** A page of filers by name, or why its cursor can't be used, as a sentence. */
export type NamedPage =
  | {
      readonly ok: true;
      readonly lines: readonly FilerLine[];
      /** How many filers come before the page. */
      readonly offset: number;
      /** Cursors; `null` at the ends of the list. */
      readonly previous: string | null;
      readonly next: string | null;
    }
  | { readonly ok: false; readonly refused: string };

interface NamedOptions {
  readonly pivotDate: string | null;
  readonly cursor: string | undefined;
  readonly limit: number;
  readonly services: Pick<Services, 'roster' | 'search'> & {
    readonly suppression: Pick<Services['suppression'], 'suppressed'>;
  };
}

/** A cursor names a filer and never a name: it is part of a URL. */
const positionSchema = z.strictObject({
  from: filerIdSchema,
  isBack: z.boolean(),
  /** How many filers come before the page. */
  offset: z.number().int().min(0),
});

/**
 * A page of a version's filers in the order of their names.
 * @returns `null` when the version's index doesn't have them: it is new, or was made by earlier code
 */
export async function filersByName(
  { version, order }: { version: string; order: NameOrder },
  { pivotDate, cursor, limit, services }: NamedOptions,
): Promise<NamedPage | null> {
  const directory = await services.search.directory(version);
  if (directory?.format !== 2) return null;
  const list = `names ${version} ${order}`;
  const read = readCursor(cursor, { list, position: positionSchema });
  if (!read.ok) return read;
  const { from = null, isBack = false, offset = 0 } = read.at ?? {};
  const filer = from === null ? undefined : (await services.roster.filersById(version, [from])).get(from);
  if (from !== null && !filer) return { ok: false, refused: GONE };
  const isUp = (order === 'a-z') !== isBack;
  const place = filer ? namePlaceOf(filer) : isUp ? NAME_BOUNDS.first : NAME_BOUNDS.last;
  const beyond = await placesBeyond(place, { isUp, limit: limit + 1, version, directory, services });
  if (beyond === null) return null;
  const ids = beyond.slice(0, limit).map(idIn);
  if (isBack) ids.reverse();
  const filers = await services.roster.filersById(version, ids);
  const hasMore = beyond.length > limit;
  const start = isBack && !hasMore ? 0 : offset;
  const cursorFor = (isPrevious: boolean) => {
    const at = isPrevious ? Math.max(0, start - limit) : start + ids.length;
    return cursorOf(list, { from: isPrevious ? ids[0] : ids.at(-1), isBack: isPrevious, offset: at });
  };
  return {
    ok: true,
    lines: await filerLines(
      ids.flatMap((id) => filers.get(id) ?? []),
      { pivotDate, services },
    ),
    offset: start,
    previous: ids.length > 0 && (isBack ? hasMore : from !== null) ? cursorFor(true) : null,
    next: ids.length > 0 && (isBack || hasMore) ? cursorFor(false) : null,
  };
}

const GONE = 'The filer that this page started at is gone: start at the first page';

interface Reading {
  readonly isUp: boolean;
  readonly limit: number;
  readonly version: string;
  readonly directory: Directory;
  readonly services: Pick<Services, 'search'>;
}

/** The next lines of names beyond a place, nearest first; `null`: the index was deleted meanwhile. */
async function placesBeyond(place: string, reading: Reading): Promise<string[] | null> {
  const parts = await Promise.all(
    reading.directory.groups.map((entry, group) => beyondInGroup(place, { ...reading, entry, group })),
  );
  if (parts.includes(null)) return null;
  const all = (parts as string[][]).flat().sort();
  return (reading.isUp ? all : all.reverse()).slice(0, reading.limit);
}

/** Reads a group's blocks from a place on, until enough names are found. */
async function beyondInGroup(
  place: string,
  { isUp, limit, version, entry, group, services }: Reading & { entry: GroupEntry; group: number },
): Promise<string[] | null> {
  const found: string[] = [];
  // A block may begin with the same name as the place, so the one before may hold it too.
  const later = entry.blocks.findIndex(([word]) => word > place);
  const at = later === -1 ? entry.blocks.length - 1 : Math.max(0, later - 1);
  for (let block = at; block >= 0 && block < entry.blocks.length; block += isUp ? 1 : -1) {
    const begin = entry.blocks[block]![1];
    const end = entry.blocks[block + 1]?.[1] ?? entry.size;
    const text = await services.search.lines(version, { group, at: [begin, end - begin] });
    if (text === null) return null;
    const lines = text.split('\n').filter((line) => line !== '');
    const names = lines.filter((line) => line < NAME_BOUNDS.last);
    found.push(...names.filter((line) => (isUp ? line > place : line < place)));
    if (found.length >= limit || (isUp && names.length < lines.length)) break;
  }
  found.sort();
  return isUp ? found.slice(0, limit) : found.slice(-limit);
}
