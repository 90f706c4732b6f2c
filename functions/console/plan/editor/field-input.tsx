import { partAt } from '../../../domain/plan/plan-path.ts';
import type { FormValues } from '../../http/form.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { Select, type SelectOption } from '../../ui/select.tsx';
import type { PlanField } from './plan-fields.ts';

interface FieldInputsProps {
  readonly fields: readonly PlanField[];
  readonly values: FormValues;
}

/** Fields of the plan, those of one group under its heading. */
export function FieldInputs({ fields, values }: FieldInputsProps) {
  const groups = [...Map.groupBy(fields, ({ group }) => group)];
  return groups.map(([title, members]) =>
    title === null ? (
      members.map((field) => <FieldInput field={field} value={values[field.name] ?? ''} />)
    ) : (
      <fieldset class="usa-fieldset crier-group">
        <legend class="usa-legend">{title}</legend>
        {members.map((field) => (
          <FieldInput field={field} value={values[field.name] ?? ''} />
        ))}
      </fieldset>
    ),
  );
}

/** One field, as the member's kind asks for. The browser requires nothing: a draft may be incomplete. */
function FieldInput({ field, value }: { readonly field: PlanField; readonly value: string }) {
  const { name, kind, hint } = field;
  const label =
    field.isOptional && kind !== 'yes-no' && kind !== 'choice' && field.preset === undefined
      ? `${field.label} (optional)`
      : field.label;
  const common = { name, label, ...(hint && { hint }) };
  switch (kind) {
    case 'yes-no':
      return (
        <Checkbox name={name} isChecked={value === 'yes'} {...(hint && { hint })}>
          {label}
        </Checkbox>
      );
    case 'choice':
      return <Select {...common} options={optionsOf(field, value)} chosen={value} />;
    case 'text':
    case 'lines':
      return <Field {...common} value={value} isRequired={false} rows={kind === 'text' ? 6 : 3} />;
    case 'date':
      return <Field {...common} value={value} isRequired={false} type="date" />;
    default:
      return <Field {...common} value={value} isRequired={false} />;
  }
}

/** Whatever the plan has is among them, even if it isn't one of the usual values. */
function optionsOf({ choices }: PlanField, value: string): SelectOption[] {
  const known = Object.entries(choices).map(([one, label]) => ({ value: one, label }));
  if (partAt(choices, [value]) !== undefined) return known;
  return [{ value, label: value === '' ? 'Choose one' : value }, ...known];
}
