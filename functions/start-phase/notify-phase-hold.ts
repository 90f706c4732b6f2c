import { isDeepStrictEqual } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import type { VoidReason } from '../domain/run/approval-record.ts';
import type { HoldReason } from '../domain/run/may-start.ts';
import type { HoldMark, PhaseMarks, PhaseName } from '../domain/run/phase-marks.ts';
import type { PhaseServices } from './services.ts';

/** People are reminded of a phase that waits for them after this time. */
const REMIND_AFTER = Temporal.Duration.from({ minutes: 30 });

/** A canceled run may be meant, by a person or by a plan: they are reminded less often. */
const REMIND_OF_CANCELLED_AFTER = Temporal.Duration.from({ hours: 24 });

/** Reasons after which the phase can't start any more. */
const FINAL: ReadonlySet<HoldReason> = new Set(['missed', 'expired']);
/** Reasons without reminders: these, and that of a phase which has run already, since nothing more is needed. */
const NO_REMINDER: ReadonlySet<HoldReason> = new Set([...FINAL, 'has-run', 'dismissed']);

interface HoldNotice {
  readonly reason: HoldReason;
  readonly marks: PhaseMarks;
  /** Why its approval is void; of the reason `approval-void` alone. */
  readonly void?: readonly VoidReason[] | undefined;
  readonly services: Pick<PhaseServices, 'clock' | 'events' | 'log' | 'phaseMarks'>;
  /** Details for the event. */
  readonly detail?: Readonly<Record<string, unknown>>;
  /** When people are reminded. @default 30 minutes; 24 hours of a canceled run */
  readonly remindAfter?: Temporal.Duration;
}

/** Publishes why a phase waits, and notes it: when it is new, when the reason changed, and as a reminder. */
export async function notifyPhaseHold(
  name: PhaseName,
  { reason, marks, services, detail, void: why, remindAfter = usualReminder(reason) }: HoldNotice,
): Promise<void> {
  const now = services.clock.now();
  if (!isNews(marks.hold, { reason, void: why, now, remindAfter })) return;
  const kind = FINAL.has(reason) ? 'PhaseMissed' : 'PhaseHeld';
  const reasons = why?.map(({ code }) => code);
  services.log.info('phase-held', {
    phase: name.phaseId,
    reason,
    ...(reasons && { reasons: reasons.join(' ') }),
  });
  await services.events.publish([
    {
      kind,
      detail: {
        phase: name.phaseId,
        scheduledFor: name.scheduledFor,
        reason,
        ...detail,
        ...(why && { void: why }),
      },
    },
  ]);
  const since = marks.hold?.reason === reason ? marks.hold.since : now.toString();
  await services.phaseMarks.markHold(name, {
    reason,
    since,
    notifiedAt: now.toString(),
    ...(why && { void: why }),
  });
}

function usualReminder(reason: HoldReason): Temporal.Duration {
  return reason === 'cancelled' ? REMIND_OF_CANCELLED_AFTER : REMIND_AFTER;
}

function isNews(
  hold: HoldMark | undefined,
  {
    reason,
    void: why,
    now,
    remindAfter,
  }: Pick<HoldNotice, 'reason' | 'void'> & { now: Temporal.Instant; remindAfter: Temporal.Duration },
): boolean {
  if (hold?.reason !== reason || !isDeepStrictEqual(hold.void, why)) return true;
  if (NO_REMINDER.has(reason)) return false;
  return Temporal.Instant.compare(now, Temporal.Instant.from(hold.notifiedAt).add(remindAfter)) >= 0;
}
