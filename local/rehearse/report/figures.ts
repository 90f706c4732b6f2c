import type { State } from '../../../functions/domain/filer/state.ts';
import type { PhaseKind } from '../../../functions/domain/plan/kinds.ts';
import type { Phase } from '../../../functions/domain/plan/phases.ts';
import type { HoldReason } from '../../../functions/domain/run/may-start.ts';
import type { Run } from '../../../functions/domain/run/run.ts';
import type { Send, SendStatus } from '../../../functions/domain/send/status.ts';
import { fileTime } from '../../../functions/lib/court-time.ts';

/** What became of one phase, in numbers. Holds no personal data. */
export interface PhaseFigures {
  readonly phase: string;
  readonly kind: PhaseKind;
  /** Number of the phase among its kind, and how many there are. */
  readonly number: number;
  readonly of: number;
  /** The court's wall time with its offset: `2018-07-24T09:00:00-04:00`. */
  readonly scheduledFor: string;
  /** When it really started; `null` when it never did. */
  readonly startedAt: string | null;
  readonly outcome: PhaseOutcome;
  /** Why it waits, or why it was canceled. */
  readonly reason: string | null;
  readonly audience: number;
  readonly byState: Readonly<Partial<Record<State, number>>>;
  /** Emails that SES took. Each of them is one of the next four, or its outcome is still open. */
  readonly sent: number;
  readonly delivered: number;
  readonly bounced: number;
  readonly complained: number;
  readonly open: number;
  /** SES refused them: not sent. */
  readonly failed: number;
  /** No answer from SES: sent or not. */
  readonly unknown: number;
  /** In the audience, and neither sent nor given up yet. */
  readonly waiting: number;
  readonly skipped: number;
  readonly skippedWhy: Readonly<Record<string, number>>;
}

/** What became of a phase. */
export type PhaseOutcome = 'done' | 'sending' | 'held' | 'cancelled' | 'not-started';

/** What the tables hold of one phase. */
interface PhaseRecord {
  readonly phase: Phase;
  readonly run: Run | null;
  readonly hold: HoldReason | null;
  /** The folded sends of the run. */
  readonly sends: readonly Send[];
}

/** Counts one phase. */
export function figuresOf({ phase, run, hold, sends }: PhaseRecord): PhaseFigures {
  const count = countBy(sends, ({ status }) => status);
  const of = (...statuses: SendStatus[]) => statuses.reduce((sum, status) => sum + (count[status] ?? 0), 0);
  const audience = run?.audience ? run.audience.mailable + run.audience.skipped : 0;
  const skipped = sends.filter(({ status }) => status === 'skipped');
  return {
    phase: phase.id,
    kind: phase.kind,
    number: phase.number,
    of: phase.of,
    scheduledFor: fileTime(phase.at.toInstant().toString(), phase.at.timeZoneId),
    startedAt: run && fileTime(run.decidedAt, phase.at.timeZoneId),
    outcome: outcomeOf(run, hold),
    reason: run?.cancelled ?? (run ? null : hold),
    audience,
    byState: run?.audience?.byState ?? {},
    sent: of('sent', 'delayed', 'delivered', 'bounced', 'complained'),
    delivered: of('delivered'),
    bounced: of('bounced'),
    complained: of('complained'),
    open: of('sent', 'delayed'),
    failed: of('failed'),
    unknown: of('unknown'),
    waiting: Math.max(0, audience - sends.length) + of('waiting'),
    skipped: skipped.length,
    skippedWhy: countBy(skipped, ({ fact }) => fact?.reason ?? 'no-reason'),
  };
}

function outcomeOf(run: Run | null, hold: HoldReason | null): PhaseOutcome {
  if (!run) return hold ? 'held' : 'not-started';
  if (run.cancelled) return 'cancelled';
  return run.completedAt ? 'done' : 'sending';
}

/** Sums over phases. A filer counts once in each phase. */
export interface Totals {
  readonly sent: number;
  readonly delivered: number;
  readonly bounced: number;
  readonly complained: number;
  readonly failed: number;
  readonly unknown: number;
  readonly skipped: number;
}

/** Sums up phases. */
export function totalsOf(phases: readonly PhaseFigures[]): Totals {
  const sum = (name: keyof Totals) => phases.reduce((total, phase) => total + phase[name], 0);
  return {
    sent: sum('sent'),
    delivered: sum('delivered'),
    bounced: sum('bounced'),
    complained: sum('complained'),
    failed: sum('failed'),
    unknown: sum('unknown'),
    skipped: sum('skipped'),
  };
}

function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return Object.fromEntries(
    Object.entries(counts).sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1)),
  );
}
