import * as z from 'zod';

/** A page of a list that is read by cursors. */
export interface CursorPage<Position> {
  readonly ok: true;
  /** Where it begins; `null`: no cursor, the first page. */
  readonly at: Position | null;
  /** Leads back; `null` on the first page. */
  readonly previous: PreviousPage | null;
  /** The cursor of the page that continues at a position, which leads back to this one. */
  readonly next: (position: Position) => string;
}

/** What a cursor from a browser says. */
type CursorReading<Position> =
  | CursorPage<Position>
  /** In words for a person. */
  | { readonly ok: false; readonly refused: string };

/** Where a page leads back to. */
export interface PreviousPage {
  /** `null`: the first page, which needs none. */
  readonly cursor: string | null;
  /** Whether that is the page right before. Otherwise it isn't known any more, and this is the first page. */
  readonly isRightBefore: boolean;
}

const REFUSED = 'This page’s address isn’t one that Crier made: start at the first page';
/** Longer ones are never made, so that a URL stays far below what browsers and proxies take. */
const MAX_CHARACTERS = 2_000;

/**
 * An opaque cursor: where a list continues.
 * @param list Names the list with its filters: a cursor of one list is refused by every other.
 * @param before The positions of the pages before, the first page's `null` included. @default not known
 */
export function cursorOf(list: string, position: unknown, before: readonly unknown[] = []): string {
  for (let known = before; ; known = known.slice(1)) {
    const parts = known.length > 0 ? [list, position, known] : [list, position];
    const cursor = Buffer.from(JSON.stringify(parts)).toString('base64url');
    if (cursor.length <= MAX_CHARACTERS || known.length === 0) return cursor;
  }
}

/** Reads a cursor that came back from a browser. Whatever isn't exactly one of this list's is refused. */
export function readCursor<Position>(
  text: string | undefined,
  { list, position }: { list: string; position: z.ZodType<Position> },
): CursorReading<Position> {
  if (text === undefined || text === '') return readingOf<Position>(list, { at: null, before: [] });
  const schema = z.tuple([z.literal(list), position, z.array(position.nullable()).default([])]);
  const { data } = schema.safeParse(parsed(text));
  if (!data) return { ok: false, refused: REFUSED };
  return readingOf(list, { at: data[1] as Position, before: data[2] as (Position | null)[] });
}

function readingOf<Position>(
  list: string,
  { at, before }: { at: Position | null; before: readonly (Position | null)[] },
): CursorPage<Position> {
  const previous = before.at(-1);
  const cursor = previous == null ? null : cursorOf(list, previous, before.slice(0, -1));
  return {
    ok: true,
    at,
    previous: at === null ? null : { cursor, isRightBefore: before.length > 0 },
    next: (position) => cursorOf(list, position, [...before, at]),
  };
}

function parsed(text: string): unknown {
  if (text.length > MAX_CHARACTERS || !/^[\w-]+$/.test(text)) return null;
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return null;
  }
}

/** A filer's id: the place in a list by filers. */
export const filerIdSchema: z.ZodType<string> = z.string().regex(/^[0-9a-f]{16}$/);
