import { Temporal } from 'temporal-polyfill';
import type { Phase } from '../../domain/plan/phases.ts';
import type { MessageKind } from '../../domain/plan/plan.ts';
import { type HoldReason, LATE_LIMIT } from '../../domain/run/may-start.ts';
import type { Run } from '../../domain/run/run.ts';
import type { Tone } from '../ui/tag.tsx';

/** Where a phase stands, as the console shows it. */
export type PhaseStatus =
  | { readonly kind: 'complete' | 'sending' }
  /** A run that waits until these reasons are lifted. */
  | { readonly kind: 'held'; readonly reasons: readonly string[] }
  | { readonly kind: 'cancelled'; readonly reason: string }
  /** Its time came and it didn't start: a person decides. */
  | { readonly kind: 'waiting'; readonly reason: HoldReason | 'due' }
  | { readonly kind: 'missed'; readonly reason: HoldReason }
  /** A person released it ahead of its time. */
  | { readonly kind: 'released' }
  | { readonly kind: 'planned' };

export interface PhaseFacts {
  readonly phase: Pick<Phase, 'at' | 'expiresAt'>;
  readonly run: Pick<Run, 'cancelled' | 'completedAt'> | null;
  /** Reasons that hold the run or everything. */
  readonly holds: readonly string[];
  /** Why it didn't start, as it was noted. */
  readonly hold: HoldReason | null;
  readonly isReleased: boolean;
  readonly now: Temporal.Instant;
}

/** Where a phase stands; decides by what happened before what is planned. */
export function phaseStatus({ phase, run, holds, hold, isReleased, now }: PhaseFacts): PhaseStatus {
  if (run?.cancelled !== undefined) return { kind: 'cancelled', reason: run.cancelled };
  if (run?.completedAt !== undefined) return { kind: 'complete' };
  if (run) return holds.length > 0 ? { kind: 'held', reasons: holds } : { kind: 'sending' };
  const isPast = (moment: Temporal.ZonedDateTime) => Temporal.Instant.compare(now, moment.toInstant()) >= 0;
  if (!isPast(phase.at)) return isReleased ? { kind: 'released' } : { kind: 'planned' };
  if (isPast(phase.expiresAt)) return { kind: 'missed', reason: 'expired' };
  if (hold === 'missed') return { kind: 'missed', reason: hold };
  if (hold) return { kind: 'waiting', reason: hold };
  return isPast(phase.at.add(LATE_LIMIT))
    ? { kind: 'missed', reason: 'missed' }
    : { kind: 'waiting', reason: 'due' };
}

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
  'filing-open-unconfirmed': 'Launch day waits for somebody to say that filing is open.',
  'no-roster': 'No roster is in force. Upload one and put it in force.',
  cancelled: 'A run of it was cancelled. Look at what went out, then release it.',
  'sends-unsettled':
    'Of some of its emails it is not known yet whether they went out. Look again in an hour.',
  'link-status-stale': 'The link status in the roster is too old. Upload a newer one.',
  'has-run':
    'It is complete already, at another time of an earlier plan. Release it only if people are to get it again.',
  missed: 'Its hour passed more than an hour ago. It starts only if a person releases it.',
  expired: 'It did not start before it expired, and does not start any more.',
};

function reasonWords(reason: HoldReason): string {
  return REASONS[reason] ?? reason;
}

/** A status for a page: its name, its colour, and what it means. */
export function statusWords(status: PhaseStatus): { name: string; tone: Tone; meaning: string | null } {
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
        : reasonWords(status.reason);
    case 'missed':
      return reasonWords(status.reason);
    case 'held':
      return `${status.reasons.map(holdWords).join(' ')} No email goes out until that is lifted.`;
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

const HOLDS: Readonly<Record<string, string>> = {
  person: 'A person holds it.',
  'breaker-bounces': 'Too many of its emails bounced.',
  'breaker-complaints': 'Too many of its emails were marked as spam.',
  'breaker-failures': 'Too many of its emails failed in a row.',
};

function holdWords(reason: string): string {
  const isOfAll = reason.startsWith('all:');
  const words = HOLDS[isOfAll ? reason.slice(4) : reason] ?? `It is held: ${reason.replace(/^all:/, '')}.`;
  return isOfAll ? `Everything is held. ${words}` : words;
}

const KINDS: Readonly<Record<MessageKind, string>> = {
  notice: 'Notice',
  'pre-outage': 'Pre-outage warning',
  'launch-day': 'Launch day',
  'follow-up': 'Follow-up',
  'date-change': 'Change of dates',
};

/** `Follow-up` */
export function phaseKindName(kind: MessageKind): string {
  return KINDS[kind];
}

export interface PhaseNaming {
  readonly kind: MessageKind;
  readonly number: number;
  readonly of: number;
}

/** `Notice 2 of 4`, `Launch day`. */
export function phaseName({ kind, number, of }: PhaseNaming): string {
  return of > 1 ? `${KINDS[kind]} ${number} of ${of}` : KINDS[kind];
}
