import * as z from 'zod';
import type { Services } from '../aws/pick.ts';
import type { Filer, UserType } from '../domain/filer/filer.ts';
import type { Reach } from '../domain/filer/reach.ts';
import { stateOf } from '../domain/filer/rules.ts';
import type { FilerState, State } from '../domain/filer/state.ts';
import type { Suppression } from '../domain/send/suppression.ts';
import { filerIdSchema, readCursor } from '../lib/cursor.ts';
import { batched, chunked } from '../lib/iterables.ts';
import type { Page, PageOptions } from './page.ts';

/** Which filers of a roster version. */
interface FilersFilter {
  readonly version: string;
  readonly state?: State | undefined;
  readonly userType?: UserType | undefined;
  readonly reach?: Reach | undefined;
}

/** A filer with what follows from the facts. Only for people to see. */
export interface FilerLine {
  readonly filer: Filer;
  readonly state: FilerState;
  readonly reach: Reach;
  /** Why and since when, where `reach` is `suppressed`. */
  readonly suppression: Suppression | null;
}

/** A page of filers, in the order of ids. */
type FilersPage = Page<{ readonly lines: readonly FilerLine[] }>;

/** What tells which addresses are suppressed. */
interface SuppressionLookup {
  readonly suppression: Pick<Services['suppression'], 'suppressed'>;
}

/** The page of filers that is asked for. */
interface FilersOptions extends PageOptions {
  /** The day of the pivot, on which states depend; `null`: none is announced. */
  readonly pivotDate: string | null;
  readonly services: Pick<Services, 'roster'> & SuppressionLookup;
}

const positionSchema = z.strictObject({ after: filerIdSchema });
const FILERS_AT_ONCE = 100;
/** Filers read at once where a filter leaves out most of them. */
const FILTERED_READ = 1_000;

/** A page of a roster version's filers. Over all pages each filer who fits the filter comes once. */
export async function filersPage(
  filter: FilersFilter,
  { pivotDate, cursor, limit = 50, maxRead = 5_000, services }: FilersOptions,
): Promise<FilersPage> {
  const { version, state, userType, reach } = filter;
  const list = `filers ${version} ${state ?? ''} ${userType ?? ''} ${reach ?? ''}`;
  const position = readCursor(cursor, { list, position: positionSchema });
  if (!position.ok) return position;
  const { previous } = position;
  const lines: FilerLine[] = [];
  let after = position.at?.after ?? '';
  let read = 0;
  const isFiltered = Boolean(state || userType || reach);
  const size = isFiltered ? FILERS_AT_ONCE : limit + 1;
  const filers = services.roster.filers(version, { after, pageSize: isFiltered ? FILTERED_READ : size });
  for await (const batch of batched(filers, size)) {
    for (const line of await fittingLines(batch, { pivotDate, filter, services })) {
      if (lines.length >= limit) {
        const last = lines.at(-1)?.filer.filerId;
        return { ok: true, lines, previous, next: position.next({ after: last! }), lookFurther: false };
      }
      lines.push(line);
    }
    after = batch.at(-1)!.filerId;
    read += batch.length;
    if (read >= maxRead) {
      const lookFurther = lines.length < limit;
      return { ok: true, lines, previous, next: position.next({ after }), lookFurther };
    }
  }
  return { ok: true, lines, previous, next: null, lookFurther: false };
}

async function fittingLines(
  filers: readonly Filer[],
  { pivotDate, filter, services }: FilersOptions & { filter: FilersFilter },
): Promise<FilerLine[]> {
  const candidates = filers.filter((filer) => mayFit(filer, { pivotDate, filter }));
  const lines = await filerLines(candidates, { pivotDate, services });
  return lines.filter(({ reach }) => !filter.reach || reach === filter.reach);
}

/** Whether a filer fits as far as the roster tells. */
function mayFit(
  filer: Filer,
  {
    pivotDate,
    filter: { state, userType, reach },
  }: Pick<FilersOptions, 'pivotDate'> & { filter: FilersFilter },
): boolean {
  if (userType && filer.userType !== userType) return false;
  if (reach && (filer.email === null) !== (reach === 'no-address')) return false;
  return !state || stateOf(filer, pivotDate).state === state;
}

/** Joins filers with state and suppression; the suppression list is asked a hundred at a time. */
export async function filerLines(
  filers: readonly Filer[],
  { pivotDate, services }: Pick<FilersOptions, 'pivotDate'> & { services: SuppressionLookup },
): Promise<FilerLine[]> {
  const parts = chunked(filers, FILERS_AT_ONCE).map((some) =>
    services.suppression.suppressed(some.flatMap(({ email }) => email ?? [])),
  );
  const known = new Map((await Promise.all(parts)).flatMap((part) => [...part]));
  return filers.map((filer) => {
    const suppression = filer.email === null ? null : (known.get(filer.email) ?? null);
    const reach = filer.email === null ? 'no-address' : suppression ? 'suppressed' : 'email';
    return { filer, state: stateOf(filer, pivotDate), reach, suppression };
  });
}
