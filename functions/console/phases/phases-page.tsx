import type { Temporal } from 'temporal-polyfill';
import { PERSON } from '../../domain/command.ts';
import type { Person } from '../../domain/person.ts';
import { PIVOT } from '../../domain/plan/dated.ts';
import { type PhaseNaming, phaseName } from '../../domain/plan/phase-name.ts';
import type { RunState } from '../../domain/run/run-state.ts';
import { count } from '../../lib/count.ts';
import { capitalized } from '../../lib/letter-case.ts';
import { linkTo } from '../../lib/link-to.ts';
import type { CurrentCounts } from '../../queries/current-counts.ts';
import { allHoldLabel } from '../../queries/phases/hold-labels.ts';
import { phaseStatusLabel, runStateLabel } from '../../queries/phases/phase-labels.ts';
import type { PhaseStatus } from '../../queries/phases/phase-status.ts';
import { Alert, AlertText } from '../ui/alert.tsx';
import { CourtTime } from '../ui/court-time.tsx';
import { fromNow } from '../ui/duration.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import type { Page } from '../ui/layout.tsx';
import { RunTally } from '../ui/run-tally.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';
import { SendingSwitch } from './sending-switch.tsx';

/** What the page of all phases shows. Instants: ISO 8601 in UTC. */
export interface PhasesView {
  readonly zone: string;
  readonly now: Temporal.Instant;
  readonly person: Person;
  /** By time; what waits to be announced first. */
  readonly phases: readonly PhaseRow[];
  /** Runs of phases that are not in the plan any more. */
  readonly others: readonly OtherRun[];
  /** Reasons that hold everything. */
  readonly heldAll: readonly string[];
  /** Who paused all sending, when and why; `null`: no one did, or it isn’t known. */
  readonly pausedBy: string | null;
  /** The launch has no date. */
  readonly isPostponed: boolean;
}

/** A phase as a row of the table. */
interface PhaseRow extends PhaseNaming {
  readonly id: string;
  readonly at: string;
  readonly expiresAt: string;
  readonly status: PhaseStatus;
  /** How it starts, in a sentence. */
  readonly approval: string;
  /** Emails of its run, or filers who are to be told; `null` before it ran. */
  readonly emails: number | null;
  /** Of its run; `null` before its audience is decided. */
  readonly counts: CurrentCounts | null;
}

/** A run whose phase the plan doesn't have any more. */
interface OtherRun extends PhaseNaming {
  readonly runId: string;
  readonly decidedAt: string;
  readonly state: RunState;
  readonly counts: CurrentCounts | null;
}

/** Every phase with its status, and the switch that stops sending. @param view `null` before the first plan */
export function phasesPage(view: PhasesView | null): Page {
  return { title: 'Phases', current: '/phases', body: view ? <Phases {...view} /> : <NothingYet /> };
}

function NothingYet() {
  return (
    <EmptyState title="No phases yet" action={{ href: '/plan', label: 'Go to the launch plan' }}>
      The launch plan says what is sent and when. Create it first.
    </EmptyState>
  );
}

function Phases(view: PhasesView) {
  const { phases, others, heldAll, pausedBy, zone } = view;
  return (
    <>
      {heldAll.length > 0 ? <HeldAlert reasons={heldAll} pausedBy={pausedBy} /> : null}
      {phases.length === 0 ? (
        <p class="crier-note">
          {capitalized(PIVOT.words)} is to be announced: no phase is scheduled, and nothing will be sent.
        </p>
      ) : (
        <PhaseTable {...view} />
      )}
      {others.length > 0 ? <OtherRuns runs={others} zone={zone} /> : null}
      <SendingSwitch heldAll={heldAll} isPostponed={view.isPostponed} person={view.person} />
    </>
  );
}

function HeldAlert({ reasons, pausedBy }: { reasons: readonly string[]; pausedBy: string | null }) {
  const labels = reasons.map((reason) => (reason === PERSON && pausedBy) || allHoldLabel(reason));
  return (
    <Alert kind="error" live="status" title="All sending is paused">
      <AlertText>
        No emails of this launch are being sent. {labels.join(' ')} <a href="#switch">Resume sending</a>
      </AlertText>
    </Alert>
  );
}

function PhaseTable({ phases, zone, now }: PhasesView) {
  const columns: Column<PhaseRow>[] = [
    {
      head: 'Phase',
      isRowHead: true,
      cell: (phase) => <a href={`/phases/${phase.id}`}>{phaseName(phase)}</a>,
    },
    { head: 'When', cell: (phase) => <When phase={phase} zone={zone} now={now} /> },
    { head: 'Status', cell: (phase) => <Status phase={phase} /> },
    { head: 'Emails', cell: (phase) => <Emails {...phase} /> },
  ];
  return (
    <Table
      caption="The phases of the launch plan, by time"
      onPhones="stacked"
      class="crier-phases"
      scroll={{ label: 'Phases' }}
      columns={columns}
      rows={phases}
    />
  );
}

interface WhenProps extends Pick<PhasesView, 'zone' | 'now'> {
  readonly phase: PhaseRow;
}

function When({ phase: { kind, at, status }, zone, now }: WhenProps) {
  const time = <CourtTime at={at} zone={zone} />;
  const isOpen = status.kind === 'waiting' || status.kind === 'missed';
  if (isOpen && kind === 'date-change') return <>Dates active since {time}</>;
  if (isOpen && kind === 'correction') return <>Facts active since {time}</>;
  return (
    <>
      {time}
      <span class="crier-quiet">{fromNow(at, now)}</span>
    </>
  );
}

function Status({ phase }: { phase: PhaseRow }) {
  const { status, approval } = phase;
  const { name, tone, meaning } = phaseStatusLabel(phase);
  return (
    <>
      <Tag tone={tone}>{name}</Tag>
      <span class="crier-quiet">{meaning ?? (status.kind === 'planned' ? approval : '')}</span>
    </>
  );
}

function Emails({ counts, emails }: PhaseRow) {
  if (counts) return <RunTally counts={counts} />;
  return <>{emails === null ? '' : count(emails)}</>;
}

function OtherRuns({ runs, zone }: { runs: readonly OtherRun[]; zone: string }) {
  return (
    <>
      <h2 id="others">Runs under earlier plans</h2>
      <p>
        These ran, or were canceled, at times that are no longer in the active plan. Their emails stay in the
        send log.
      </p>
      <ul class="crier-plain-list">
        {runs.map((run) => (
          <li>
            <a href={linkTo('/log', { run: run.runId })}>{phaseName(run)}</a>,{' '}
            <CourtTime at={run.decidedAt} zone={zone} />: {runStateLabel(run.state).name}
            {run.counts ? <RunTally counts={run.counts} /> : null}
          </li>
        ))}
      </ul>
    </>
  );
}
