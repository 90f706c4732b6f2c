import { Temporal } from 'temporal-polyfill';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Run } from '../../domain/run/run.ts';
import { reasonsOf } from '../../domain/run/send-gate.ts';
import type { SendStatus } from '../../domain/send/status.ts';
import { counted } from '../../lib/count.ts';
import { courtDay, courtHour } from '../../lib/court-time.ts';
import { claimOf, phaseStatusLabel } from '../phases/phase-labels.ts';
import { phaseName } from '../phases/phase-name.ts';
import { canRelease, type PhaseState } from '../phases/phase-state.ts';
import { linkTo } from '../ui/link-to.ts';
import { fileNeeds } from './file-needs.ts';
import { isBefore, NEAR, type Need, type NeedFacts } from './need.ts';

/** How long afterwards people are told what went wrong. */
const RECENT = Temporal.Duration.from({ hours: 7 * 24 });

/** What needs a person now, the most urgent first. */
export function overviewNeeds(facts: NeedFacts): Need[] {
  return [
    ...everythingHeld(facts),
    ...facts.phases.flatMap((phase) => phaseNeeds(phase, facts)),
    ...deadLetterNeeds(facts),
    ...fileNeeds(facts),
    ...facts.runs.flatMap((run) => emailNeeds(run, facts)),
  ];
}

function everythingHeld({ gate }: NeedFacts): Need[] {
  if (reasonsOf(gate, 'all').length === 0) return [];
  return [
    {
      title: 'All sending is paused',
      text: 'No emails will be sent until someone resumes sending.',
      href: '/phases',
    },
  ];
}

function phaseNeeds(phase: PhaseState, { now, plan }: NeedFacts): Need[] {
  const { status } = phase;
  const name = phaseName(phase);
  const href = `/phases/${phase.id}`;
  if (status.kind === 'planned') {
    if (!isBefore(phase.at, now.add(NEAR))) return [];
    if (phase.needsConfirmation) return [confirmationNeed(phase, plan)];
    if (!canRelease(phase)) return [];
    const text = 'Until then, it won’t start at its scheduled time.';
    return [{ title: `${name} must be released`, text, href }];
  }
  if (!needsPerson(phase, now)) return [];
  const label = phaseStatusLabel(phase);
  return [{ title: `${name}: ${label.name.toLowerCase()}`, text: label.meaning ?? '', href }];
}

/** A phase that someone must be there for at its hour: no one can confirm ahead what isn't so yet. */
function confirmationNeed({ kind, number, of, id, at }: PhaseState, { court: { zone } }: Plan): Need {
  return {
    title: `${phaseName({ kind, number, of })} needs someone at ${courtHour(at, zone)} on ${courtDay(at, zone)}`,
    text: `It will be sent only after someone confirms on its page that ${claimOf(kind)}.`,
    href: `/phases/${id}`,
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

function deadLetterNeeds({ deadLetters }: NeedFacts): Need[] {
  if (!deadLetters) return [];
  return [
    {
      title: counted(deadLetters, 'failed job'),
      text: 'Each failed five times and was set aside. Once the cause is fixed, retry them.',
      href: '/log/given-up',
    },
  ];
}

/** What a person tries again: how it is called, and what helps. */
const RETRIED = [
  ['failed', 'failed', 'Retry them.'],
  ['unknown', 'may or may not have been sent', 'Wait an hour for delivery events, then retry or call.'],
] as const satisfies [SendStatus, string, string][];

function emailNeeds(run: Run, { counts, now }: NeedFacts): Need[] {
  const known = counts.get(run.runId);
  if (!known || run.cancelled !== undefined) return [];
  const number = (status: SendStatus) => known.byStatus[status] ?? 0;
  const isOpen = isBefore(now, run.expiresAt);
  const retried = RETRIED.filter(([status]) => isOpen && number(status) > 0);
  const isRecent = !isBefore(run.scheduledFor, now.subtract(RECENT));
  const undelivered = number('bounced') + number('complained');
  const needs: Need[] = retried.map(([status, label, advice]) => ({
    title: `${counted(number(status), 'email')} ${label}`,
    text: `${phaseName(run)}. ${advice}`,
    href: linkTo('/log', { run: run.runId, status }),
  }));
  return isRecent && undelivered > 0 ? [...needs, phoneNeed(run, undelivered)] : needs;
}

function phoneNeed(run: Run, undelivered: number): Need {
  const advice = 'Call these filers. The phone list has everyone else who needs a call.';
  return {
    title: `${counted(undelivered, 'email')} bounced or marked as spam`,
    text: `${phaseName(run)}. ${advice}`,
    href: '/filers/phone-list',
  };
}
