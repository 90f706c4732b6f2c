import type { Child } from 'hono/jsx';

interface FieldProps {
  /** Name in the form, and the element's id. */
  readonly name: string;
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
export function Field({ name, label, hint, problem, ...input }: FieldProps) {
  return (
    <div class={`usa-form-group${problem ? ' usa-form-group--error' : ''}`}>
      <label class="usa-label" for={name}>
        {label}
      </label>
      {hint ? (
        <span class="usa-hint" id={`${name}-hint`}>
          {hint}
        </span>
      ) : null}
      {problem ? <FieldProblem id={`${name}-problem`}>{problem}</FieldProblem> : null}
      <Input name={name} problem={problem} hint={hint} {...input} />
    </div>
  );
}

/** What was wrong with a field. */
export function FieldProblem({ id, children }: { readonly id?: string; readonly children: Child }) {
  return (
    <span class="usa-error-message" id={id} role="alert">
      {children}
    </span>
  );
}

type InputProps = Omit<FieldProps, 'label' | 'hint'> & { readonly hint: string | undefined };

function Input({ name, hint, value = '', problem, isRequired = true, type = 'text', min, rows }: InputProps) {
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ');
  const attributes = {
    'aria-describedby': described || undefined,
    'aria-invalid': problem ? 'true' : undefined,
    required: isRequired,
  } as const;
  if (rows) {
    return (
      <textarea class="usa-textarea" id={name} name={name} rows={rows} {...attributes}>
        {value}
      </textarea>
    );
  }
  return (
    <input
      class={`usa-input${problem ? ' usa-input--error' : ''}`}
      id={name}
      name={name}
      type={type}
      value={value}
      min={min}
      autocomplete={type === 'text' ? 'off' : undefined}
      {...attributes}
    />
  );
}
