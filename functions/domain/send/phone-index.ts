import * as z from 'zod';
import type { Filer } from '../filer/filer.ts';
import { stateOf } from '../filer/rules.ts';
import type { State } from '../filer/state.ts';
import { needsNoCall, type PhoneReason, phoneRow } from './phone-list.ts';
import type { Suppression } from './suppression.ts';

const entrySchema = z.object({
  filerId: z.string(),
  /** Last name first, to sort by. */
  name: z.string(),
  reason: z.string().transform((reason) => reason as PhoneReason),
  state: z.string(),
  /** When the address was suppressed: instant, ISO 8601 in UTC; `null`: the reason is in the roster. */
  since: z.string().nullable(),
  /** When the first of the rosters was uploaded that have all given this reason: instant. Older indexes don’t say it. */
  listed: z.string().exactOptional(),
});
/** A filer to be called, as the index of a roster version has them. Holds a name: only for people to see. */
export type PhoneIndexEntry = Readonly<z.infer<typeof entrySchema>>;

const indexSchema = z.object({
  format: z.literal(1),
  /** The day of the pivot by which states were decided; `null`: none was announced. */
  pivotDate: z.string().nullable(),
  /** Instant before the first look at the suppression list. */
  asOf: z.string(),
  entries: z.array(entrySchema).readonly(),
});
/** Whom to call of a roster version, as far as the roster and the suppression list said at an instant. */
export type PhoneIndex = Readonly<z.infer<typeof indexSchema>>;

const collator = new Intl.Collator('en-US');

/** By last name, then first name: the order of an index. */
export function byName(one: Pick<PhoneIndexEntry, 'name'>, other: Pick<PhoneIndexEntry, 'name'>): number {
  return collator.compare(one.name, other.name);
}

/** Reads a stored index; `null` when it isn't one of this format. */
export function readPhoneIndex(text: string): PhoneIndex | null {
  try {
    return indexSchema.nullable().catch(null).parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Why emails don't reach a filer, or why the state of one needs a call. */
export type CallCause = 'stopped' | 'no-address' | 'soft-bounces' | State;

/** What a call to a filer of the index is about. */
export function causeOf({ reason, state }: Pick<PhoneIndexEntry, 'reason' | 'state'>): CallCause {
  if (reason === 'unreachable') return 'no-address';
  if (reason === 'soft-bounces' || reason === state) return reason as CallCause;
  return 'stopped';
}

/**
 * An entry of a version, with the upload since which rosters have given its reason.
 * @param before the filer's entry of the version before, if it had one, and when that was uploaded
 */
export function withListed(
  entry: PhoneIndexEntry,
  {
    uploadedAt,
    before,
  }: { uploadedAt: string; before?: { entry: PhoneIndexEntry; uploadedAt: string } | undefined },
): PhoneIndexEntry {
  if (entry.since !== null) return entry;
  const isSame = before && before.entry.since === null && causeOf(before.entry) === causeOf(entry);
  return { ...entry, listed: isSame ? (before.entry.listed ?? before.uploadedAt) : uploadedAt };
}

/** Everything that a filer may be called for now: one call covers all of it. */
export function causesOf(
  { email }: Pick<Filer, 'email'>,
  { state, isSuppressed }: { state: State; isSuppressed: boolean },
): CallCause[] {
  const own = isSuppressed ? (['stopped'] as const) : [];
  return [...(email === null ? (['no-address'] as const) : own), 'soft-bounces', state];
}

/** What a filer is called for; `null`: they aren't. */
export function phoneEntry(
  filer: Filer,
  {
    pivotDate,
    suppression,
    keepsBouncing = false,
  }: { pivotDate: string | null; suppression: Suppression | undefined; keepsBouncing?: boolean },
): PhoneIndexEntry | null {
  const state = stateOf(filer, pivotDate);
  if (needsNoCall(state)) return null;
  const row = phoneRow(filer, { state, suppression, keepsBouncing });
  if (!row) return null;
  const { filerId, lastName, firstName, reason } = row;
  const isSuppressed = suppression !== undefined && reason === suppression.reason;
  return {
    filerId,
    name: [lastName, firstName].filter(Boolean).join(', '),
    reason,
    state: state.state,
    since: isSuppressed ? suppression.at : null,
  };
}
