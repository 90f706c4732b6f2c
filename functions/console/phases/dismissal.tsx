import type { Person } from '../../domain/person.ts';
import { CORRECTION } from '../../domain/plan/kinds.ts';
import type { PhaseState } from '../../queries/phases/phase-state.ts';
import { ActionForm, SubmitButton } from '../ui/action-form.tsx';
import { Field } from '../ui/field.tsx';
import { Section } from '../ui/section.tsx';

/** Whether a person can decide that filers needn't hear of it: a correction that no one released. */
export function canDismiss({ kind, status }: Pick<PhaseState, 'kind' | 'status'>): boolean {
  return kind === CORRECTION && status.kind === 'waiting' && status.reason === 'needs-release';
}

/** The form that decides against a correction. */
export function Dismissal({ person }: { readonly person: Person }) {
  return (
    <Section id="dismissal" title="Don’t tell filers" class="crier-action-panel">
      <p>
        If the old information does no harm, you can decide not to tell them. You can still release it later.
      </p>
      <ActionForm
        action="/phases/correction/dismiss"
        person={person}
        permission="edit"
        label="Don’t tell filers"
      >
        <Field name="why" id="dismiss-why" label="Why?" hint="Recorded with your name." />
        <SubmitButton kind="outline">Don’t tell filers</SubmitButton>
      </ActionForm>
    </Section>
  );
}
