import { Temporal } from 'temporal-polyfill';
import { phaseName } from '../../domain/plan/phase-name.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { courtDay, courtHour } from '../../lib/court-time.ts';
import { claimOf, claimToConfirm, phaseStatusLabel } from '../phases/phase-labels.ts';
import { canRelease, type PhaseState } from '../phases/phase-state.ts';
import { heldProgress } from './held-progress.ts';
import { isBefore, NEAR, type Need, type NeedFacts } from './need.ts';

/** How long afterwards people are told what went wrong. */
const RECENT = Temporal.Duration.from({ hours: 7 * 24 });

/** What a phase needs of a person: a release, a confirmation ahead of time, or a decision on what was missed. */
export function phaseNeeds(phase: PhaseState, facts: NeedFacts): Need[] {
  const { now, plan } = facts;
  const { status } = phase;
  const name = phaseName(phase);
  const href = `/phases/${phase.id}`;
  if (status.kind === 'planned') {
    if (!isBefore(phase.at, now.add(NEAR))) return [];
    if (phase.needsConfirmation) return [confirmationNeed(phase, plan)];
    if (!canRelease(phase)) return [];
    const text = 'Until then, it won’t start at its scheduled time.';
    return [{ title: `${name} must be released`, text, since: null, href, action: actionOf(phase) }];
  }
  if (!needsPerson(phase, now)) return [];
  const label = phaseStatusLabel(phase);
  const title = `${name}: ${label.name.toLowerCase()}`;
  const need = { title, text: label.meaning ?? '', since: phase.at, href, action: actionOf(phase) };
  return [withHeldUpdate(need, phase, facts)];
}

/** What a person does about it on its page. */
function actionOf(phase: PhaseState): string {
  if (!canRelease(phase)) return 'View phase';
  if (claimToConfirm(phase)) return 'Review and confirm';
  return phase.twoPersonApproval ? 'Review and approve' : 'Review and release';
}

/** Where an update with the missing link status is here and held, that is what to decide on. */
function withHeldUpdate(need: Need, { status, at }: PhaseState, facts: NeedFacts): Need {
  if (status.kind !== 'waiting' || status.reason !== 'progress-stale') return need;
  const held = heldProgress(facts, Temporal.Instant.from(at));
  if (!held) return { ...need, href: '/roster/upload?kind=update', action: 'Upload an update' };
  return { ...need, text: held.text, href: held.href, action: held.action };
}

/** A phase that someone must be there for at its scheduled time: no one can confirm ahead what isn't so yet. */
function confirmationNeed({ kind, number, of, id, at }: PhaseState, { court: { zone } }: Plan): Need {
  return {
    title: `${phaseName({ kind, number, of })} needs someone at ${courtHour(at, zone)} on ${courtDay(at, zone)}`,
    text: `It will be sent only after someone confirms on its page that ${claimOf(kind)}.`,
    since: null,
    href: `/phases/${id}`,
    action: 'View phase',
  };
}

/** What starts automatically needs no one; what expired long ago can't be helped. */
function needsPerson({ status, expiresAt }: PhaseState, now: Temporal.Instant): boolean {
  switch (status.kind) {
    case 'held':
      return true;
    case 'waiting':
      return status.reason !== 'due';
    case 'missed':
      return status.reason !== 'expired' || !isBefore(expiresAt, now.subtract(RECENT));
    default:
      return false;
  }
}
