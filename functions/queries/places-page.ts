import * as z from 'zod';
import type { Services } from '../aws/pick.ts';
import type { Filer } from '../domain/filer/filer.ts';
import { idIn } from '../domain/roster/filer-lists.ts';
import { cursorOf, filerIdSchema, type PreviousPage, readCursor } from '../lib/cursor.ts';

/** Filers in an order, which can be read from any place in both directions. */
export interface Places {
  /**
   * The next places beyond one, nearest first; `null`: the index was deleted meanwhile.
   * @param place `null`: from the beginning, or from the end
   */
  beyond(place: string | null, to: { isUp: boolean; limit: number }): Promise<string[] | null>;
  placeOf(filer: Filer): string;
}

/** Places that are all known. @param sorted In the order of code units */
export function sortedPlaces(sorted: readonly string[], placeOf: Places['placeOf']): Places {
  return {
    placeOf,
    beyond: async (place, { isUp, limit }) => {
      if (isUp) return sorted.filter((one) => place === null || one > place).slice(0, limit);
      const before = sorted.filter((one) => place === null || one < place);
      return before.slice(-limit).reverse();
    },
  };
}

/** A page of filers in an order, or why its cursor can't be used, as a sentence. */
export type PlacesPage<Line> =
  | {
      readonly ok: true;
      readonly lines: readonly Line[];
      /** How many filers come before the page; `null`: not known. */
      readonly offset: number | null;
      /** `null` at the beginning of the list. */
      readonly previous: PreviousPage | null;
      /** A cursor; `null` at the end of the list. */
      readonly next: string | null;
      /** The page ended because enough was read, not because it is full: offer to look further. */
      readonly lookFurther: boolean;
    }
  | { readonly ok: false; readonly refused: string };

/** What is asked of places, besides a page of them. */
interface PlacesOptions<Line> {
  readonly version: string;
  /** Names the list in cursors: those of other lists are refused. */
  readonly list: string;
  /** @default false */
  readonly isDescending?: boolean;
  readonly cursor: string | undefined;
  readonly limit: number;
  /** Joins filers with what is shown; with `maxRead` it may leave some out. */
  readonly join: (filers: readonly Filer[]) => Promise<readonly Line[]>;
  /** How many filers are read at most. @default one for each line */
  readonly maxRead?: number | undefined;
  /** How many filers are read at once, with `maxRead`. @default 100 */
  readonly atOnce?: number | undefined;
  readonly services: { readonly roster: Pick<Services['roster'], 'filersById'> };
}

/** A cursor names a filer and never a name: it is part of a URL. */
const positionSchema = z.strictObject({
  from: filerIdSchema,
  isBack: z.boolean(),
  /** How many filers come before the page. */
  offset: z.number().int().min(0).nullable(),
});
const GONE = 'The filer at which this page began is gone: start at the first page';
/** Filers read at once where some are left out. */
const FILERS_AT_ONCE = 100;

/** A page of places. Over all pages, forward or back, each filer comes once. @returns `null`: the index was deleted */
export async function placesPage<Line extends { readonly filer: Filer }>(
  places: Places,
  options: PlacesOptions<Line>,
): Promise<PlacesPage<Line> | null> {
  const { version, list, cursor, limit, maxRead, services } = options;
  const at = readCursor(cursor, { list, position: positionSchema });
  if (!at.ok) return at;
  const { from = null, isBack = false, offset = maxRead === undefined ? 0 : null } = at.at ?? {};
  const begin = from === null ? undefined : (await services.roster.filersById(version, [from])).get(from);
  if (from !== null && !begin) return { ok: false, refused: GONE };
  const isUp = (options.isDescending ?? false) === isBack;
  const read = await readPlaces(places, { ...options, place: begin ? places.placeOf(begin) : null, isUp });
  if (!read) return null;
  const { lines, ids, hasMore } = read;
  const start = offset === null ? null : isBack && !hasMore ? 0 : offset;
  const [first, last] = isBack ? [ids.at(-1), ids[0]] : [ids[0], ids.at(-1)];
  const before = start === null ? null : Math.max(0, start - limit);
  const after = start === null ? null : start + ids.length;
  const hasEarlier = isBack ? hasMore : from !== null;
  return {
    ok: true,
    lines: isBack ? lines.toReversed() : lines,
    offset: start,
    previous:
      first && hasEarlier
        ? { cursor: cursorOf(list, { from: first, isBack: true, offset: before }), isRightBefore: true }
        : null,
    next: last && (isBack || hasMore) ? cursorOf(list, { from: last, isBack: false, offset: after }) : null,
    lookFurther: !isBack && hasMore && lines.length < limit,
  };
}

interface Reading<Line> extends PlacesOptions<Line> {
  readonly place: string | null;
  readonly isUp: boolean;
}

interface Read<Line> {
  readonly lines: Line[];
  /** The filers that were read, in the direction of reading; up to the last line where the page is full. */
  readonly ids: string[];
  /** There are more places in that direction. */
  readonly hasMore: boolean;
}

async function readPlaces<Line extends { readonly filer: Filer }>(
  places: Places,
  { version, limit, maxRead, atOnce = FILERS_AT_ONCE, place, isUp, join, services }: Reading<Line>,
): Promise<Read<Line> | null> {
  const lines: Line[] = [];
  const ids: string[] = [];
  let at = place;
  for (;;) {
    const size = maxRead === undefined ? limit : Math.min(atOnce, maxRead - ids.length);
    const beyond = await places.beyond(at, { isUp, limit: size + 1 });
    if (beyond === null) return null;
    const taken = beyond.slice(0, size).map(idIn);
    const filers = await services.roster.filersById(version, taken);
    const joined = await join(taken.flatMap((id) => filers.get(id) ?? []));
    const fitting = joined.slice(0, limit - lines.length);
    lines.push(...fitting);
    if (fitting.length < joined.length) {
      ids.push(...taken.slice(0, taken.indexOf(fitting.at(-1)!.filer.filerId) + 1));
      return { lines, ids, hasMore: true };
    }
    ids.push(...taken);
    at = beyond.at(size - 1) ?? at;
    const hasMore = beyond.length > size;
    const isFull = lines.length >= limit || ids.length >= (maxRead ?? 0);
    if (!hasMore || isFull) return { lines, ids, hasMore };
  }
}
