import type { Person } from '../../../domain/person.ts';
import { ANCHORS } from '../../../domain/plan/dated.ts';
import { kindOf, PHASE_KINDS, type PhaseKind } from '../../../domain/plan/kinds.ts';
import type { FormValues } from '../../http/form.ts';
import { ActionForm, Hidden, SubmitButton } from '../../ui/action-form.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import type { Page } from '../../ui/layout.tsx';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { anchorLabel, type DraftPhase } from './draft-phases.ts';
import { PHASE_LABELS } from './draft-problems.ts';
import { OtherProblems } from './section-page.tsx';

/** One phase of a draft. */
export interface PhaseView {
  readonly person: Person;
  readonly revision: string;
  readonly phase: DraftPhase;
  readonly values: FormValues;
  readonly others: readonly string[];
}

/** The form of one phase. */
export function phasePage(view: PhaseView): Page {
  return {
    title: view.phase.name,
    back: { href: '/plan/draft/phases', label: 'Phases' },
    current: '/plan',
    body: <PhaseForm {...view} />,
  };
}

function PhaseForm({ person, revision, phase, values, others }: PhaseView) {
  const kinds = PHASE_KINDS.map((kind) => ({ value: kind, label: kindOf(kind).label }));
  const action = `/plan/draft/phases/${phase.id}`;
  return (
    <>
      <p>
        {phase.starts ? (
          <>
            As saved, it starts on <strong>{phase.starts}</strong>
            {phase.rule ? <span class="crier-quiet">{phase.rule}</span> : null}
          </>
        ) : (
          'It has no date yet: the date that it counts from is missing or to be announced.'
        )}
      </p>
      <OtherProblems problems={others} />
      <ActionForm action={action} person={person} permission="edit" label={phase.name}>
        <Hidden name="revision" value={revision} />
        <Select
          name="kind"
          label={PHASE_LABELS.kind!}
          hint="What the email says, and so who gets it."
          options={kinds}
          chosen={values.kind}
        />
        <MomentFields name="when" legend="When it starts" values={values} />
        <MomentFields
          name="expires"
          legend="When it expires (optional)"
          hint={`It won’t start after that, and emails not sent by then are skipped. Leave the days and the time empty for the usual: ${usualExpiry(values.kind)}.`}
          values={values}
        />
        <Select
          name="approval"
          label={PHASE_LABELS.approval!}
          options={[
            { value: 'automatic', label: 'Automatically at its time' },
            { value: 'by-hand', label: 'Only after someone starts it' },
          ]}
          chosen={values.approval}
        />
        <Checkbox
          name="hold"
          isChecked={values.hold === 'yes'}
          hint="Hold it for now, whatever else is set. Someone can still start it by hand."
        >
          Hold this phase
        </Checkbox>
        <Field
          name="unsubscribe"
          label={`${PHASE_LABELS.unsubscribe} (optional)`}
          hint="An email address or a link that mail programs offer for unsubscribing."
          value={values.unsubscribe ?? ''}
          isRequired={false}
        />
        <SubmitButton>Save phase</SubmitButton>
      </ActionForm>
      <Section id="remove" title="Remove this phase" class="crier-action-panel">
        <p>
          It is removed from the draft. Nothing changes for filers until the draft becomes the active plan.
        </p>
        <ActionForm action={`${action}/remove`} person={person} permission="edit" label="Remove this phase">
          <Hidden name="revision" value={revision} />
          <SubmitButton kind="outline">Remove phase</SubmitButton>
        </ActionForm>
      </Section>
    </>
  );
}

function usualExpiry(kind: string | undefined): string {
  return PHASE_KINDS.includes(kind as PhaseKind)
    ? kindOf(kind as PhaseKind).expires.words
    : 'as its message has it';
}

interface MomentFieldsProps {
  readonly name: 'when' | 'expires';
  readonly legend: string;
  readonly hint?: string;
  readonly values: FormValues;
}

/** Days before or after a date of the plan, and a time of day. */
function MomentFields({ name, legend, hint, values }: MomentFieldsProps) {
  const anchors = ANCHORS.map((anchor) => ({ value: anchor, label: anchorLabel(anchor) }));
  const value = (part: string) => values[`${name}-${part}`] ?? '';
  return (
    <fieldset class="crier-dates">
      <legend>{legend}</legend>
      {hint ? <span class="usa-hint">{hint}</span> : null}
      <div class="crier-dates__pair">
        <Field name={`${name}-days`} label="Days" value={value('days')} isRequired={false} />
        <div>
          <Select
            name={`${name}-side`}
            label="Before or after"
            options={[
              { value: 'before', label: 'days before' },
              { value: 'after', label: 'days after' },
            ]}
            chosen={value('side')}
          />
        </div>
        <div>
          <Select name={`${name}-anchor`} label="Counted from" options={anchors} chosen={value('anchor')} />
        </div>
        <Field name={`${name}-at`} label="Time of day" type="time" value={value('at')} isRequired={false} />
      </div>
    </fieldset>
  );
}
