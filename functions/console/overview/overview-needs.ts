import { Temporal } from 'temporal-polyfill';
import type { Plan } from '../../domain/plan/plan.ts';
import type { ActiveRoster } from '../../domain/roster/activation.ts';
import type { RosterVersion } from '../../domain/roster/roster-version.ts';
import { hasFreshLinkStatus } from '../../domain/run/may-start.ts';
import type { Run } from '../../domain/run/run.ts';
import type { RunCounts } from '../../domain/run/run-counts.ts';
import { reasonsOf } from '../../domain/run/send-gate.ts';
import type { SendStatus } from '../../domain/send/status.ts';
import { phaseMeaning, phaseStatusLabel } from '../phases/phase-labels.ts';
import { phaseName } from '../phases/phase-name.ts';
import { canRelease, type PhaseState, type PhasesState } from '../phases/phase-state.ts';
import { versionStatus } from '../roster/roster-labels.ts';
import { counted } from '../ui/count.ts';
import { linkTo } from '../ui/link-to.ts';

/** Something that needs a person: what, and where it is done. */
export interface Need {
  readonly title: string;
  readonly text: string;
  /** @default there is no page for it */
  readonly href?: string;
}

export interface NeedFacts extends Pick<PhasesState, 'phases' | 'runs' | 'gate'> {
  readonly plan: Plan;
  readonly now: Temporal.Instant;
  /** The roster in force. */
  readonly roster: RosterVersion | null;
  /** The latest uploads. */
  readonly versions: readonly RosterVersion[];
  readonly active: ActiveRoster;
  /** About so many dead letters; `null`: the queues don't tell. */
  readonly deadLetters: number | null;
  /** By the ids of runs. */
  readonly counts: ReadonlyMap<string, RunCounts>;
}

/** So long before a phase's hour people are told what it will wait for; so long after they are told what went wrong. */
const NEAR = Temporal.Duration.from({ hours: 72 });
const RECENT = Temporal.Duration.from({ hours: 7 * 24 });

/** What waits for a person now, the most urgent first. */
export function overviewNeeds(facts: NeedFacts): Need[] {
  return [
    ...everythingHeld(facts),
    ...facts.phases.flatMap((phase) => phaseNeeds(phase, facts)),
    ...givenUp(facts),
    ...rosterNeeds(facts),
    ...linkStatusNeeds(facts),
    ...facts.runs.flatMap((run) => emailNeeds(run, facts)),
  ];
}

function everythingHeld({ gate }: NeedFacts): Need[] {
  if (reasonsOf(gate, 'all').length === 0) return [];
  return [
    { title: 'Everything is held', text: 'No email goes out until the hold is lifted.', href: '/phases' },
  ];
}

function phaseNeeds(phase: PhaseState, { now }: NeedFacts): Need[] {
  const { status } = phase;
  const href = `/phases/${phase.id}`;
  const name = phaseName(phase);
  if (status.kind === 'planned') {
    if (!canRelease(phase) || !isBefore(phase.at, now.add(NEAR))) return [];
    return [
      {
        title: `${name} waits for a release`,
        text: 'Without a person’s word it does not start at its hour.',
        href,
      },
    ];
  }
  if (status.kind !== 'held' && status.kind !== 'waiting' && status.kind !== 'missed') return [];
  // What starts by itself needs nobody; what is long over is past helping.
  if (status.kind === 'waiting' && status.reason === 'due') return [];
  if (
    status.kind === 'missed' &&
    status.reason === 'expired' &&
    isBefore(phase.expiresAt, now.subtract(RECENT))
  )
    return [];
  const { name: word } = phaseStatusLabel(status);
  return [{ title: `${name}: ${word.toLowerCase()}`, text: phaseMeaning(phase) ?? '', href }];
}

function givenUp({ deadLetters }: NeedFacts): Need[] {
  if (!deadLetters) return [];
  return [
    {
      title: `${counted(deadLetters, 'piece')} of work given up`,
      text: 'It failed five times and was put aside. Once the cause is mended, bring it back.',
      href: '/log/given-up',
    },
  ];
}

function rosterNeeds({ roster, versions, active }: NeedFacts): Need[] {
  const held = versions.filter((version) => versionStatus(version, active) === 'held');
  return [
    ...held.map(({ version, filers }) => ({
      title: 'A roster is held',
      text: `It has ${counted(filers, 'filer')} and something about it is unusual. A clerk puts it in force or rejects it.`,
      href: `/roster/versions/${version}`,
    })),
    ...(roster || held.length > 0
      ? []
      : [
          {
            title: 'No roster is in force',
            text: 'Upload the roster of filers and put it in force: without it nothing is sent.',
            href: '/roster',
          },
        ]),
  ];
}

function linkStatusNeeds({ phases, plan, roster, now }: NeedFacts): Need[] {
  const next = phases.find(({ kind, status }) => kind === 'follow-up' && status.kind === 'planned');
  if (!next || !roster || !isBefore(next.at, now.add(NEAR))) return [];
  if (hasFreshLinkStatus(plan, roster, Temporal.Instant.from(next.at))) return [];
  return [
    {
      title: 'Link status is due',
      text: `${phaseName(next)} goes out only with link status that is at most ${counted(plan.linkStatusMaxAgeDays, 'day')} old. Upload it as an update of the roster.`,
      href: '/roster',
    },
  ];
}

function emailNeeds(run: Run, { counts, now }: NeedFacts): Need[] {
  const known = counts.get(run.runId);
  if (!known || run.cancelled !== undefined) return [];
  const number = (status: SendStatus) => known.byStatus[status] ?? 0;
  const isOpen = isBefore(now, run.expiresAt);
  const isRecent = !isBefore(run.scheduledFor, now.subtract(RECENT));
  const links = { failed: 'failed', unknown: 'may have gone out or not' } as const;
  const again = (['failed', 'unknown'] as const).filter((status) => isOpen && number(status) > 0);
  const lost = number('bounced') + number('complained');
  return [
    ...again.map((status) => ({
      title: `${counted(number(status), 'email')} ${links[status]}`,
      text: `${phaseName(run)}. ${status === 'failed' ? 'Try them again.' : 'Wait an hour for news of them, then try them again or phone.'}`,
      href: linkTo('/log', { run: run.runId, status }),
    })),
    ...(isRecent && lost > 0
      ? [
          {
            title: `${counted(lost, 'email')} bounced or marked as spam`,
            text: `${phaseName(run)}. Phone these filers; the list holds everybody else who must be phoned as well.`,
            href: '/filers/phone-list',
          },
        ]
      : []),
  ];
}

function isBefore(one: string | Temporal.Instant, other: string | Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}
