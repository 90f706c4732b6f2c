import * as z from 'zod';

/** What a cursor from a browser says. */
type CursorReading<Position> =
  /** `null`: no cursor, the first page. */
  | { readonly ok: true; readonly at: Position | null }
  /** In words for a person. */
  | { readonly ok: false; readonly refused: string };

const REFUSED = 'This page’s address isn’t one that Crier made: start at the first page';
/** Cursors of ours are far shorter. */
const MAX_CHARACTERS = 2_000;

/**
 * An opaque cursor: where a list goes on.
 * @param list Names the list with its filters: a cursor of one list is refused by every other.
 */
export function cursorOf(list: string, position: unknown): string {
  return Buffer.from(JSON.stringify([list, position])).toString('base64url');
}

/** Reads a cursor that came back from a browser. Whatever isn't exactly one of this list's is refused. */
export function readCursor<Position>(
  text: string | undefined,
  { list, position }: { list: string; position: z.ZodType<Position> },
): CursorReading<Position> {
  if (text === undefined || text === '') return { ok: true, at: null };
  const read = z.tuple([z.literal(list), position]).safeParse(parsed(text));
  return read.success ? { ok: true, at: read.data[1] as Position } : { ok: false, refused: REFUSED };
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
