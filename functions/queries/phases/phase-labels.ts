import { campaign } from '#campaign';
import { CORRECTION, DATE_CHANGE, kindOf, type MessageKind } from '../../domain/plan/kinds.ts';
import type { VoidReason } from '../../domain/run/approval-record.ts';
import type { HoldReason } from '../../domain/run/may-start.ts';
import type { RunState } from '../../domain/run/run-state.ts';
import type { Tone } from '../tone.ts';
import { shortHoldLabel } from './hold-labels.ts';
import type { PhaseState } from './phase-state.ts';
import type { PhaseStatus } from './phase-status.ts';

const TONES: Readonly<Record<PhaseStatus['kind'], Tone>> = {
  complete: 'good',
  'sent-earlier': 'good',
  sending: 'busy',
  held: 'wait',
  waiting: 'wait',
  missed: 'bad',
  cancelled: 'bad',
  released: 'plain',
  planned: 'plain',
};

/** Whether a run is under way, held or over, in the words for phases. */
const RUN_KINDS = {
  running: 'sending',
  held: 'held',
  cancelled: 'cancelled',
  complete: 'complete',
} as const satisfies Readonly<Record<RunState, PhaseStatus['kind']>>;

const NAMES: Readonly<Record<PhaseStatus['kind'], string>> = {
  complete: 'Sent',
  'sent-earlier': 'Sent',
  sending: 'Sending',
  held: 'Paused',
  waiting: 'Waiting',
  missed: 'Missed',
  cancelled: 'Canceled',
  released: 'Released',
  planned: 'Scheduled',
};

/** The status of a run as pages show it. */
export function runStateLabel(state: RunState): { readonly name: string; readonly tone: Tone } {
  const kind = RUN_KINDS[state];
  return { name: NAMES[kind], tone: TONES[kind] };
}

/** A phase, as far as its status is put into words. */
type Labeled = Pick<PhaseState, 'kind' | 'status'> & Partial<Pick<PhaseState, 'twoPersonApproval'>>;

/** What each reason asks of a person. */
const REASONS: Readonly<Record<string, string>> = {
  'held-by-plan': 'The launch plan has this phase on hold. Release it, or let it expire.',
  'needs-release': 'This phase must be released. Review it first.',
  'approval-void': 'Its approval is void. Review the phase and approve it again.',
  'no-roster': 'No roster is active. Upload and activate one.',
  cancelled: 'A run of this phase was canceled. Check what was sent, then release it.',
  'sends-unsettled': 'Crier doesn’t know yet whether some of its emails were sent. Check again in an hour.',
  'progress-stale': `The ${campaign.progress.label} in the roster is out of date. Upload an update that lists all filers who ${campaign.progress.begun}.`,
  'has-run':
    'This phase was already sent, under earlier dates. Release it only if filers should get it again.',
  missed: 'Its start time passed more than an hour ago. It will start only if someone releases it.',
  expired: 'It expired before it could start, and won’t be sent.',
  dismissed: 'Someone decided that filers needn’t be told. You can still release it.',
  'unfit-text':
    'Its text names something that the launch plan no longer has. Add that to the plan, or write a new message.',
};

/** The same with two-person approval, where that says more. */
const TWO_PERSON_REASONS: Readonly<Record<string, string>> = {
  'held-by-plan': 'The launch plan has this phase on hold. An approver must approve it, or it expires.',
  'needs-release': 'This phase needs approval by someone who contributed to neither the plan nor the roster.',
  cancelled: 'A run of this phase was canceled. Check what was sent. An approver must approve it again.',
  'has-run':
    'This phase was already sent, under earlier dates. Approve it only if filers should get it again.',
  missed: 'Its start time passed more than an hour ago. It will start only if an approver approves it.',
};

const filers = (count: number) => (count === 1 ? '1 filer was' : `${count} filers were`);
const addresses = (count: number) =>
  count === 1 ? 'the address of 1 filer' : `the addresses of ${count} filers`;

/** Why an approval is void, as a clause. */
function voidLabel(reason: VoidReason): string {
  switch (reason.code) {
    case 'filers-added':
      return `${filers(reason.filers)} added`;
    case 'addresses-changed':
      return `${addresses(reason.filers)} changed`;
    case 'wording-changed':
      return 'the wording changed';
    case 'schedule-changed':
      return 'the schedule changed';
    case 'not-approved':
      return 'no one has approved it in the console since two-person approval was turned on';
    case 'own-work':
      return 'the person who approved it had contributed to the plan or roster';
    case 'roster-gone':
      return 'the approved roster is no longer available, so Crier can’t compare the active one with it';
  }
}

/** What an announcement is that no phase of the plan asks for: who is told, and what. */
const CHANGES: Partial<Readonly<Record<MessageKind, { readonly told: string; readonly what: string }>>> = {
  [DATE_CHANGE]: { told: 'the earlier dates', what: 'the new dates' },
  [CORRECTION]: { told: 'facts that have since changed', what: 'the correction' },
};

function changeLabel(kind: MessageKind, needsApproval: boolean): string | null {
  const change = CHANGES[kind];
  if (!change) return null;
  const ask = needsApproval
    ? `The email with ${change.what} needs approval by someone who contributed to neither the plan nor the roster.`
    : `Decide whether to email them ${change.what}.`;
  return `Some filers were told ${change.told}. ${ask}`;
}

function reasonLabel(reason: HoldReason, { kind, status, twoPersonApproval }: Labeled): string {
  const why = (status.kind === 'waiting' && status.void) || [];
  if (reason === 'approval-void' && why.length > 0)
    return `Its approval is void: ${why.map(voidLabel).join('; ')}. Review the phase and approve it again.`;
  const change = reason === 'needs-release' && changeLabel(kind, twoPersonApproval === true);
  if (change) return change;
  if (reason === 'unconfirmed')
    return `Waits until ${twoPersonApproval ? 'an approver' : 'someone'} confirms that ${claimOf(kind)}.`;
  return (twoPersonApproval && TWO_PERSON_REASONS[reason]) || (REASONS[reason] ?? reason);
}

/** What a person confirms before phases of a kind may start, after "that": `filing works`. */
export function claimOf(kind: MessageKind): string {
  return kindOf(kind).gate?.claim ?? 'it may go out';
}

/** What releasing the phase confirms, after "that"; `null`: it waits for no such word. */
export function claimToConfirm({
  kind,
  status,
  needsConfirmation,
}: Pick<PhaseState, 'kind' | 'status' | 'needsConfirmation'>): string | null {
  const isUnconfirmed = status.kind === 'waiting' && status.reason === 'unconfirmed';
  const isSentAgain = status.kind === 'sent-earlier' && needsConfirmation;
  return isUnconfirmed || isSentAgain ? claimOf(kind) : null;
}

/** A status as pages show it. */
export interface PhaseStatusLabel {
  /** `Complete`. */
  readonly name: string;
  readonly tone: Tone;
  /** A sentence or two; `null` where the name says it all. */
  readonly meaning: string | null;
}

/** The status of a phase as pages show it: its name, its color, and what it means. */
export function phaseStatusLabel(phase: Labeled): PhaseStatusLabel {
  const { kind } = phase.status;
  const isApproved = kind === 'released' && phase.twoPersonApproval;
  return { name: isApproved ? 'Approved' : NAMES[kind], tone: TONES[kind], meaning: meaningOf(phase) };
}

const CANCELLED: Readonly<Record<string, string>> = {
  'plan-changed': 'The launch plan changed while it ran.',
  'approval-void': 'The launch plan changed as the phase was starting, and the change was not approved.',
};

function meaningOf(phase: Labeled): string | null {
  const { status } = phase;
  switch (status.kind) {
    case 'waiting':
      return status.reason === 'due'
        ? 'Due now; starts within five minutes.'
        : reasonLabel(status.reason, phase);
    case 'missed':
      return reasonLabel(status.reason, phase);
    case 'sent-earlier':
      return `Sent ${status.on}, under the earlier dates. It won’t be sent again automatically.`;
    case 'held':
      return `${status.reasons.map((reason) => shortHoldLabel(reason, status.notes?.[reason])).join(' ')} No emails will be sent until it is resumed.`;
    case 'cancelled':
      return CANCELLED[status.reason] ?? 'Someone canceled it.';
    case 'released':
      return phase.twoPersonApproval
        ? 'It will start at its scheduled time, unless the approval becomes void.'
        : 'Released. It will start at its scheduled time.';
    default:
      return null;
  }
}

/** How a phase begins, in a sentence. */
export function approvalLabel({
  kind,
  approval,
  hold,
  needsConfirmation,
  twoPersonApproval,
}: Pick<PhaseState, 'kind' | 'approval' | 'hold' | 'needsConfirmation' | 'twoPersonApproval'>): string {
  if (twoPersonApproval)
    return needsConfirmation
      ? `At its scheduled time, once an approver has confirmed that ${claimOf(kind)}.`
      : 'An approver must approve it before it can start.';
  if (hold) return 'On hold in the launch plan: it must be released before it can start.';
  if (approval === 'by-hand') return 'It must be released before it can start.';
  if (needsConfirmation)
    return `At its scheduled time, it waits until someone confirms that ${claimOf(kind)}.`;
  return 'It starts automatically.';
}
