import { Temporal } from 'temporal-polyfill';
import { factsInWords } from '../../domain/plan/fact-words.ts';
import { CORRECTION, DATE_CHANGE } from '../../domain/plan/kinds.ts';
import { phaseName } from '../../domain/plan/phase-name.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { counted } from '../../lib/count.ts';
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
  if (status.kind === 'planned') {
    if (!isBefore(phase.at, now.add(NEAR))) return [];
    if (phase.needsConfirmation) return [confirmationNeed(phase, plan)];
    return canRelease(phase) ? [releaseNeed(phase)] : [];
  }
  if (!needsPerson(phase, now)) return [];
  const label = phaseStatusLabel(phase);
  const title = correctionTitle(phase) ?? `${phaseName(phase)}: ${label.name.toLowerCase()}`;
  const [text, href] = [`${label.meaning ?? ''}${afterDates(phase, facts)}`, `/phases/${phase.id}`];
  const need = { title, text, since: phase.at, href, action: actionOf(phase) };
  return [withHeldUpdate(need, phase, facts)];
}

const NOT_SENT: ReadonlySet<string> = new Set(['waiting', 'released', 'sending', 'held']);

/** The email with new dates may state the changed facts too: who gets it needs no correction after it. */
function afterDates({ kind }: PhaseState, { phases }: NeedFacts): string {
  const isFirst = phases.some((one) => one.kind === DATE_CHANGE && NOT_SENT.has(one.status.kind));
  return kind === CORRECTION && isFirst
    ? ' The email with the new dates may include this correction, so wait until that email has been sent.'
    : '';
}

/** `Tell 12 filers what has changed: phone number of our help desk`; `null`: no correction waits for a release. */
function correctionTitle({ kind, status, marks }: PhaseState): string | null {
  const isOffered = status.kind === 'waiting' && status.reason === 'needs-release';
  const prepared = kind === CORRECTION && isOffered ? marks.prepared : undefined;
  if (!prepared?.facts) return null;
  const names = factsInWords(prepared.facts.map(({ key }) => key));
  return `Tell ${counted(prepared.filers, 'filer')} what has changed: ${names}`;
}

/** What a person does about it on its page. */
function actionOf(phase: PhaseState): string {
  if (!canRelease(phase)) return 'View phase';
  if (claimToConfirm(phase)) return 'Review and confirm';
  return phase.twoPersonApproval ? 'Review and approve' : 'Review and release';
}

/** A phase that can't start at its scheduled time unless someone has released it before, or an approver has approved it. */
function releaseNeed(phase: PhaseState): Need {
  const [done, text] = phase.twoPersonApproval
    ? (['approved', 'Until an approver has approved it, it can’t start.'] as const)
    : (['released', 'Until then, it won’t start at its scheduled time.'] as const);
  const title = `${phaseName(phase)} must be ${done}`;
  return { title, text, since: null, href: `/phases/${phase.id}`, action: actionOf(phase) };
}

/** Where an update with the missing link status is here and held, that is what to decide on. */
function withHeldUpdate(need: Need, { status, at }: PhaseState, facts: NeedFacts): Need {
  if (status.kind !== 'waiting' || status.reason !== 'progress-stale') return need;
  const held = heldProgress(facts, Temporal.Instant.from(at));
  if (!held) return { ...need, href: '/roster/upload?kind=update', action: 'Upload an update' };
  return { ...need, text: held.text, href: held.href, action: held.action };
}

/** A phase that someone must be there for at its scheduled time: no one can confirm ahead what isn't so yet. */
function confirmationNeed(
  { kind, number, of, id, at, twoPersonApproval }: PhaseState,
  { court: { zone } }: Plan,
): Need {
  const who = twoPersonApproval ? 'an approver' : 'someone';
  return {
    title: `${phaseName({ kind, number, of })} needs ${who} at ${courtHour(at, zone)} on ${courtDay(at, zone)}`,
    text: `It will be sent only after ${who} confirms on its page that ${claimOf(kind)}.`,
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
      return status.reason !== 'due' && status.reason !== 'dismissed';
    case 'missed':
      return status.reason !== 'expired' || !isBefore(expiresAt, now.subtract(RECENT));
    default:
      return false;
  }
}
