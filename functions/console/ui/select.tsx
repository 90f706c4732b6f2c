import type { Child } from 'hono/jsx';

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
}

/** A list to choose one of, with its label. */
export function Select({ name, label, options, chosen }: SelectProps) {
  return (
    <>
      <label class="usa-label" for={name}>
        {label}
      </label>
      <select class="usa-select" id={name} name={name}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </>
  );
}
