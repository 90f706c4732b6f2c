import { Temporal } from 'temporal-polyfill';
import { campaign } from '#campaign';
import { kindOf } from '../../domain/plan/kinds.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { ActiveRoster } from '../../domain/roster/activation.ts';
import type { RosterVersion } from '../../domain/roster/roster-version.ts';
import { hasFreshProgress, maxAgeDays } from '../../domain/run/may-start.ts';
import type { Run } from '../../domain/run/run.ts';
import type { RunCounts } from '../../domain/run/run-counts.ts';
import { reasonsOf } from '../../domain/run/send-gate.ts';
import type { SendStatus } from '../../domain/send/status.ts';
import { PLACE_KINDS, type PlaceKind } from '../../domain/upload.ts';
import { counted } from '../../lib/count.ts';
import { courtDay, courtHour } from '../../lib/court-time.ts';
import { claimOf, phaseStatusLabel } from '../phases/phase-labels.ts';
import { phaseName } from '../phases/phase-name.ts';
import { canRelease, type PhaseState, type PhasesState } from '../phases/phase-state.ts';
import { versionStatus } from '../roster/roster-labels.ts';
import { capital } from '../ui/capital.ts';
import { linkTo } from '../ui/link-to.ts';

/** Something that needs a person: what, and where it is done. */
export interface Need {
  readonly title: string;
  readonly text: string;
  /** @default there is no page for it */
  readonly href?: string;
}

/** What the needs follow from. */
export interface NeedFacts extends Pick<PhasesState, 'phases' | 'runs' | 'gate'> {
  readonly plan: Plan;
  readonly now: Temporal.Instant;
  /** The active roster. */
  readonly roster: RosterVersion | null;
  /** The latest uploads. */
  readonly versions: readonly RosterVersion[];
  readonly active: ActiveRoster;
  /** An approximate number of failed jobs; `null`: the queues don't tell. */
  readonly deadLetters: number | null;
  /** Uploads that were never processed. */
  readonly unreported: readonly PlaceKind[];
  /** By the ids of runs. */
  readonly counts: ReadonlyMap<string, RunCounts>;
}

/** How long before a phase's time people are told what it will wait for: what waits on a Monday is seen on Friday. */
const NEAR = Temporal.Duration.from({ hours: 96 });
/** How long afterwards people are told what went wrong. */
const RECENT = Temporal.Duration.from({ hours: 7 * 24 });

/** What needs a person now, the most urgent first. */
export function overviewNeeds(facts: NeedFacts): Need[] {
  return [
    ...everythingHeld(facts),
    ...facts.phases.flatMap((phase) => phaseNeeds(phase, facts)),
    ...deadLetterNeeds(facts),
    ...uploadNeeds(facts),
    ...rosterNeeds(facts),
    ...progressNeeds(facts),
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

const UPLOADED = {
  launch: { what: 'launch plan', href: '/plan' },
  roster: { what: 'roster', href: '/roster' },
  update: { what: 'roster update', href: '/roster' },
} as const satisfies Record<PlaceKind, { what: string; href: string }>;

function uploadNeeds({ unreported }: NeedFacts): Need[] {
  return PLACE_KINDS.filter((kind) => unreported.includes(kind)).map((kind) => {
    const { what, href } = UPLOADED[kind];
    const files = counted(unreported.filter((one) => one === kind).length, 'file');
    return {
      title: `A ${what} was uploaded but not processed`,
      text: `Crier found ${files} and tried again without a result. Upload the ${what} again.`,
      href,
    };
  });
}

const NO_ROSTER: Need = {
  title: 'No active roster',
  text: 'Upload and activate the roster of filers. Nothing is sent without it.',
  href: '/roster',
};

function rosterNeeds({ roster, versions, active }: NeedFacts): Need[] {
  const held = versions.filter((version) => versionStatus(version, active) === 'held');
  if (!roster && held.length === 0) return [NO_ROSTER];
  return held.map(({ version, filers }) => ({
    title: 'A roster needs your decision',
    text: `It has ${counted(filers, 'filer')}, and Crier found something unusual. A clerk must activate or reject it.`,
    href: `/roster/versions/${version}`,
  }));
}

function progressNeeds({ phases, plan, roster, now }: NeedFacts): Need[] {
  const next = phases.find(({ kind, status }) => status.kind === 'planned' && kindOf(kind).needsProgress);
  if (!next || !roster || !isBefore(next.at, now.add(NEAR))) return [];
  if (hasFreshProgress(plan, roster, Temporal.Instant.from(next.at))) return [];
  const { label } = campaign.progress;
  const days = counted(maxAgeDays(plan), 'day');
  return [
    {
      title: `${capital(label)} is due`,
      text: `${phaseName(next)} will be sent only if ${label} is at most ${days} old. Upload a roster update.`,
      href: '/roster',
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

function isBefore(one: string | Temporal.Instant, other: string | Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}
