import { type Tally, tallyOf } from '../../domain/run/tally.ts';
import { SEND_STATUSES } from '../../domain/send/status.ts';
import { count } from '../../lib/count.ts';
import { linkTo } from '../../lib/link-to.ts';
import type { CurrentCounts } from '../../queries/current-counts.ts';
import { runHoldLabel } from '../../queries/phases/hold-labels.ts';
import type { PhaseState } from '../../queries/phases/phase-state.ts';
import { ActionForm, Hidden, SubmitButton } from '../ui/action-form.tsx';
import { CountTable } from '../ui/count-table.tsx';
import { CourtTime } from '../ui/court-time.tsx';
import { formatDuration } from '../ui/duration.ts';
import { Field } from '../ui/field.tsx';
import { Figure, Figures } from '../ui/figures.tsx';
import { RunTally } from '../ui/run-tally.tsx';
import { Section } from '../ui/section.tsx';
import { statusLabel } from '../ui/send-tag.tsx';
import { perSecond } from './fit-note.tsx';
import type { Fit } from './phase-audience.ts';
import type { PhaseView, RunView } from './phase-view.ts';

/** How far a run is: its audience by outcome, rate and time left. */
export function RunProgress({ view, run }: { view: PhaseView; run: RunView }) {
  const { counts, decidedAt, completedAt } = run;
  const { phase, fit, zone } = view;
  const isOver = completedAt !== null || phase.status.kind === 'cancelled';
  return (
    <Section id="progress" title={isOver ? 'Result' : 'Progress'}>
      {counts ? <ProgressBar {...tallyOf(counts)} /> : <p>The audience is being decided.</p>}
      <Figures many>
        {counts ? <TallyFigures counts={counts} /> : null}
        {isOver ? null : (
          <>
            <Figure name="Rate now" main={rateLabel(run, fit)} />
            <Figure name="Time left" main={timeLeftLabel(run, phase)} />
          </>
        )}
        <Figure name="Started">
          <CourtTime at={decidedAt} zone={zone} />
        </Figure>
        {completedAt ? (
          <Figure name="Completed">
            <CourtTime at={completedAt} zone={zone} />
          </Figure>
        ) : null}
      </Figures>
      {counts ? <RunTally counts={counts} /> : null}
    </Section>
  );
}

function ProgressBar({ filers, waiting }: Tally) {
  return (
    <progress
      class="crier-progress"
      max={Math.max(1, filers)}
      value={filers - waiting}
      aria-labelledby="progress"
    >
      {count(filers - waiting)} of {count(filers)}
    </progress>
  );
}

function TallyFigures({ counts }: { counts: CurrentCounts }) {
  const { sent, waiting, notSent, unconfirmed } = tallyOf(counts);
  const about = counts.isExact ? '' : 'about ';
  return (
    <>
      <Figure name="Sent" main={`${about}${count(sent)}`} />
      <Figure name="Waiting" main={`${about}${count(waiting)}`} />
      <Figure name="Not sent" main={count(notSent)} />
      {unconfirmed > 0 ? (
        <Figure name="Unconfirmed" main={count(unconfirmed)}>
          may or may not have been sent
        </Figure>
      ) : null}
    </>
  );
}

function rateLabel({ rate }: RunView, fit: Fit | null): string {
  if (rate === null) return fit ? `up to ${perSecond(fit.rate)}` : 'not known yet';
  return perSecond(rate);
}

function timeLeftLabel({ secondsLeft }: RunView, { status }: PhaseState): string {
  if (status.kind === 'held') return 'paused';
  return secondsLeft === null ? 'not known yet' : formatDuration(secondsLeft * 1000);
}

interface RunResultsProps {
  readonly runId: string;
  readonly counts: CurrentCounts;
  readonly zone: string;
}

/** A run's emails by status. */
export function RunResults({ runId, counts: { byStatus, asOf }, zone }: RunResultsProps) {
  const rows = SEND_STATUSES.flatMap((status) => {
    const filers = byStatus[status];
    const name = <a href={linkTo('/log', { run: runId, status })}>{statusLabel(status)}</a>;
    return filers ? [{ name, count: filers }] : [];
  });
  const of = rows.reduce((all, row) => all + row.count, 0);
  return (
    <>
      <h2 id="results">Emails by status</h2>
      <CountTable caption="Emails by status" heads={['Status', 'Filers']} rows={rows} of={of} />
      <p class="crier-quiet">
        Counted <CourtTime at={asOf} zone={zone} />.{' '}
        <a href={linkTo('/log', { run: runId })}>All sends of this run</a>
      </p>
    </>
  );
}

/** Holding a run, lifting each reason that holds it, and the link to cancel it. */
export function RunControls({ view, runId }: { view: PhaseView; runId: string }) {
  const { phase, person } = view;
  const reasons = phase.holds.filter((reason) => !reason.startsWith('all:'));
  return (
    <>
      <h2 id="stop">Pause or resume</h2>
      {reasons.map((reason) => (
        <>
          <p>{noteOf(phase, reason) ?? runHoldLabel(reason)}</p>
          <ActionForm
            action={`/phases/${phase.id}/lift`}
            person={person}
            label={`Resume: ${reason}`}
            only={{ reason }}
          >
            <Hidden name="run" value={runId} />
            <Field name="why" id={`why-${reason}`} label="Why resume?" />
            <SubmitButton>Resume</SubmitButton>
          </ActionForm>
        </>
      ))}
      {reasons.includes('person') ? null : <HoldForm view={view} runId={runId} />}
      {person.role === 'clerk' ? (
        <p>
          <a href={`/phases/${phase.id}/cancel`}>Cancel this run permanently…</a>
        </p>
      ) : null}
    </>
  );
}

/** Who paused the run, when and why, if a person did. */
function noteOf({ status }: PhaseState, reason: string): string | undefined {
  return status.kind === 'held' ? status.notes?.[reason] : undefined;
}

function HoldForm({ view: { phase, person }, runId }: { view: PhaseView; runId: string }) {
  return (
    <ActionForm action={`/phases/${phase.id}/hold`} person={person} label="Pause this run">
      <Hidden name="run" value={runId} />
      <Field
        name="why"
        label="Why pause it?"
        hint="Within a second, no more emails of this phase will be sent, until someone resumes it."
      />
      <SubmitButton kind="outline">Pause this run</SubmitButton>
    </ActionForm>
  );
}
