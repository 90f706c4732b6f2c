import type { Person } from '../../domain/person.ts';
import { ActionForm, Hidden, SubmitButton } from '../ui/action-form.tsx';
import { Field } from '../ui/field.tsx';
import { Section } from '../ui/section.tsx';
import { allHoldLabel } from './hold-labels.ts';
import { WhyField } from './why-field.tsx';

interface SendingSwitchProps {
  readonly person: Person;
  /** Reasons that hold everything. */
  readonly heldAll: readonly string[];
  /** What was wrong with the form. @default nothing */
  readonly problem: string | undefined;
}

/** Holds everything, and lifts each reason that does. */
export function SendingSwitch({ heldAll, person, problem }: SendingSwitchProps) {
  const others = heldAll.filter((reason) => reason !== 'person');
  const isHeld = heldAll.includes('person');
  return (
    <Section id="switch" title={isHeld ? 'Resume sending' : 'Pause all sending'} class="crier-switch">
      {isHeld ? <Lift person={person} problem={problem} /> : <Hold person={person} problem={problem} />}
      {others.map((reason) => (
        <>
          <p>{allHoldLabel(reason)}</p>
          <ActionForm action="/sending/lift" person={person} label={`Resume: ${reason}`}>
            <Hidden name="reason" value={reason} />
            <WhyField id={`why-${reason}`} label="Why resume?" />
            <SubmitButton kind="outline">Resume</SubmitButton>
          </ActionForm>
        </>
      ))}
      <p>
        Can’t the launch happen as announced? <a href="/postpone">Postpone the launch …</a>
      </p>
    </Section>
  );
}

type FormProps = Pick<SendingSwitchProps, 'person' | 'problem'>;

function Lift({ person, problem }: FormProps) {
  return (
    <>
      <p>All sending is paused. When you resume, waiting emails are sent right away.</p>
      <ActionForm action="/sending/lift" person={person} label="Resume sending">
        <Why problem={problem} />
        <Hidden name="reason" value="person" />
        <SubmitButton>Resume sending</SubmitButton>
      </ActionForm>
    </>
  );
}

function Hold({ person, problem }: FormProps) {
  return (
    <>
      <p>
        Within a second, no more emails of any phase will be sent. Nothing is lost: waiting emails are sent
        once you resume.
      </p>
      <ActionForm action="/sending/hold" person={person} label="Pause all sending">
        <Why problem={problem} />
        <SubmitButton kind="danger">Pause all sending</SubmitButton>
      </ActionForm>
    </>
  );
}

function Why({ problem }: Pick<FormProps, 'problem'>) {
  return <Field name="why" label="Why?" hint="Recorded with your name." problem={problem} />;
}
