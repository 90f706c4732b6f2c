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
    <Section id="switch" title="Stop everything" class="crier-switch">
      {isHeld ? <Lift person={person} problem={problem} /> : <Hold person={person} problem={problem} />}
      {others.map((reason) => (
        <>
          <p>{allHoldLabel(reason)}</p>
          <ActionForm action="/sending/lift" person={person} label={`Lift ${reason}`}>
            <Hidden name="reason" value={reason} />
            <WhyField id={`why-${reason}`} label={`Why is “${reason}” over?`} />
            <SubmitButton kind="outline">Lift this hold</SubmitButton>
          </ActionForm>
        </>
      ))}
    </Section>
  );
}

type FormProps = Pick<SendingSwitchProps, 'person' | 'problem'>;

function Lift({ person, problem }: FormProps) {
  return (
    <>
      <p>A person holds everything. Lifting that lets what waits go on at once.</p>
      <ActionForm action="/sending/lift" person={person} label="Lift the hold of everything">
        <Why problem={problem} />
        <Hidden name="reason" value="person" />
        <SubmitButton>Let emails go out again</SubmitButton>
      </ActionForm>
    </>
  );
}

function Hold({ person, problem }: FormProps) {
  return (
    <>
      <p>
        Within a second no further email of any phase goes out. Nothing is lost: whatever waits goes on when
        the hold is lifted.
      </p>
      <ActionForm action="/sending/hold" person={person} label="Hold everything">
        <Why problem={problem} />
        <SubmitButton kind="danger">Hold everything</SubmitButton>
      </ActionForm>
    </>
  );
}

function Why({ problem }: Pick<FormProps, 'problem'>) {
  return <Field name="why" label="Why?" hint="It is kept with your name." problem={problem} />;
}
