import { Fieldset } from './fieldset.tsx';
import { useKeptField } from './form-context.tsx';

interface RadiosProps {
  /** Name in the form; each choice's id begins with it. */
  readonly name: string;
  /** What is asked. */
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The value that is chosen. @default none */
  readonly chosen?: string | undefined;
  /** What was wrong with it. @default nothing */
  readonly problem?: string | undefined;
}

/** A few choices of which one must be taken, with what was wrong. */
export function Radios({ name, label, options, ...own }: RadiosProps) {
  const { id, value: kept, problem } = useKeptField(name, own);
  const chosen = kept ?? own.chosen;
  return (
    <Fieldset id={id} label={label} look="usa-legend" problem={problem}>
      {options.map(({ value, label: text }) => (
        <div class="usa-radio">
          <input
            class="usa-radio__input"
            type="radio"
            id={`${name}-${value}`}
            name={name}
            value={value}
            checked={value === chosen}
            required
          />
          <label class="usa-radio__label" for={`${name}-${value}`}>
            {text}
          </label>
        </div>
      ))}
    </Fieldset>
  );
}
