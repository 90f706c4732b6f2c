import * as z from 'zod';
import { actorSchema, outsideActor } from '../domain/actor.ts';
import { BLANK, CAMPAIGN_COLUMNS, type Filer, filerSchema } from '../domain/filer/filer.ts';
import { STATES } from '../domain/filer/state.ts';
import type { ActiveRoster } from '../domain/roster/activation.ts';
import type { RosterVersion, StoredVersion } from '../domain/roster/roster-version.ts';
import type { Item } from './dynamo.ts';
import { codeSchema, storedCode } from './stored-codes.ts';

/** A filer as it is stored: without what is unknown anyway. Writing and reading a million costs half as much. */
export function storedFiler(filer: Filer): Item {
  const blank: Item = BLANK;
  const known = Object.entries(filer).filter(([fact, value]) => {
    return Array.isArray(value) ? value.length > 0 : value !== blank[fact];
  });
  return Object.fromEntries(known);
}

/** The filer of what is stored. A day that was no column yet is read as long ago: what needs it fresh is held. */
export function filerOf(item: Item): Filer {
  return filerSchema.parse({ ...LONG_AGO, ...BLANK, ...item });
}

const LONG_AGO = Object.fromEntries(
  CAMPAIGN_COLUMNS.filter(([, { type }]) => type === 'day').map(([, { fact }]) => [fact, '1970-01-01']),
);

const activeSchema = z.object({
  revision: z.number(),
  version: z.string().nullable(),
  newestUpload: z.string().nullable(),
  barred: z.record(z.string(), z.enum(['rejected', 'expired'])),
  acts: z.array(
    z.object({
      action: z.enum(['activate', 'reject']),
      version: z.string(),
      from: z.string().nullable(),
      by: z.union([z.literal('intake'), actorSchema]),
      why: z.string(),
      at: z.string(),
      authors: z.array(z.string()).exactOptional(),
      revision: z.number().exactOptional(),
    }),
  ),
  dropped: z.object({ authors: z.array(z.string()), revision: z.number() }).exactOptional(),
});

/** The pointer to the active version. */
export function activeOf({ roster }: Item): ActiveRoster {
  const { barred: retired, acts: decisions, ...pointer } = activeSchema.parse(roster);
  return { ...pointer, retired, decisions };
}

/** The pointer as it is stored. */
export function storedActive({ retired: barred, decisions: acts, ...pointer }: ActiveRoster): Item {
  const { revision, version } = pointer;
  return { revision, version, roster: { ...pointer, barred, acts } };
}

const HOLD_CODES = [
  'rows-refused',
  'filers-gone',
  'addresses-lost',
  'key-conflict',
  'progress-lost',
  'facts-lost',
  'filers-new',
  'addresses-changed',
  'older-upload',
] as const;
const state = z.enum(STATES);
const rowsSchema = z.object({
  accepted: z.number(),
  rejected: z.number(),
  warned: z.number(),
  unreachable: z.number(),
});
const changesSchema = z.object({
  new: z.number(),
  gone: z.number(),
  states: z.array(z.object({ from: state, to: state, filers: z.number() })),
  addressChanged: z.number(),
  forgotten: z
    .array(z.object({ column: z.string(), from: z.string(), to: z.string(), filers: z.number() }))
    .exactOptional(),
});
const versionSchema = z.object({
  version: z.string(),
  kind: z.enum(['roster', 'update']),
  base: z.string().nullable(),
  key: z.string(),
  // Absent or null in versions from outside the console that earlier code stored.
  by: actorSchema.nullish().transform((by) => by ?? outsideActor()),
  authors: z.array(z.string()).exactOptional(),
  contentSha256: z.string(),
  uploadedAt: z.string(),
  planVersion: z.string(),
  keeps: z.string().exactOptional(),
  // A version that is being written has no figures yet.
  linkStatusAsOf: z.string().nullable().default(null),
  filers: z.number().default(0),
  erased: z.number().exactOptional(),
  rows: rowsSchema.default({ accepted: 0, rejected: 0, warned: 0, unreachable: 0 }),
  changes: changesSchema.default({ new: 0, gone: 0, states: [], addressChanged: 0 }),
  held: z.array(z.object({ code: codeSchema(HOLD_CODES), reason: z.string() })).default([]),
  states: z.partialRecord(state, z.number()).exactOptional(),
  problemCounts: z
    .array(
      z.object({ code: z.string(), severity: z.enum(['error', 'address', 'warning']), count: z.number() }),
    )
    .exactOptional(),
  complete: z.boolean(),
  progress: z.object({ row: z.number() }).optional(),
});

/** A version, without when it was activated: the pointer knows that. */
export function versionOf(item: Item): Omit<RosterVersion, 'activatedAt'> {
  const { progress, linkStatusAsOf: progressAsOf, ...version } = versionSchema.parse(item);
  return { ...version, progressAsOf, ...(progress && { rowsWritten: progress.row }) };
}

/** A version as it is stored. */
export function storedVersion({ progressAsOf: linkStatusAsOf, held, ...version }: StoredVersion): Item {
  return {
    ...version,
    linkStatusAsOf,
    held: held.map(({ code, reason }) => ({ code: storedCode(code), reason })),
  };
}
