import type { Sending } from './launch.ts';
import type { News } from './news.ts';
import type { Random } from './random.ts';
import type { Fault } from './scheduler.ts';

/** What may happen now and then, besides calls that proceed. */
export type CommandName =
  | 'sweep'
  | 'start'
  | 'time'
  | 'freeze'
  | 'hold'
  | 'lift'
  | 'move'
  | 'moveAway'
  | 'roster'
  | 'retry'
  | 'release'
  | 'announce'
  | 'correct'
  | 'write'
  | 'recount';

/** What a run is about: what it favors, while anything may still happen in it. */
export interface Workload {
  readonly name: string;
  readonly weight: number;
  /** Kinds of faults; `null`: any, or two that the dice pick. */
  readonly faults: readonly Fault[] | null;
  readonly maxFaults: number;
  /** Where faults strike mostly, and how often there. */
  readonly target: RegExp | null;
  readonly likely: number;
  /** The run continues when its emails are out: it is about what people do then. */
  readonly patient?: true;
  /** Faults continue while everything else comes to rest. */
  readonly lasts?: true;
  /** How often a command comes before the next call, and which. */
  readonly commandRate: number;
  readonly weights: Readonly<Partial<Record<CommandName, number>>>;
  /** How the run begins, after its phase starts. */
  readonly opening?: readonly CommandName[];
  readonly rates?: readonly number[];
  readonly daily?: number;
  /** Seconds that may pass at once. */
  readonly passes?: readonly number[];
  /** When SES reports an email, what it reports, and how often twice. */
  readonly feedback?: 'never' | 'late';
  readonly news?: readonly News[];
  readonly doubled?: number;
  /** What the plan says of how emails are sent. */
  readonly sending?: Sending;
  /** In the end a person releases every announcement. */
  readonly announces?: true;
  /** Whether senders pause in the middle of their work; without it the dice decide. */
  readonly stalls?: boolean;
  /** At which of their calls they pause at the latest. */
  readonly stallsBy?: number;
  /** An email whose sender dies each time, at one of these calls. */
  readonly poison?: readonly RegExp[];
}

const ANY: Readonly<Partial<Record<CommandName, number>>> = {
  sweep: 2,
  start: 1,
  time: 1,
  freeze: 2,
  hold: 2,
  lift: 2,
  move: 1,
  roster: 1,
  retry: 2,
  release: 1,
  recount: 1,
};
/** A workload without a subject. */
export const PLAIN = {
  weight: 2,
  faults: [],
  maxFaults: 0,
  target: null,
  likely: 0.4,
  commandRate: 0.1,
  weights: ANY,
};

/** What workloads of announcements share. */
const ANNOUNCEMENT = {
  ...PLAIN,
  weight: 3,
  patient: true,
  announces: true,
  faults: ['crash-before', 'crash-after', 'error-before', 'error-after', 'timeout-after'],
  maxFaults: 4,
  likely: 0.15,
  rates: [10, 50],
  passes: [1, 10, 130],
} as const;

/** Mailboxes that bounce for good: early, with other news before or after. */
const BAD_NEWS: readonly News[] = [
  [],
  ['Bounce'],
  ['Bounce'],
  ['Send', 'Bounce'],
  ['SoftBounce', 'Bounce'],
  ['Delivery', 'Bounce'],
  ['Bounce', 'Complaint'],
  ['Unsubscribed'],
  ['SoftBounce'],
  ['Delivery'],
  ['ForwardBounce'],
  ['UnreadableTags', 'BareBounce'],
  ['UnknownRun', 'UnknownAttempt'],
];

export const WORKLOADS: readonly Workload[] = [
  { ...PLAIN, name: 'anything', weight: 10, faults: null, maxFaults: 15 },
  {
    ...PLAIN,
    name: 'unprocessed writes',
    faults: ['unprocessed'],
    maxFaults: 6,
    target: /^BatchWriteItem/,
    likely: 0.5,
    feedback: 'never',
  },
  {
    ...PLAIN,
    name: 'lost answers',
    faults: ['timeout-after', 'error-after', 'timeout-before', 'timeout-after'],
    maxFaults: 4,
    target: /^SES Send/,
    likely: 0.6,
    feedback: 'never',
    commandRate: 0.03,
    weights: { ...ANY, retry: 6 },
  },
  {
    ...PLAIN,
    name: 'throttles',
    faults: ['throttle'],
    maxFaults: 4,
    target: /^SES Send/,
    likely: 0.6,
    commandRate: 0.12,
    rates: [1, 2, 10],
    weights: { hold: 3, lift: 3, sweep: 1, recount: 1, time: 1 },
  },
  {
    ...PLAIN,
    name: 'holds',
    commandRate: 0.2,
    rates: [1, 2, 10],
    weights: { hold: 4, lift: 4, sweep: 1, time: 1, recount: 1 },
  },
  {
    ...PLAIN,
    name: 'a moved launch',
    faults: null,
    maxFaults: 2,
    opening: ['moveAway'],
    commandRate: 0.08,
    weights: { move: 3, start: 2, sweep: 2, release: 2, recount: 1, time: 1 },
  },
  {
    ...PLAIN,
    name: 'retries by people',
    patient: true,
    weight: 3,
    faults: ['refuse', 'timeout-after', 'timeout-before', 'error-after'],
    maxFaults: 4,
    target: /^SES Send/,
    likely: 0.7,
    commandRate: 0.1,
    rates: [10, 50],
    weights: { retry: 8, sweep: 1, recount: 1, time: 1, hold: 0.3, lift: 0.3 },
    feedback: 'late',
  },
  {
    ...PLAIN,
    name: 'crashes under retries',
    patient: true,
    faults: ['crash-before', 'crash-after', 'refuse', 'timeout-after'],
    maxFaults: 6,
    target: /^SES Send|retry-/,
    commandRate: 0.1,
    rates: [10, 50],
    weights: { retry: 6, sweep: 2, time: 2, recount: 1, freeze: 1 },
  },
  {
    ...PLAIN,
    name: 'retries unheard of',
    patient: true,
    weight: 1,
    faults: ['refuse', 'timeout-after'],
    maxFaults: 8,
    target: /^SES Send/,
    likely: 0.6,
    commandRate: 0.02,
    rates: [10, 50],
    weights: { retry: 8, sweep: 1, recount: 1 },
    feedback: 'never',
  },
  {
    ...PLAIN,
    name: 'an email that kills its sender',
    weight: 1,
    poison: [/^BatchGetItem/, /^SES Send/],
    // Short: a lease that runs out under a living sender would count as one that the email cost.
    passes: [1, 10],
    commandRate: 0.05,
    weights: { sweep: 2, time: 2, recount: 1 },
  },
  {
    ...PLAIN,
    name: 'a newer roster',
    faults: ['crash-before', 'crash-after', 'error-after'],
    maxFaults: 4,
    target: /^PutItem chunk|^SQS|audience|writtenOut|PutEvents/,
    commandRate: 0.12,
    weights: { roster: 4, start: 3, sweep: 3, recount: 1, time: 1 },
  },
  {
    ...PLAIN,
    name: 'stalled senders',
    stalls: true,
    commandRate: 0.15,
    rates: [1, 2],
    passes: [1, 2, 3, 10, 130],
    weights: { time: 6, freeze: 1, sweep: 1 },
  },
  {
    ...PLAIN,
    name: 'left behind',
    stalls: true,
    stallsBy: 3,
    faults: ['crash-after'],
    maxFaults: 2,
    target: /^SES Send/,
    likely: 0.9,
    commandRate: 0.08,
    rates: [50],
    feedback: 'never',
    weights: { roster: 2, moveAway: 1, sweep: 2, time: 3 },
  },
  {
    ...PLAIN,
    name: 'completion',
    weight: 1,
    faults: ['crash-before', 'error-before'],
    maxFaults: 1,
    target: /^EventBridge PutEvents PhaseCompleted/,
    likely: 1,
    lasts: true,
    rates: [50],
    weights: { sweep: 1, recount: 1 },
  },
  { ...PLAIN, name: 'a used-up day', weight: 1, daily: 2 },
  {
    ...PLAIN,
    name: 'bad mailboxes',
    weight: 3,
    patient: true,
    sending: { secondaryAddresses: true },
    faults: ['error-before', 'error-before', 'error-after', 'crash-before', 'crash-after'],
    maxFaults: 4,
    target: /retry-|^SQS/,
    likely: 0.5,
    commandRate: 0.06,
    rates: [10, 50],
    weights: {
      retry: 2,
      sweep: 2,
      time: 1,
      freeze: 1,
      recount: 1,
      start: 0.5,
      roster: 0.3,
      hold: 0.3,
      lift: 0.3,
    },
    news: BAD_NEWS,
    doubled: 0.4,
  },
  {
    ...PLAIN,
    name: 'resends',
    weight: 3,
    patient: true,
    sending: { unknown: 'resend' },
    faults: ['timeout-after', 'timeout-before', 'error-after', 'crash-after'],
    maxFaults: 5,
    target: /^SES Send/,
    likely: 0.6,
    commandRate: 0.1,
    rates: [10, 50],
    passes: [130, 1900, 3700],
    weights: { sweep: 5, time: 3, freeze: 1, retry: 0.3, recount: 0.5 },
    feedback: 'late',
  },
  {
    ...PLAIN,
    name: 'resends unheard of',
    patient: true,
    sending: { unknown: 'resend' },
    faults: ['timeout-after', 'timeout-before'],
    maxFaults: 8,
    target: /^SES Send/,
    likely: 0.8,
    lasts: true,
    commandRate: 0.2,
    rates: [50],
    passes: [3700],
    weights: { sweep: 4, time: 4 },
    feedback: 'never',
  },
  {
    ...PLAIN,
    name: 'resends beside bad mailboxes',
    weight: 1,
    patient: true,
    sending: { unknown: 'resend', secondaryAddresses: true },
    faults: ['timeout-after', 'timeout-before', 'error-after', 'crash-before'],
    maxFaults: 5,
    target: /^SES Send|retry-/,
    likely: 0.5,
    commandRate: 0.1,
    rates: [10, 50],
    passes: [130, 1900, 3700],
    weights: { sweep: 5, time: 3, retry: 1, recount: 0.5 },
    feedback: 'late',
    news: BAD_NEWS,
  },
  {
    ...ANNOUNCEMENT,
    name: 'a change of dates',
    target: /told|date-change|^PutItem|writtenOut|audience|prepared|^SES Send/,
    commandRate: 0.1,
    weights: {
      moveAway: 2,
      move: 1,
      announce: 5,
      sweep: 3,
      freeze: 2,
      retry: 2,
      start: 0.5,
      recount: 0.5,
      time: 1,
      roster: 0.3,
    },
  },
  {
    ...ANNOUNCEMENT,
    name: 'a correction',
    target: /told|correction|^PutItem|writtenOut|audience|prepared|^SES Send/,
    commandRate: 0.1,
    weights: {
      correct: 3,
      moveAway: 0.5,
      announce: 5,
      sweep: 3,
      freeze: 2,
      retry: 1,
      start: 0.5,
      recount: 0.5,
      time: 1,
      roster: 0.3,
    },
  },
  {
    ...ANNOUNCEMENT,
    name: 'one-off messages',
    target: /told|one-off|^PutItem|writtenOut|audience|^SES Send/,
    commandRate: 0.12,
    weights: {
      write: 3,
      announce: 5,
      moveAway: 1,
      sweep: 3,
      freeze: 2,
      start: 0.5,
      recount: 0.5,
      time: 1,
      roster: 0.5,
    },
  },
];

export function pickWorkload(dice: Random): Workload {
  return dice.pick(WORKLOADS.flatMap((workload) => Array.from({ length: workload.weight }, () => workload)));
}
