import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { STATES } from '../filer/state.ts';
import { CORRECTION, DATE_CHANGE, MESSAGE_KINDS, ONE_OFF } from '../plan/kinds.ts';
import { phasesOf } from '../plan/phases.ts';
import { datesOf } from '../plan/plan-version.ts';
import type { CurrentPlan } from '../plan/stored-plan.ts';

/** How many filers a chunk holds: two BatchWriteItems of outcomes, and one BatchGetItem of addresses, each by two keys. */
export const CHUNK_SIZE = 50;
/** The same in runs that earlier code began. */
const FORMER_CHUNK_SIZE = 25;

const STARTED_BY = ['schedule', 'person', 'sweep'] as const;
/**
 * What starts runs: the schedule at the phase's time, a person's release, or the sweep, which heals what a schedule
 * missed.
 */
export type StartedBy = (typeof STARTED_BY)[number];

const audienceCountSchema = z.object({
  /** Filers in the audience by state. */
  byState: z.partialRecord(z.enum(STATES), z.number()),
  /** Filers to mail, and those who can't be. */
  mailable: z.number(),
  skipped: z.number(),
  /** K: how many chunks the mailable fill. */
  chunks: z.number(),
});
/** A run's audience, counted once. */
export type AudienceCount = Readonly<z.infer<typeof audienceCountSchema>>;

/** How many filers each chunk of a counted run holds: chunks that earlier code wrote must keep their filers. */
export function chunkSizeOf(
  { mailable, chunks }: Pick<AudienceCount, 'mailable' | 'chunks'>,
  chunkSize: number,
): number {
  return Math.ceil(mailable / chunkSize) === chunks ? chunkSize : FORMER_CHUNK_SIZE;
}

/** A run as it is stored. */
export const runSchema = z.object({
  runId: z.string(),
  phaseId: z.string(),
  /** A phase's, or an announcement's, such as `date-change`: the message to filers to whom other dates were announced. */
  kind: z.enum(MESSAGE_KINDS),
  /** Number of the phase among its kind, and how many there are. */
  number: z.number(),
  of: z.number(),
  /**
   * Instants, ISO 8601 in UTC. For a date change or a correction, `scheduledFor` is when its dates or facts became
   * active; for a one-off message, when that was begun.
   */
  scheduledFor: z.string(),
  expiresAt: z.string(),
  decidedAt: z.string(),
  planVersion: z.string(),
  /** What a one-off message is called: its subject. */
  title: z.string().exactOptional(),
  /** Its emails name no date of the launch, so they told no filer any. */
  silent: z.literal(true).exactOptional(),
  /** The dates that its emails name, or would: see `datesOf`. */
  dates: z.string(),
  rosterVersion: z.string(),
  startedBy: z.enum(STARTED_BY),
  /** Earlier, canceled runs of the same phase: filers who received its email from one of them are skipped. */
  after: z.array(z.string()).readonly().exactOptional(),
  /** Counted before any chunk exists. */
  audience: audienceCountSchema.exactOptional(),
  /** All chunks are in the table. */
  enqueued: z.boolean().exactOptional(),
  /** Why it was canceled, as a code. */
  cancelled: z.string().exactOptional(),
  /** Instant at which completion was announced. */
  completedAt: z.string().exactOptional(),
  /** Instant at which the log was recounted after completion. */
  reconciledAt: z.string().exactOptional(),
  /** Instant from which on the circuit breaker counts: a person lifted its hold then. */
  breakerFrom: z.string().exactOptional(),
});
/** A phase that has started. What it froze never changes: the audience follows from it alone. */
export type Run = Readonly<z.infer<typeof runSchema>>;

/** An email that reached a filer before, by its run; `state`: the filer's at that time. */
const earlierSchema = z.object({ runId: z.string(), state: z.enum(STATES) });
/** See {@link earlierSchema}. */
export type EarlierSend = Readonly<z.infer<typeof earlierSchema>>;

/** An attempt as it is stored in a chunk. */
export const attemptSchema = z.object({
  filerId: z.string(),
  /** 1 for the first, one more for each further one. */
  attempt: z.number(),
  /** State when the audience was decided. */
  state: z.enum(STATES),
  /** To the filer's secondary address, after the primary one bounced permanently. Left out: to the primary one. */
  to: z.literal('secondary').exactOptional(),
  /** The latest email that reached the filer before this run. Left out: none that is known of. */
  earlier: earlierSchema.exactOptional(),
});
/** Permission to email one filer once. */
export type Attempt = Readonly<z.infer<typeof attemptSchema>>;

/** Some attempts of a run, worked on by one sender at a time. */
export interface Chunk {
  readonly runId: string;
  /** `00001` of a run's own, `retry-<filerId>-<attempt>` of a retry. */
  readonly name: string;
  readonly attempts: readonly Attempt[];
  /** How many leases of the chunk there have been: a fencing token, which later writes have in their condition. */
  readonly leaseEpoch: number;
  /** How many leases expired under their owner: each may mean a sender that the chunk killed. */
  readonly expiredLeases: number;
  /** Attempts claimed, as `filerId#attempt`. */
  readonly claims: ReadonlySet<string>;
  readonly done: boolean;
  readonly owner?: string;
  /** Epoch milliseconds. */
  readonly leaseUntil?: number;
  /** Epoch milliseconds of the last message for it. */
  readonly queuedAt: number;
}

/** Between the id of a phase and the number of its run: no phase's id holds two hyphens in a row. */
const AGAIN = '--';

/**
 * The id of a run, fit for an SES tag: `notice-1_20180724T130000Z`. One per phase and scheduled time.
 * @param runNumber From 2 on for a run that follows a canceled one; `notice-1--2_…` can be no phase's own id.
 */
export function runIdOf(phaseId: string, scheduledFor: string, runNumber = 1): string {
  const instant = Temporal.Instant.from(scheduledFor).toString({ smallestUnit: 'second' });
  const again = runNumber === 1 ? '' : `${AGAIN}${runNumber}`;
  return `${phaseId}${again}_${instant.replaceAll(/[-:]/g, '')}`;
}

/** The run's number among runs of its phase at the same time, from its id: see {@link runIdOf}. */
export function runNumberOf({ runId, phaseId }: Pick<Run, 'runId' | 'phaseId'>): number {
  const rest = runId.slice(phaseId.length);
  return rest.startsWith(AGAIN) ? Number.parseInt(rest.slice(AGAIN.length), 10) : 1;
}

/** How many digits a chunk's name has. */
const CHUNK_DIGITS = 5;

/**
 * The name of a run's own chunk; numbered from 1. Names are in the order of the numbers: those with more digits begin
 * with a letter, which sorts after every digit.
 */
export function chunkName(number: number): string {
  const digits = String(number).padStart(CHUNK_DIGITS, '0');
  return digits.length > CHUNK_DIGITS ? `a${digits}` : digits;
}

/** How the names of retries' chunks begin. */
export const RETRY = 'retry-';

/** The name of the chunk that holds one further attempt: the attempt exists once, because its chunk does. */
export function retryName({ filerId, attempt }: Pick<Attempt, 'filerId' | 'attempt'>): string {
  return `${RETRY}${filerId}-${attempt}`;
}

/** Whether a chunk is a retry's, and so none of those that the run counts. */
export function isRetry({ name }: Pick<Chunk, 'name'>): boolean {
  return name.startsWith(RETRY);
}

/** How a chunk's claims and audit entries name an attempt: `filerId#attempt`. */
export function claimOf({ filerId, attempt }: Pick<Attempt, 'filerId' | 'attempt'>): string {
  return `${filerId}#${attempt}`;
}

/**
 * Whether a run still says what a newer plan says: the same phase at the same time, naming the same dates; for a date
 * change or a correction, that these dates or facts have been active since. A one-off message fits any plan with its
 * dates: what it says is checked with the plan when it starts.
 */
export function fitsPlan(
  run: Pick<Run, 'phaseId' | 'kind' | 'scheduledFor' | 'dates'>,
  { plan, datesSince, factsSince }: Pick<CurrentPlan, 'plan' | 'datesSince' | 'factsSince'>,
): boolean {
  if (datesOf(plan) !== run.dates) return false;
  if (run.kind === ONE_OFF) return true;
  if (run.kind === DATE_CHANGE) return Temporal.Instant.from(datesSince).equals(run.scheduledFor);
  if (run.kind === CORRECTION) return Temporal.Instant.from(factsSince).equals(run.scheduledFor);
  const phase = phasesOf(plan).find(({ id }) => id === run.phaseId);
  return phase?.kind === run.kind && phase.at.toInstant().equals(run.scheduledFor);
}
