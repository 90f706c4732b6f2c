import type { Child } from 'hono/jsx';
import type { Person } from '../../domain/person.ts';
import { Field, type FieldProps } from './field.tsx';

export interface ActionFormProps {
  /** Path that the form is posted to. */
  readonly action: string;
  readonly person: Pick<Person, 'csrf'>;
  /** Names the form for screen readers, where no heading does. @default none */
  readonly label?: string;
  readonly children: Child;
}

/** A form that changes something. It carries the CSRF secret, without which the guard refuses it. */
export function ActionForm({ action, person, label, children }: ActionFormProps) {
  return (
    <form class="usa-form crier-form" method="post" action={action} aria-label={label}>
      <input type="hidden" name="csrf" value={person.csrf} />
      {children}
    </form>
  );
}

export interface SubmitButtonProps {
  /** `danger` for what can't be undone, `outline` for the lesser of two. @default 'plain' */
  readonly kind?: keyof typeof LOOKS;
  /** A verb and its object. */
  readonly children: Child;
}

const LOOKS = { plain: '', outline: ' usa-button--outline', danger: ' usa-button--secondary' } as const;

/** The button that sends a form. */
export function SubmitButton({ kind = 'plain', children }: SubmitButtonProps) {
  return (
    <button class={`usa-button${LOOKS[kind]}`} type="submit">
      {children}
    </button>
  );
}

/** A value that a form carries along unseen. */
export function Hidden({ name, value }: { readonly name: string; readonly value: string }) {
  return <input type="hidden" name={name} value={value} />;
}

/** @deprecated Use `ActionForm`. */
export function actForm(
  action: string,
  { body, ...rest }: Omit<ActionFormProps, 'action' | 'children'> & { body: Child },
) {
  return (
    <ActionForm action={action} {...rest}>
      {body}
    </ActionForm>
  );
}

/** @deprecated Use `Field`. */
export function textField(props: FieldProps) {
  return <Field {...props} />;
}

/** @deprecated Use `SubmitButton`. */
export function submitButton(label: string, kind: keyof typeof LOOKS = 'plain') {
  return <SubmitButton kind={kind}>{label}</SubmitButton>;
}
