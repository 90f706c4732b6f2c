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
  readonly options: readonly SelectOption[];
  /** The value that is chosen. @default the first */
  readonly chosen?: string | undefined;
  /** What was wrong with it. @default nothing */
  readonly problem?: string | undefined;
}

/** A list to choose one of, with its label. */
export function Select({ name, label, options, ...own }: SelectProps) {
  const { id, value, problem } = useKeptField(name, own);
  const chosen = value ?? own.chosen;
  return (
    <>
      <label class="usa-label" for={id}>
        {label}
      </label>
      {problem ? <FieldProblem id={`${id}-problem`}>{problem}</FieldProblem> : null}
      <select
        class="usa-select"
        id={id}
        name={name}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
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
