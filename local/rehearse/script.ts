import { Temporal } from 'temporal-polyfill';
import { PIVOT } from '../../functions/domain/plan/dated.ts';
import { kindOf } from '../../functions/domain/plan/kinds.ts';
import { type Phase, phasesOf } from '../../functions/domain/plan/phases.ts';
import type { Plan } from '../../functions/domain/plan/plan.ts';
import { resolveWallTime } from '../../functions/domain/plan/wall-time.ts';
import { needsConfirmation } from '../../functions/domain/run/may-start.ts';
import { capitalized } from '../../functions/lib/letter-case.ts';
import { UserError } from '../lib/user-error.ts';

/** What a person does in a rehearsal, at a time. */
export type Step = { readonly at: Temporal.Instant } & (
  | { readonly kind: 'upload'; readonly what: 'launch' | 'roster' }
  /** `index` says which of the updates. */
  | { readonly kind: 'upload'; readonly what: 'update'; readonly index: number }
  | { readonly kind: 'release'; readonly phaseId: string; readonly why: string }
);

/** All that people do in a rehearsal. */
interface Script {
  /** By time. */
  readonly steps: readonly Step[];
  /** When everything is over. */
  readonly end: Temporal.Instant;
}

/** How long after its time a person releases a phase that waits. */
const CONFIRM_AFTER = Temporal.Duration.from({ minutes: 15 });
/** Within it the last phase is sent, and what became of its emails is known. */
const AFTER_LAST = Temporal.Duration.from({ hours: 1 });

/**
 * What people do, and when: the clerk's uploads, and the releases that phases wait for.
 * @param updates Their wall times in the court's zone, `2018-10-24T07:00`.
 * @throws UserError when there is nothing to rehearse, or a wall time doesn't exist.
 */
export function scriptOf(plan: Plan, updates: readonly string[]): Script {
  const phases = phasesOf(plan);
  const [first] = phases;
  const last = phases.at(-1);
  if (!first || !last) {
    throw new UserError(
      `Cannot rehearse because ${PIVOT.words} must have a date: it is to be announced, so no phase has one`,
    );
  }
  const updateTimes = updates.map((at) => instantOf(at, plan.court.zone));
  const start = earliest([
    first.at.subtract({ days: 1 }).toInstant(),
    ...updateTimes.map((at) => at.subtract({ hours: 2 })),
  ]);
  const steps: Step[] = [
    { at: start, kind: 'upload', what: 'launch' },
    { at: start.add({ hours: 1 }), kind: 'upload', what: 'roster' },
    ...updateTimes.map((at, index): Step => ({ at, kind: 'upload', what: 'update', index })),
    ...phases.flatMap((phase) => releaseOf(phase, plan)),
  ];
  steps.sort((one, other) => Temporal.Instant.compare(one.at, other.at));
  const end = latest([last.at.toInstant(), ...steps.map(({ at }) => at)]).add(AFTER_LAST);
  return { steps, end };
}

/** A phase that waits for a person is released; one that the plan holds stays held. */
function releaseOf(phase: Phase, plan: Plan): Step[] {
  const { id, kind, at, approval, hold } = phase;
  if (hold) return [];
  const release = { at: at.add(CONFIRM_AFTER).toInstant(), kind: 'release', phaseId: id } as const;
  if (needsConfirmation(plan, phase)) return [{ ...release, why: capitalized(kindOf(kind).gate!.claim) }];
  return approval === 'by-hand' ? [{ ...release, why: 'Approved' }] : [];
}

function instantOf(wall: string, zone: string): Temporal.Instant {
  const plain = plainOf(wall);
  const found = resolveWallTime(plain, zone);
  if (found.ok) return found.at.toInstant();
  const what = found.why === 'skipped' ? 'never shows that time' : 'shows that time twice';
  throw new UserError(
    `Cannot rehearse because a clock in ${zone} ${what}: ${wall}, because clocks change then. Use ${found.next}`,
  );
}

function plainOf(wall: string): Temporal.PlainDateTime {
  try {
    return Temporal.PlainDateTime.from(wall, { overflow: 'reject' });
  } catch {
    throw new UserError(
      `Cannot rehearse because an update must come in at a time that exists: it is ${wall}`,
    );
  }
}

function earliest(instants: readonly Temporal.Instant[]): Temporal.Instant {
  return instants.toSorted(Temporal.Instant.compare)[0]!;
}

function latest(instants: readonly Temporal.Instant[]): Temporal.Instant {
  return instants.toSorted(Temporal.Instant.compare).at(-1)!;
}
