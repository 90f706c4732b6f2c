import type { Filer } from '../../../domain/filer/filer.ts';
import { type FilerState, STATE_WORDS } from '../../../domain/filer/state.ts';
import type { Person } from '../../../domain/person.ts';
import type { ColumnName } from '../../../ingest-roster/row/columns.ts';
import { ActionForm, SubmitButton } from '../../ui/action-form.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Checkboxes } from '../../ui/checkboxes.tsx';
import { Field } from '../../ui/field.tsx';
import type { Page } from '../../ui/layout.tsx';
import { Select } from '../../ui/select.tsx';
import { CORRECT_GROUPS, type CorrectField } from './correct-fields.ts';

/** A filer whose row is corrected. */
interface CorrectView {
  readonly filer: Filer;
  readonly name: string;
  readonly state: FilerState;
  /** What the roster says, by column. */
  readonly cells: ReadonlyMap<ColumnName, string>;
  readonly person: Pick<Person, 'csrf' | 'role'>;
}

/** The form that corrects one filer's row of the roster. */
export function correctPage({ filer, name, state, cells, person }: CorrectView): Page {
  const path = `/filers/${filer.filerId}`;
  return {
    title: `Correct ${name}`,
    current: '/filers',
    back: { label: name, href: path },
    body: (
      <>
        <p>
          Status now: <strong>{STATE_WORDS[state.state]}</strong>, because {state.reason}.
        </p>
        <p class="crier-quiet">
          Only what you change is saved, as a roster update of one row. It’s checked like every upload. The
          next whole roster that you upload replaces it, so correct your source too.
        </p>
        <ActionForm action={`${path}/correct`} person={person} permission="edit" label="Correct this filer">
          {CORRECT_GROUPS.map(({ title, fields }) => (
            <fieldset class="usa-fieldset crier-group">
              <legend class="usa-legend">{title}</legend>
              {fields.map((field) => (
                <CellField field={field} value={cells.get(field.column) ?? ''} />
              ))}
            </fieldset>
          ))}
          <Field
            name="why"
            label="Reason"
            hint="Recorded permanently with your name. Don’t write any names or addresses here."
          />
          <Checkbox name="sure" hint="Needed only if Crier warns you about a value.">
            I’ve checked the values that Crier warned me about
          </Checkbox>
          <div class="crier-actions">
            <SubmitButton>Save the correction</SubmitButton>{' '}
            <a class="usa-button usa-button--unstyled" href={path}>
              Go back
            </a>
          </div>
        </ActionForm>
      </>
    ),
  };
}

function CellField({ field, value }: { field: CorrectField; value: string }) {
  const { column: name, label, hint, options, isMany = false, isRequired = false } = field;
  if (options && isMany) return <Checkboxes name={name} label={label} options={options} chosen={value} />;
  if (options) return <Select name={name} label={label} options={options} chosen={value} />;
  return <Field name={name} label={label} value={value} isRequired={isRequired} {...(hint && { hint })} />;
}
