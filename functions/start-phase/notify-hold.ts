import { Temporal } from 'temporal-polyfill';
import type { PhaseServices } from '../aws/services.ts';
import type { HoldReason } from '../domain/run/may-start.ts';
import type { HoldMark, PhaseMarks, PhaseName } from '../domain/run/phase-marks.ts';

/** A phase that waits for a person is told again after this time. */
const REMIND_AFTER = Temporal.Duration.from({ minutes: 30 });

/** A cancelled run may be meant, by a person or by a plan. */
const REMIND_OF_CANCELLED = Temporal.Duration.from({ hours: 24 });

/** Reasons that no repeat of the news would change. */
const FINAL: ReadonlySet<HoldReason> = new Set(['missed', 'expired']);
/** A phase that has run may rest: that is told once, and no reminder asks for it. */
const ONCE: ReadonlySet<HoldReason> = new Set([...FINAL, 'has-run']);

interface Holding {
  readonly reason: HoldReason;
  readonly marks: PhaseMarks;
  readonly services: Pick<PhaseServices, 'clock' | 'events' | 'log' | 'phases'>;
  /** What the event says besides. */
  readonly detail?: Readonly<Record<string, unknown>>;
  /** When the same news is told again. */
  readonly remindAfter?: Temporal.Duration;
}

/** Notes why a phase waits and publishes it: when it is new, when the reason changed, and as a reminder. */
export async function tellHold(
  name: PhaseName,
  { reason, marks, services, detail, remindAfter = usual(reason) }: Holding,
): Promise<void> {
  const now = services.clock.now();
  if (!isNews(marks.hold, { reason, now, remindAfter })) return;
  const kind = FINAL.has(reason) ? 'PhaseMissed' : 'PhaseHeld';
  services.log.info('phase-held', { phase: name.phaseId, reason });
  await services.events.publish([
    { kind, detail: { phase: name.phaseId, scheduledFor: name.scheduledFor, reason, ...detail } },
  ]);
  const since = marks.hold?.reason === reason ? marks.hold.since : now.toString();
  await services.phases.markHold(name, { reason, since, toldAt: now.toString() });
}

function usual(reason: HoldReason): Temporal.Duration {
  return reason === 'cancelled' ? REMIND_OF_CANCELLED : REMIND_AFTER;
}

function isNews(
  hold: HoldMark | undefined,
  { reason, now, remindAfter }: { reason: HoldReason; now: Temporal.Instant; remindAfter: Temporal.Duration },
): boolean {
  if (hold?.reason !== reason) return true;
  if (ONCE.has(reason)) return false;
  return Temporal.Instant.compare(now, Temporal.Instant.from(hold.toldAt).add(remindAfter)) >= 0;
}
