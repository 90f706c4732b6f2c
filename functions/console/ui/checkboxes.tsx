import { Hidden } from './action-form.tsx';
import { Checkbox } from './checkbox.tsx';
import { Fieldset } from './fieldset.tsx';
import { useKeptField } from './form-context.tsx';

interface CheckboxesProps {
  /** Each box is named by it and its value; what was ticked before is sent along under the name itself. */
  readonly name: string;
  /** What is asked. */
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Values that are ticked, separated by semicolons. */
  readonly chosen: string;
}

/** Choices of which any may be taken, with what was wrong. */
export function Checkboxes({ name, label, options, chosen }: CheckboxesProps) {
  const { id, problem } = useKeptField(name);
  const ticked = valuesIn(chosen);
  return (
    <Fieldset id={id} label={label} look="usa-label" problem={problem}>
      <Hidden name={name} value={chosen} />
      {options.map(({ value, label: text }) => (
        <Checkbox name={boxName(name, value)} isChecked={ticked.includes(value)}>
          {text}
        </Checkbox>
      ))}
    </Fieldset>
  );
}

/** The name of a box in the form. */
export function boxName(name: string, value: string): string {
  return `${name}-${value}`;
}

/** What was chosen, separated by semicolons: as it was before where that is the same. `undefined`: it wasn't asked. */
export function chosenIn(
  sent: Readonly<Partial<Record<string, string>>>,
  { name, values }: { name: string; values: readonly string[] },
): string | undefined {
  const before = sent[name];
  if (before === undefined) return undefined;
  const ticked = values.filter((value) => sent[boxName(name, value)] === 'yes');
  const isSame = new Set(ticked).symmetricDifference(new Set(valuesIn(before))).size === 0;
  return isSame ? before : ticked.join('; ');
}

function valuesIn(text: string): string[] {
  return text
    .split(';')
    .map((value) => value.trim())
    .filter((value) => value !== '');
}
