import type { Child } from 'hono/jsx';
import { FieldProblem } from './field.tsx';
import { useKeptField } from './form-context.tsx';

interface CheckboxProps {
  /** Name in the form, and the element's id. */
  readonly name: string;
  /** @default 'yes' */
  readonly value?: string;
  /** @default none */
  readonly hint?: string;
  /** What was wrong with it. @default nothing */
  readonly problem?: string | undefined;
  /** @default false */
  readonly isChecked?: boolean;
  /** @default false */
  readonly isRequired?: boolean;
  /** The label: a sentence that the user says. */
  readonly children: Child;
}

/** A box to tick, with its label, its hint and what was wrong with it. */
export function Checkbox({ name, value = 'yes', hint, children, ...state }: CheckboxProps) {
  const kept = useKeptField(name, state);
  const { id, problem } = kept;
  const isChecked = kept.wasSent ? kept.value === value : (state.isChecked ?? false);
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div class={`usa-form-group${problem ? ' usa-form-group--error' : ''}`}>
      {problem ? <FieldProblem id={`${id}-problem`}>{problem}</FieldProblem> : null}
      <div class="usa-checkbox">
        <input
          class="usa-checkbox__input"
          type="checkbox"
          id={id}
          name={name}
          value={value}
          checked={isChecked}
          required={state.isRequired ?? false}
          aria-describedby={described || undefined}
        />
        <label class="usa-checkbox__label" for={id}>
          {children}
          {hint ? (
            <span class="usa-checkbox__label-description" id={`${id}-hint`}>
              {hint}
            </span>
          ) : null}
        </label>
      </div>
    </div>
  );
}
