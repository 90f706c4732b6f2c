import type { Child } from 'hono/jsx';
import { FieldProblem } from './field.tsx';
import { useKeptField } from './form-context.tsx';

/** One choice of a list: what the form sends, and what people read. */
export interface SelectOption {
  readonly value: string;
  readonly label: Child;
}

interface SelectProps {
  /** Name in the form, and the element's id. */
  readonly name: string;
  readonly label: string;
  /** @default none */
  readonly hint?: string | undefined;
  readonly options: readonly SelectOption[];
  /** The value that is chosen. @default the first */
  readonly chosen?: string | undefined;
  /** What was wrong with it. @default nothing */
  readonly problem?: string | undefined;
}

/** A list to choose one of, with its label. */
export function Select({ name, label, hint, options, ...own }: SelectProps) {
  const { id, value, problem } = useKeptField(name, own);
  const chosen = value ?? own.chosen;
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <>
      <label class="usa-label" for={id}>
        {label}
      </label>
      {hint ? (
        <span class="usa-hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {problem ? <FieldProblem id={`${id}-problem`}>{problem}</FieldProblem> : null}
      <select
        class="usa-select"
        id={id}
        name={name}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={described || undefined}
      >
        {options.map((option) => (
          <option value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </>
  );
}
