import { z } from 'zod';
import type { RosterStore } from '../aws/rosters.ts';
import type { SuppressionStore } from '../aws/suppressions.ts';
import type { Filer, UserType } from '../domain/filer/filer.ts';
import type { Reach } from '../domain/filer/reach.ts';
import { stateOf } from '../domain/filer/rules.ts';
import type { FilerState, State } from '../domain/filer/state.ts';
import type { Suppression } from '../domain/send/suppression.ts';
import { chunked } from '../lib/batch.ts';
import { batched } from '../lib/batched.ts';
import { cursorOf, filerIdSchema, readCursor } from '../lib/cursor.ts';

export interface FilersFilter {
  readonly version: string;
  readonly state?: State | undefined;
  readonly userType?: UserType | undefined;
  readonly reach?: Reach | undefined;
}

/** A filer with what follows from the facts. For people's eyes alone. */
export interface FilerLine {
  readonly filer: Filer;
  readonly state: FilerState;
  readonly reach: Reach;
  /** Why and since when, where `reach` is `suppressed`. */
  readonly suppression: Suppression | null;
}

export type FilersPage =
  | {
      readonly ok: true;
      /** In the order of ids. */
      readonly lines: readonly FilerLine[];
      /** The cursor of the next page; `null`: this was the last. */
      readonly next: string | null;
      /** The page ended because enough was read, not because it is full: offer to look further. */
      readonly lookFurther: boolean;
    }
  | { readonly ok: false; readonly refused: string };

export interface FilersServices {
  readonly roster: Pick<RosterStore, 'filers'>;
  readonly suppression: Pick<SuppressionStore, 'suppressed'>;
}

export interface FilersOptions {
  /** States follow from it; `null`: none is announced. */
  readonly goLiveDate: string | null;
  /** As an earlier page gave it; checked. */
  readonly cursor?: string | undefined;
  /** @default 50 */
  readonly limit?: number | undefined;
  /** So many filers are read at most for one page. @default 5,000 */
  readonly maxRead?: number | undefined;
  readonly services: FilersServices;
}

const positionSchema = z.strictObject({ after: filerIdSchema });
const AT_ONCE = 100;

/** A page of a roster version's filers. Over all pages each whom the filter means comes once. */
export async function filersPage(
  filter: FilersFilter,
  { goLiveDate, cursor, limit = 50, maxRead = 5_000, services }: FilersOptions,
): Promise<FilersPage> {
  const { version, state, userType, reach } = filter;
  const list = `filers ${version} ${state ?? ''} ${userType ?? ''} ${reach ?? ''}`;
  const position = readCursor(cursor, { list, position: positionSchema });
  if (!position.ok) return position;
  const lines: FilerLine[] = [];
  let after = position.at?.after ?? '';
  let read = 0;
  const isFiltered = Boolean(state || userType || reach);
  const size = isFiltered ? AT_ONCE : limit + 1;
  const pageSize = isFiltered ? 1_000 : size;
  const filers = services.roster.filers(version, { after, pageSize });
  for await (const batch of batched(filers, size)) {
    const candidates = batch.filter((filer) => mayFit(filer, { goLiveDate, filter }));
    for (const line of await filerLines(candidates, { goLiveDate, services })) {
      if (reach && line.reach !== reach) continue;
      if (lines.length >= limit) {
        const last = lines.at(-1)?.filer.filerId;
        return { ok: true, lines, next: cursorOf(list, { after: last }), lookFurther: false };
      }
      lines.push(line);
    }
    after = batch.at(-1)!.filerId;
    read += batch.length;
    if (read >= maxRead) {
      return { ok: true, lines, next: cursorOf(list, { after }), lookFurther: lines.length < limit };
    }
  }
  return { ok: true, lines, next: null, lookFurther: false };
}

/** Whether the roster alone rules a filer out. */
function mayFit(
  filer: Filer,
  { goLiveDate, filter: { state, userType, reach } }: { goLiveDate: string | null; filter: FilersFilter },
): boolean {
  if (userType && filer.userType !== userType) return false;
  if (reach && (filer.email === null) !== (reach === 'no-address')) return false;
  return !state || stateOf(filer, goLiveDate).state === state;
}

/** Joins filers with state and suppression; the suppression list is asked a hundred at a time. */
export async function filerLines(
  filers: readonly Filer[],
  {
    goLiveDate,
    services,
  }: Pick<FilersOptions, 'goLiveDate'> & { services: Pick<FilersServices, 'suppression'> },
): Promise<FilerLine[]> {
  const parts = chunked(filers, AT_ONCE).map((some) =>
    services.suppression.suppressed(some.flatMap(({ email }) => email ?? [])),
  );
  const known = new Map((await Promise.all(parts)).flatMap((part) => [...part]));
  return filers.map((filer) => {
    const suppression = filer.email === null ? null : (known.get(filer.email) ?? null);
    const reach = filer.email === null ? 'no-address' : suppression ? 'suppressed' : 'email';
    return { filer, state: stateOf(filer, goLiveDate), reach, suppression };
  });
}
