import type { Child } from 'hono/jsx';
import type { Permission, Person } from '../../domain/person.ts';
import { type ConfirmWord, confirmLabel } from '../http/confirm.ts';
import type { FormValues } from '../http/form.ts';
import { ActionForm, Hidden, SubmitButton } from './action-form.tsx';
import { Field } from './field.tsx';

interface ConfirmFormProps {
  /** Path that the form is posted to. */
  readonly action: string;
  readonly person: Pick<Person, 'csrf' | 'role'>;
  /** What the form does. @default 'operate' */
  readonly permission?: Permission;
  /** Names the form for screen readers. */
  readonly label: string;
  /** About the field for the reason, which has one line by default. */
  readonly why: { readonly hint: string; readonly rows?: number };
  /** What must be typed. @default nothing */
  readonly confirm?: ConfirmWord;
  /** Values that the form carries along unseen, by name. @default none */
  readonly hidden?: FormValues;
  readonly button: { readonly text: string; readonly isDanger: boolean };
  /** Where the link beside the button leads, which changes nothing. */
  readonly back: string;
  /** Fields between the reason and the confirmation. @default none */
  readonly children?: Child;
}

/** The form of a decision that can't be taken back lightly: a reason, what confirms it, and a way out. */
export function ConfirmForm({ why, confirm, hidden = {}, ...form }: ConfirmFormProps) {
  const { children, button, back, ...target } = form;
  return (
    <ActionForm {...target}>
      {Object.entries(hidden).map(([name, value]) => (
        <Hidden name={name} value={value ?? ''} />
      ))}
      <Field name="why" label="Why?" {...why} />
      {children}
      {confirm === undefined ? null : <Field name="confirm" label={confirmLabel(confirm)} />}
      <div class="crier-actions">
        <SubmitButton kind={button.isDanger ? 'danger' : 'plain'}>{button.text}</SubmitButton>{' '}
        <a class="usa-button usa-button--unstyled" href={back}>
          Go back
        </a>
      </div>
    </ActionForm>
  );
}
