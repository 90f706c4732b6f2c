import { Temporal } from 'temporal-polyfill';

/*
 * What became of phases and their emails, told from stored records alone: the runs, the facts of the send log, the
 * chunks, what holds, and the record that a test keeps of releases. Shares no code with the console.
 */

export interface RunRecord {
  readonly runId: string;
  readonly phaseId: string;
  readonly kind: string;
  readonly scheduledFor: string;
  readonly completedAt?: string;
  readonly cancelled?: string;
  readonly audience?: { readonly mailable: number; readonly skipped: number };
}

export interface PhaseRecord {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly expiresAt: string;
  /** It starts only when a person has released or confirmed it. */
  readonly needsPerson: boolean;
}

export interface World {
  readonly now: string;
  readonly runs: readonly RunRecord[];
  /** Scopes that something holds: `all`, or ids of runs. */
  readonly held: ReadonlySet<string>;
  /** How many of a phase's runs at its time were canceled when a person released it there: `notice-1 <instant> 0`. */
  readonly releases: ReadonlySet<string>;
  /** Phases whose latest approval is void, at the time of the plan, named as releases are. */
  readonly voided: ReadonlySet<string>;
  /** Something else lacks: a roster, or fresh link status. */
  readonly lacks: (phase: PhaseRecord) => boolean;
  /** Some email of these runs may still be on its way. */
  readonly isOpen: (runIds: readonly string[]) => boolean;
}

export function runTruth(run: RunRecord, held: ReadonlySet<string>): string {
  if (run.cancelled) return 'Canceled';
  if (run.completedAt) return 'Sent';
  return held.has('all') || held.has(run.runId) ? 'Paused' : 'Sending';
}

export function phaseTruth(phase: PhaseRecord, world: World): string {
  const isSame = (run: RunRecord) => run.phaseId === phase.id && run.kind === phase.kind;
  const isHere = (run: RunRecord) => Date.parse(run.scheduledFor) === Date.parse(phase.at);
  const here = world.runs.filter((run) => run.phaseId === phase.id && isHere(run));
  const current = here.find(({ cancelled }) => !cancelled);
  if (current) return runTruth(current, world.held);
  const key = `${phase.id} ${phase.at} ${here.length}`;
  const isReleased = world.releases.has(key);
  const isPast = (at: string, hours = 0) => Date.parse(world.now) - Date.parse(at) >= hours * 3_600_000;
  const isOver = isPast(phase.expiresAt);
  const wasSent = world.runs.some((run) => isSame(run) && !isHere(run) && run.completedAt && !run.cancelled);
  if (wasSent && !isReleased && (isOver || here.length === 0)) return 'Sent';
  if (isOver) return 'Missed';
  if (world.voided.has(key)) return 'Waiting';
  if (!isPast(phase.at)) return isReleased ? 'Released' : 'Scheduled';
  if (!isReleased && (here.length > 0 || phase.needsPerson)) return 'Waiting';
  const cancelled = world.runs.filter((run) => isSame(run) && run.cancelled).map(({ runId }) => runId);
  if (world.isOpen(cancelled) || world.lacks(phase)) return 'Waiting';
  const isLate = Date.parse(world.now) - Date.parse(phase.at) > 3_600_000;
  return isLate && !isReleased ? 'Missed' : 'Waiting';
}

export interface FactRecord {
  readonly filerId: string;
  readonly attempt: number;
  readonly kind: string;
  readonly reason?: string;
}

const WENT_OUT = [
  'sent',
  'send',
  'delivered',
  'delayed',
  'soft-bounced',
  'bounced',
  'complained',
  'rejected',
];

/** A run's audience by outcome. @param attempts Further attempts by filer, from the chunks. */
export function countTruth(
  audience: number,
  { facts, attempts }: { facts: readonly FactRecord[]; attempts: ReadonlyMap<string, number> },
): { sent: number; waiting: number; notSent: number; unconfirmed: number } {
  const counts = { sent: 0, waiting: audience, notSent: 0, unconfirmed: 0 };
  for (const [filerId, own] of Map.groupBy(facts, (fact) => fact.filerId)) {
    const has = (...kinds: string[]) => own.some(({ kind }) => kinds.includes(kind));
    const last = attempts.get(filerId) ?? 1;
    const isWaiting = !own.some(({ attempt }) => attempt >= last) && !has('delivered', 'complained');
    const place = isWaiting
      ? 'waiting'
      : has(...WENT_OUT)
        ? 'sent'
        : has('unknown')
          ? 'unconfirmed'
          : 'notSent';
    counts.waiting -= 1;
    counts[place] += 1;
  }
  return counts;
}

/** Whether link status is fresh enough by the court's calendar. */
export function isFresh(
  asOf: string,
  { now, zone, days }: { now: string; zone: string; days: number },
): boolean {
  const dayOf = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate();
  return dayOf(asOf).until(dayOf(now)).days <= days;
}
