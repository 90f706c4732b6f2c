import { Temporal } from 'temporal-polyfill';
import { phaseName } from '../../domain/plan/phase-name.ts';
import type { Run } from '../../domain/run/run.ts';
import { reasonsOf } from '../../domain/run/send-gate.ts';
import type { SendStatus } from '../../domain/send/status.ts';
import { counted } from '../../lib/count.ts';
import { linkTo } from '../../lib/link-to.ts';
import { callNeeds } from './call-needs.ts';
import { fileNeeds } from './file-needs.ts';
import { messageNeeds } from './message-needs.ts';
import { isBefore, type Need, type NeedFacts } from './need.ts';
import { peopleNeeds } from './people-needs.ts';
import { phaseNeeds } from './phase-needs.ts';

/** Everything that a person must do now, the most urgent first. */
export function overviewNeeds(facts: NeedFacts): Need[] {
  return [
    ...everythingHeld(facts),
    ...pendingPlanNeeds(facts),
    ...peopleNeeds(facts),
    ...facts.phases.flatMap((phase) => phaseNeeds(phase, facts)),
    ...messageNeeds(facts),
    ...deadLetterNeeds(facts),
    ...fileNeeds(facts),
    ...facts.runs.flatMap((run) => emailNeeds(run, facts)),
    ...callNeeds(facts),
  ];
}

function everythingHeld({ gate, pauses }: NeedFacts): Need[] {
  if (reasonsOf(gate, 'all').length === 0) return [];
  return [
    {
      title: 'All sending is paused',
      text: [pauses?.get('all'), 'No emails will be sent until someone resumes sending.']
        .filter(Boolean)
        .join(' '),
      since: null,
      href: '/phases',
      action: 'Review and resume sending',
    },
  ];
}

function pendingPlanNeeds({ pendingPlan }: NeedFacts): Need[] {
  if (!pendingPlan) return [];
  return [
    {
      title: 'A launch plan needs approval',
      text: 'A second person must approve it before it takes effect.',
      since: pendingPlan.uploadedAt,
      href: '/plan',
      action: 'Review the plan',
    },
  ];
}

function deadLetterNeeds({ deadLetters }: NeedFacts): Need[] {
  if (!deadLetters) return [];
  return [
    {
      title: counted(deadLetters, 'failed job'),
      text: 'Each failed five times and was set aside. Once the cause is fixed, retry them.',
      since: null,
      href: '/log/given-up',
      action: 'View failed jobs',
    },
  ];
}

/** What a person tries again: how it is called, and what helps. */
const RETRIED = [
  ['failed', 'failed', 'Retry them.'],
  ['unknown', 'may or may not have been sent', 'Wait an hour for a delivery report, then retry or call.'],
] as const satisfies [SendStatus, string, string][];

function emailNeeds(run: Run, { counts, now }: NeedFacts): Need[] {
  const known = counts.get(run.runId);
  if (!known || run.cancelled !== undefined || !isBefore(now, run.expiresAt)) return [];
  const number = (status: SendStatus) => known.byStatus[status] ?? 0;
  return RETRIED.filter(([status]) => number(status) > 0).map(([status, label, advice]) => ({
    title: `${counted(number(status), 'email')} ${label}`,
    text: `${phaseName(run)}. ${advice}`,
    since: Temporal.Instant.from(run.scheduledFor).toString(),
    href: linkTo('/log', { run: run.runId, status }),
    action: 'View emails',
  }));
}
