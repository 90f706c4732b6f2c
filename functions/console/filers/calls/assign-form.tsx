import * as z from 'zod';
import { bySchema } from '../../../domain/command.ts';
import type { Person } from '../../../domain/person.ts';
import { useKeptField } from '../../ui/form-context.tsx';
import { Select, type SelectOption } from '../../ui/select.tsx';

/** The value that assigns a filer to no one. */
export const NO_ONE = '-';
const PREFIX = 'filer-';

/** A colleague: who signed in to the console in the last months. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
}

/** What the form sends: a colleague, and the ids of the filers whose boxes are checked. */
export const assignSchema = z
  .looseObject({ assignee: z.union([z.literal(NO_ONE), bySchema], 'Choose a colleague.') })
  .transform(({ assignee, ...boxes }) => ({
    assignee,
    filerIds: Object.keys(boxes).flatMap((name) =>
      name.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : [],
    ),
  }))
  .pipe(
    z.object({
      assignee: z.string(),
      filerIds: z
        .array(z.string().regex(/^[0-9a-f]{16}$/, 'Reload the page and try again.'))
        .min(1, 'Check the box beside each filer to assign.')
        .max(100, 'Assign at most 100 filers at a time.'),
    }),
  );

/** The box that chooses a filer to assign. @param form The id of the form that it is of */
export function AssignBox({ filerId, name, form }: { filerId: string; name: string; form: string }) {
  const id = `${PREFIX}${filerId}`;
  const { value } = useKeptField(id);
  return (
    <span class="usa-checkbox crier-row-checkbox">
      <input
        class="usa-checkbox__input"
        type="checkbox"
        id={id}
        name={id}
        value="yes"
        checked={value === 'yes'}
        form={form}
      />
      <label class="usa-checkbox__label" for={id}>
        <span class="usa-sr-only">Choose {name}</span>
      </label>
    </span>
  );
}

/** The colleagues to choose one of: the user first. */
export function AssigneeSelect({
  people,
  person,
  chosen,
  label = 'Assign to',
}: {
  readonly people: readonly Colleague[];
  readonly person: Pick<Person, 'id'>;
  readonly chosen?: string | null;
  readonly label?: string;
}) {
  return (
    <Select
      name="assignee"
      label={label}
      options={assigneeOptions(people, person)}
      chosen={chosen ?? NO_ONE}
    />
  );
}

function assigneeOptions(people: readonly Colleague[], { id: me }: Pick<Person, 'id'>): SelectOption[] {
  const others = people.filter(({ id }) => id !== me);
  return [
    { value: NO_ONE, label: 'No one' },
    { value: me, label: 'Me' },
    ...others.map(({ id, name }) => ({ value: id, label: name })),
  ];
}
