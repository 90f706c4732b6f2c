import type { Child } from 'hono/jsx';
import { may, type Permission, type Person } from '../../domain/person.ts';
import { whoMay } from '../people/who-may.ts';
import { FormScope } from './form-context.tsx';

interface ActionFormProps {
  /** Path that the form is posted to. */
  readonly action: string;
  readonly person: Pick<Person, 'csrf' | 'role'>;
  /** What the form does. @default 'operate' */
  readonly permission?: Permission;
  /** Names the form for screen readers, where no heading does. @default none */
  readonly label?: string;
  /** Values that the form carries along unseen, and that tell it from the page's other forms with this action. @default none */
  readonly only?: Readonly<Record<string, string>>;
  readonly children: Child;
}

/**
 * A form that changes something, for people whose role allows it; others read who can do it. It carries the CSRF
 * token; without it, the guard refuses the form. After `returnForm`, its fields show what was typed and what was wrong.
 */
export function ActionForm({
  action,
  person,
  label,
  only,
  permission = 'operate',
  children,
}: ActionFormProps) {
  if (!may(person, permission)) return <p class="crier-quiet">{whoMay(permission)}</p>;
  return (
    <form class="usa-form crier-form" method="post" action={action} aria-label={label} novalidate>
      <Hidden name="csrf" value={person.csrf} />
      {Object.entries(only ?? {}).map(([name, value]) => (
        <Hidden name={name} value={value} />
      ))}
      <FormScope action={action} only={only}>
        {children}
      </FormScope>
    </form>
  );
}

interface SubmitButtonProps {
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
