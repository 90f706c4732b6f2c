import type { Person } from '../../domain/person.ts';
import { phaseName } from '../../domain/plan/phase-name.ts';
import type { Run } from '../../domain/run/run.ts';
import type { PhaseState } from '../../queries/phases/phase-state.ts';
import { ConfirmForm } from '../ui/confirm-form.tsx';
import { CourtTime } from '../ui/court-time.tsx';
import type { Page } from '../ui/layout.tsx';

/** A run that is about to be canceled. */
export interface CancelView {
  readonly phase: PhaseState;
  readonly run: Run;
  readonly person: Person;
  readonly zone: string;
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

function Cancel({ phase, run, person, zone }: CancelView) {
  return (
    <>
      <p>
        This permanently ends the run that started <CourtTime at={run.decidedAt} zone={zone} />. Emails
        already sent can’t be recalled; filers who have not received theirs get nothing from this run.
      </p>
      <p>
        Afterward, the phase waits. If {phase.twoPersonApproval ? 'an approver approves' : 'someone releases'}{' '}
        it before it expires, <CourtTime at={phase.expiresAt} zone={zone} />, it goes to filers who have not
        received it. <strong>To stop it only for now, pause it instead.</strong>
      </p>
      <ConfirmForm
        action={`/phases/${phase.id}/cancel`}
        person={person}
        label={`Cancel ${phaseName(phase)}`}
        hidden={{ run: run.runId }}
        why={{ hint: 'Recorded with your name.' }}
        confirm="cancel"
        button={{ text: 'Cancel this run permanently', isDanger: true }}
        back={`/phases/${phase.id}`}
      />
    </>
  );
}
