import type { Fact, FactKind } from './fact.ts';
import { sesRefusal } from './ses-refusals.ts';

/** Statuses of sends. */
export const SEND_STATUSES = [
  'waiting',
  'sent',
  'delayed',
  'delivered',
  'bounced',
  'complained',
  'failed',
  'skipped',
  'unknown',
] as const;
/** The status of a send: the fold over its facts. `waiting`: no outcome yet. */
export type SendStatus = (typeof SEND_STATUSES)[number];

interface FactMeaning {
  /** The higher rank decides within an attempt. A soft bounce is news after a delay, so it ranks above it. */
  readonly rank: number;
  readonly status: Exclude<SendStatus, 'waiting'>;
  /** SES took the email: it was sent. */
  readonly proof: boolean;
  /** Listed for ops. */
  readonly attention: boolean;
  /** What it says to ops. */
  readonly meaning: string;
}

/** Every kind of fact, the strongest first. The one place for ranks and meanings. */
export const FACTS: Readonly<Record<FactKind, FactMeaning>> = {
  complained: {
    rank: 8,
    status: 'complained',
    proof: true,
    attention: true,
    meaning: 'The filer marked the email as spam.',
  },
  bounced: {
    rank: 7,
    status: 'bounced',
    proof: true,
    attention: true,
    meaning: 'The mailbox permanently refused the email.',
  },
  rejected: {
    rank: 7,
    status: 'bounced',
    proof: true,
    attention: true,
    meaning: 'SES accepted the email, then refused to deliver it.',
  },
  delivered: {
    rank: 6,
    status: 'delivered',
    proof: true,
    attention: false,
    meaning: "The filer's mail server accepted the email.",
  },
  delayed: {
    rank: 5,
    status: 'delayed',
    proof: true,
    attention: false,
    meaning: "The filer's mail server is delaying the email; SES keeps trying.",
  },
  'soft-bounced': {
    rank: 5.5,
    status: 'delayed',
    proof: true,
    attention: true,
    meaning: 'Refused for now, for example because the mailbox is full.',
  },
  send: {
    rank: 4,
    status: 'sent',
    proof: true,
    attention: false,
    meaning: 'SES reports that the email was sent.',
  },
  sent: {
    rank: 4,
    status: 'sent',
    proof: true,
    attention: false,
    meaning: 'SES accepted the email and gave it a message id.',
  },
  failed: {
    rank: 3,
    status: 'failed',
    proof: false,
    attention: true,
    meaning: 'SES refused the email. It was not sent.',
  },
  unknown: {
    rank: 2,
    status: 'unknown',
    proof: false,
    attention: true,
    meaning:
      'No answer from SES: it may or may not have been sent. An SES event, or a person, will settle it.',
  },
  skipped: {
    rank: 1,
    status: 'skipped',
    proof: false,
    attention: false,
    meaning: 'Not sent, for the reason shown.',
  },
};

/** Statuses of sends that are listed for ops, the worst first. */
export const ATTENTION_STATUSES: readonly SendStatus[] = SEND_STATUSES.filter((status) =>
  Object.values(FACTS).some((fact) => fact.attention && fact.status === status),
);

/** Statuses that few sends of a run have: their filers are found by an index, the others by reading on. */
const RARE_STATUSES = [
  'delayed',
  'bounced',
  'complained',
  'failed',
  'unknown',
  'skipped',
] as const satisfies readonly SendStatus[];
/** One of the rare statuses. */
export type RareStatus = (typeof RARE_STATUSES)[number];

/** Whether an index finds the filers of this status. */
export function isRare(status: SendStatus | undefined): status is RareStatus {
  return (RARE_STATUSES as readonly (SendStatus | undefined)[]).includes(status);
}

/** The status by which a fact is found in the index, or `null`. */
export function rareStatusOf(kind: FactKind): RareStatus | null {
  const { status } = FACTS[kind];
  return isRare(status) ? status : null;
}

/** The folded state of one send: one filer in one run. */
export interface Send {
  readonly status: SendStatus;
  /** The attempt that decided. */
  readonly attempt: number;
  /** The fact that decided; `undefined` while waiting. */
  readonly fact?: Fact;
}

/**
 * Folds the facts of one filer in one run. Order and repetition of the facts don't matter.
 * @param lastAttempt The highest attempt that a chunk holds; without facts of its own it is still open.
 */
export function foldStatus(facts: readonly Fact[], lastAttempt = 1): Send {
  const strongest = new Map<number, Fact>();
  for (const fact of facts) {
    const held = strongest.get(fact.attempt);
    if (!held || outranks(fact, held)) strongest.set(fact.attempt, fact);
  }
  const latestFirst = [...strongest.values()].sort((a, b) => b.attempt - a.attempt);
  const last = Math.max(lastAttempt, latestFirst[0]?.attempt ?? 0);
  const deciding =
    latestFirst.find((fact) => FACTS[fact.kind].status === 'complained') ??
    latestFirst.find((fact) => FACTS[fact.kind].status === 'delivered') ??
    (strongest.has(last)
      ? (latestFirst.find((fact) => FACTS[fact.kind].proof) ??
        latestFirst.find((fact) => fact.kind === 'unknown') ??
        latestFirst[0])
      : undefined);
  if (!deciding) return { status: 'waiting', attempt: last };
  return { status: FACTS[deciding.kind].status, attempt: deciding.attempt, fact: deciding };
}

// Equal ranks need an order of their own, or the deciding fact would depend on the order of arrival.
function outranks(a: Fact, b: Fact): boolean {
  const byRank = FACTS[a.kind].rank - FACTS[b.kind].rank;
  if (byRank !== 0) return byRank > 0;
  return `${a.at}#${a.kind}#${a.reason ?? ''}` < `${b.at}#${b.kind}#${b.reason ?? ''}`;
}

/** What a fact says to a person. */
export function factMeaning({ kind, reason }: Pick<Fact, 'kind' | 'reason'>): string {
  const { status, meaning } = FACTS[kind];
  return (status === 'bounced' && sesRefusal(reason)) || meaning;
}

/** What a send's status says to a person. */
export function meaningOf({ fact, attempt }: Send): string {
  if (fact) return factMeaning(fact);
  return attempt > 1 ? 'Queued for a retry.' : 'Waiting to be sent.';
}
