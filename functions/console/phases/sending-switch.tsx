import type { Person } from '../../domain/person.ts';
import { allHoldLabel } from '../../queries/phases/hold-labels.ts';
import { ActionForm, SubmitButton } from '../ui/action-form.tsx';
import { Field } from '../ui/field.tsx';
import { Section } from '../ui/section.tsx';

interface SendingSwitchProps {
  readonly person: Person;
  /** Reasons that hold everything. */
  readonly heldAll: readonly string[];
  /** The launch has no date any more. */
  readonly isPostponed: boolean;
}

/** Holds everything, and lifts each reason that does. */
export function SendingSwitch({ heldAll, isPostponed, person }: SendingSwitchProps) {
  const others = heldAll.filter((reason) => reason !== 'person');
  const isHeld = heldAll.includes('person');
  return (
    <Section id="switch" title={isHeld ? 'Resume sending' : 'Pause all sending'} class="crier-switch">
      {isHeld ? <Lift person={person} /> : <Hold person={person} />}
      {others.map((reason) => (
        <>
          <p>{allHoldLabel(reason)}</p>
          <ActionForm action="/sending/lift" person={person} label={`Resume: ${reason}`} only={{ reason }}>
            <Field name="why" id={`why-${reason}`} label="Why resume?" />
            <SubmitButton kind="outline">Resume</SubmitButton>
          </ActionForm>
        </>
      ))}
      <p>
        {isPostponed ? 'The launch is postponed.' : 'Can’t launch as announced?'}{' '}
        <a href="/postpone">{isPostponed ? 'Next steps after postponing' : 'Postpone the launch…'}</a>
      </p>
    </Section>
  );
}

type FormProps = Pick<SendingSwitchProps, 'person'>;

function Lift({ person }: FormProps) {
  return (
    <>
      <p>All sending is paused. When you resume, waiting emails are sent right away.</p>
      <ActionForm action="/sending/lift" person={person} label="Resume sending" only={{ reason: 'person' }}>
        <Why />
        <SubmitButton>Resume sending</SubmitButton>
      </ActionForm>
    </>
  );
}

function Hold({ person }: FormProps) {
  return (
    <>
      <p>
        Within a second, no more emails of any phase will be sent. Nothing is lost: waiting emails are sent
        once you resume.
      </p>
      <ActionForm action="/sending/hold" person={person} label="Pause all sending">
        <Why />
        <SubmitButton kind="danger">Pause all sending</SubmitButton>
      </ActionForm>
    </>
  );
}

function Why() {
  return <Field name="why" label="Why?" hint="Recorded with your name." />;
}
