import type { Person } from '../../domain/person.ts';
import type { Run } from '../../domain/run/run.ts';
import type { FormValues } from '../http/form.ts';
import { ConfirmForm } from '../ui/confirm-form.tsx';
import { CourtTime } from '../ui/court-time.tsx';
import type { Page } from '../ui/layout.tsx';
import { phaseName } from './phase-name.ts';
import type { PhaseState } from './phase-state.ts';

/** A run that is about to be canceled. */
export interface CancelView {
  readonly phase: PhaseState;
  readonly run: Run;
  readonly person: Person;
  readonly zone: string;
  /** What was wrong, by field. @default nothing */
  readonly problems?: FormValues;
  /** What was typed, by field. @default nothing */
  readonly values?: FormValues;
}

/** What canceling a run does, and the form that does it. */
export function cancelPage(view: CancelView): Page {
  const { phase } = view;
  const name = phaseName(phase);
  return {
    title: `Cancel ${name}?`,
    back: { href: `/phases/${phase.id}`, label: name },
    current: '/phases',
    body: <Cancel {...view} />,
  };
}

function Cancel({ phase, run, person, zone, problems, values }: CancelView) {
  return (
    <>
      <p>
        The run that started <CourtTime at={run.decidedAt} zone={zone} /> ends here, for good. What has gone
        out stays gone out; whoever has not had it gets nothing of this run.
      </p>
      <p>
        Afterwards the phase waits. If somebody releases it before it expires,{' '}
        <CourtTime at={phase.expiresAt} zone={zone} />, it goes to those who have not had it.{' '}
        <strong>To stop it for now only, hold it instead.</strong>
      </p>
      <ConfirmForm
        action={`/phases/${phase.id}/cancel`}
        person={person}
        label={`Cancel ${phaseName(phase)}`}
        hidden={{ run: run.runId }}
        why={{ hint: 'It is kept with your name.' }}
        confirm={phase.id}
        button={{ text: 'Cancel this run for good', isDanger: true }}
        back={`/phases/${phase.id}`}
        values={values}
        problems={problems}
      />
    </>
  );
}
