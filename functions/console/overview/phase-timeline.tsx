import type { Temporal } from 'temporal-polyfill';
import type { MessageKind } from '../../domain/plan/kinds.ts';
import { SEND_STATUSES } from '../../domain/send/status.ts';
import { STATUS_WORDS } from '../../domain/send/words.ts';
import { count, counted } from '../../lib/count.ts';
import { linkTo } from '../../lib/link-to.ts';
import type { CurrentCounts } from '../../queries/current-counts.ts';
import { phaseStatusLabel } from '../../queries/phases/phase-labels.ts';
import type { PhaseStatus } from '../../queries/phases/phase-status.ts';
import { CourtTime } from '../ui/court-time.tsx';
import { formatDuration, fromNow } from '../ui/duration.ts';
import { RunTally } from '../ui/run-tally.tsx';
import { Tag } from '../ui/tag.tsx';

/** A phase on the overview. */
export interface PhaseLine {
  readonly id: string;
  readonly kind: MessageKind;
  readonly name: string;
  /** When it is, or was sent: instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly status: PhaseStatus;
  readonly twoPersonApproval: boolean;
  /** How the next phase starts, if nothing else says it; `null` for the others. */
  readonly approval: string | null;
  /** Emails of its run; `null` before it ran. */
  readonly emails: number | null;
  /** Of its run; `null` before its audience is decided. */
  readonly result: CurrentCounts | null;
  /** Of the phase that comes next: how many emails, and how long they take; `null` where that can't be reckoned. */
  readonly next: { readonly emails: number | null; readonly seconds: number | null } | null;
}

interface PhaseTimelineProps {
  /** By time. */
  readonly phases: readonly PhaseLine[];
  readonly zone: string;
  readonly now: Temporal.Instant;
}

/** The phases one below the other, with what was sent and what comes next. */
export function PhaseTimeline({ phases, zone, now }: PhaseTimelineProps) {
  if (phases.length === 0) return <p>No phase is scheduled yet.</p>;
  return (
    <ol class="crier-timeline">
      {phases.map((phase) => (
        <PhaseItem phase={phase} zone={zone} now={now} />
      ))}
    </ol>
  );
}

interface PhaseItemProps extends Pick<PhaseTimelineProps, 'zone' | 'now'> {
  readonly phase: PhaseLine;
}

function PhaseItem({ phase, zone, now }: PhaseItemProps) {
  const { id, name, at, approval, emails, result, next } = phase;
  const label = phaseStatusLabel(phase);
  const isWaiting = phase.status.kind === 'waiting';
  const isNext = next ? ' crier-timeline__item--next' : '';
  return (
    <li class={`crier-timeline__item crier-timeline__item--${label.tone}${isNext}`}>
      <h3 class="crier-timeline__name">
        <a href={`/phases/${id}`}>{name}</a>{' '}
        {next && !isWaiting ? <Tag tone="busy">Next</Tag> : <Tag tone={label.tone}>{label.name}</Tag>}
      </h3>
      <p class="crier-timeline__time">
        <CourtTime at={at} zone={zone} /> · {fromNow(at, now)}
      </p>
      {label.meaning ? <p>{label.meaning}</p> : null}
      {approval ? <p>{approval}</p> : null}
      {next ? <Forecast {...next} /> : <Outcome result={result} emails={emails} />}
    </li>
  );
}

function Forecast({ emails, seconds }: NonNullable<PhaseLine['next']>) {
  if (emails === null) return null;
  const length = seconds === null || emails === 0 ? null : formatSeconds(seconds);
  return (
    <p>
      {emails === 0 ? 'No emails' : counted(emails, 'email')} based on the current roster
      {length ? `, sent in ${length}` : ''}.
    </p>
  );
}

function formatSeconds(seconds: number): string {
  return seconds < 60 ? 'less than a minute' : formatDuration(seconds * 1000);
}

function Outcome({ result, emails }: Pick<PhaseLine, 'result' | 'emails'>) {
  if (result) return <Results {...result} />;
  return emails === null ? null : <p>{count(emails)} emails</p>;
}

/** What became of the emails, and of the sent ones what was reported since. */
function Results(counts: CurrentCounts) {
  const { runId, byStatus } = counts;
  const shown = SEND_STATUSES.filter(
    (status) => status !== 'waiting' && status !== 'skipped' && (byStatus[status] ?? 0) > 0,
  );
  return (
    <>
      <RunTally counts={counts} />
      <ul class="crier-results">
        {shown.map((status) => (
          <li>
            <a href={linkTo('/log', { run: runId, status })}>
              {count(byStatus[status] ?? 0)} {STATUS_WORDS[status]}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
