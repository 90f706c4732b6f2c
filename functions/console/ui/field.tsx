import type { Child } from 'hono/jsx';
import { useKeptField } from './form-context.tsx';

interface FieldProps {
  /** Name in the form. */
  readonly name: string;
  /** Of the element; must be given where several forms of a page have a field of this name. @default the name */
  readonly id?: string;
  readonly label: string;
  /** @default none */
  readonly hint?: string;
  /** What was typed before. @default empty */
  readonly value?: string;
  /** What was wrong with it. @default nothing */
  readonly problem?: string | undefined;
  /** @default true */
  readonly isRequired?: boolean;
  /** @default 'text' */
  readonly type?: 'text' | 'date' | 'time' | 'datetime-local';
  /** The earliest date or time. @default any */
  readonly min?: string;
  /** Lines of a larger field. @default one line */
  readonly rows?: number;
}

/** A field to type in, with its label, its hint and what was wrong with it. */
export function Field({ name, label, hint, value, ...input }: FieldProps) {
  const kept = useKeptField(name, input);
  const { id, problem } = kept;
  return (
    <div class={`usa-form-group${problem ? ' usa-form-group--error' : ''}`}>
      <label class="usa-label" for={id}>
        {label}
      </label>
      {hint ? (
        <span class="usa-hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {problem ? <FieldProblem id={`${id}-problem`}>{problem}</FieldProblem> : null}
      <Input {...input} id={id} name={name} problem={problem} hint={hint} value={kept.value ?? value} />
    </div>
  );
}

/** What was wrong with a field. */
export function FieldProblem({ id, children }: { readonly id?: string; readonly children: Child }) {
  return (
    <span class="usa-error-message" id={id}>
      <span class="usa-sr-only">Error: </span>
      {children}
    </span>
  );
}

interface InputProps extends Omit<FieldProps, 'label' | 'hint' | 'value' | 'id'> {
  readonly id: string;
  readonly hint: string | undefined;
  readonly value: string | undefined;
}

function Input({ id, name, hint, problem, ...input }: InputProps) {
  const { value = '', isRequired = true, type = 'text', min, rows } = input;
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  const attributes = {
    'aria-describedby': described || undefined,
    'aria-invalid': problem ? 'true' : undefined,
    required: isRequired,
  } as const;
  if (rows) {
    return (
      <textarea
        class={`usa-textarea${problem ? ' usa-input--error' : ''}`}
        id={id}
        name={name}
        rows={rows}
        {...attributes}
      >
        {value}
      </textarea>
    );
  }
  return (
    <input
      class={`usa-input${problem ? ' usa-input--error' : ''}`}
      id={id}
      name={name}
      type={type}
      value={value}
      min={min}
      autocomplete={type === 'text' ? 'off' : undefined}
      {...attributes}
    />
  );
}
