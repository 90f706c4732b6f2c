import type { HoldReason } from '../../domain/run/may-start.ts';
import type { Tone } from '../ui/tag.tsx';
import { shortHoldLabel } from './hold-labels.ts';
import type { PhaseNaming } from './phase-name.ts';
import type { PhaseState } from './phase-state.ts';
import type { PhaseStatus } from './phase-status.ts';

const TONES: Readonly<Record<PhaseStatus['kind'], Tone>> = {
  complete: 'good',
  sending: 'busy',
  held: 'wait',
  waiting: 'wait',
  missed: 'bad',
  cancelled: 'bad',
  released: 'plain',
  planned: 'plain',
};

const NAMES: Readonly<Record<PhaseStatus['kind'], string>> = {
  complete: 'Complete',
  sending: 'Sending',
  held: 'Held',
  waiting: 'Waits',
  missed: 'Missed',
  cancelled: 'Cancelled',
  released: 'Released',
  planned: 'Planned',
};

/** What each reason asks of a person. */
const REASONS: Readonly<Record<string, string>> = {
  'held-by-plan': 'The plan holds this phase. Release it, or leave it until it expires.',
  'needs-release': 'The plan wants a person’s word. Look at it, then release it.',
  unconfirmed: 'Launch day waits for somebody to say that filing is open.',
  'no-roster': 'No roster is in force. Upload one and put it in force.',
  cancelled: 'A run of it was cancelled. Look at what went out, then release it.',
  'sends-unsettled':
    'Of some of its emails it is not known yet whether they went out. Look again in an hour.',
  'progress-stale': 'The link status in the roster is too old. Upload a newer one.',
  'has-run':
    'It is complete already, at another time of an earlier plan. Release it only if people are to get it again.',
  missed: 'Its hour passed more than an hour ago. It starts only if a person releases it.',
  expired: 'It did not start before it expired, and does not start any more.',
};

function reasonLabel(reason: HoldReason): string {
  return REASONS[reason] ?? reason;
}

/** A status as pages show it. */
interface PhaseStatusLabel {
  /** `Complete`. */
  readonly name: string;
  readonly tone: Tone;
  /** A sentence or two; `null` where the name says it all. */
  readonly meaning: string | null;
}

/** A status as pages show it: its name, its color, and what it means. */
export function phaseStatusLabel(status: PhaseStatus): PhaseStatusLabel {
  return { name: NAMES[status.kind], tone: TONES[status.kind], meaning: meaningOf(status) };
}

/** What a phase's status means; a change of dates is nothing that the plan asks for. */
export function phaseMeaning({
  kind,
  status,
}: Pick<PhaseNaming, 'kind'> & { readonly status: PhaseStatus }): string | null {
  const isOpen = status.kind === 'waiting' && status.reason === 'needs-release';
  return kind === 'date-change' && isOpen
    ? 'Some filers were told other dates. Whether they hear of the new ones by email is for a person to decide.'
    : meaningOf(status);
}

function meaningOf(status: PhaseStatus): string | null {
  switch (status.kind) {
    case 'waiting':
      return status.reason === 'due'
        ? 'Its hour has come: it starts within five minutes.'
        : reasonLabel(status.reason);
    case 'missed':
      return reasonLabel(status.reason);
    case 'held':
      return `${status.reasons.map(shortHoldLabel).join(' ')} No email goes out until that is lifted.`;
    case 'cancelled':
      return status.reason === 'plan-changed'
        ? 'The launch plan changed while it ran.'
        : 'A person cancelled it.';
    case 'released':
      return 'A person has released it: it starts at its hour.';
    default:
      return null;
  }
}

/** How a phase begins, in a sentence. */
export function approvalLabel({
  approval,
  hold,
  needsConfirmation,
}: Pick<PhaseState, 'approval' | 'hold' | 'needsConfirmation'>): string {
  if (hold) return 'The plan holds it: it waits for a person’s release.';
  if (approval === 'by-hand') return 'It waits for a person’s release.';
  if (needsConfirmation) return 'At its hour it waits until somebody says that filing is open.';
  return 'It starts by itself.';
}
