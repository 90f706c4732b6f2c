import { campaign } from '#campaign';
import { type Filer, USER_TYPES } from '../../domain/filer/filer.ts';
import { STATE_WORDS, STATES } from '../../domain/filer/state.ts';
import { GROUP_FLAGS, type Group, MAX_LISTED } from '../../domain/run/group.ts';
import { flagMessage, userTypeLabel } from '../filers/filer-labels.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { boxName } from '../ui/checkboxes.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';

/** A phase that filers may have received. */
export interface PhaseChoice {
  readonly id: string;
  readonly name: string;
}

interface GroupFieldsProps {
  readonly group: Group;
  /** The filers of a list, as far as the active roster has them. */
  readonly listed: readonly Pick<Filer, 'userId'>[];
  readonly phases: readonly PhaseChoice[];
}

/** The fields that choose whom a message is for. */
export function GroupFields({ group, listed, phases }: GroupFieldsProps) {
  const filter = group.by === 'filter' ? group : null;
  const received = filter?.received;
  return (
    <>
      <Select
        name="by"
        label="Who gets it"
        options={[
          { value: 'filter', label: 'Filers by state, type or flag' },
          { value: 'list', label: 'A list of filers' },
        ]}
        chosen={group.by}
      />
      <Boxes
        list="state"
        title="States"
        values={STATES.map((state) => [state, STATE_WORDS[state]])}
        chosen={filter?.states ?? []}
      />
      <Boxes
        list="type"
        title={campaign.columns.user_type.label}
        values={USER_TYPES.map((type) => [type, userTypeLabel(type)])}
        chosen={filter?.types ?? []}
      />
      <Boxes
        list="flag"
        title="Flags"
        values={GROUP_FLAGS.map((flag) => [flag, flagMessage(flag)])}
        chosen={filter?.flags ?? []}
      />
      <Select
        name="received"
        label="Received an earlier email"
        options={[
          { value: '', label: 'Doesn’t matter' },
          ...phases.flatMap(({ id, name }) => [
            { value: `yes:${id}`, label: `Received ${name}` },
            { value: `no:${id}`, label: `Did not receive ${name}` },
          ]),
        ]}
        chosen={received ? `${received.isYes ? 'yes' : 'no'}:${received.phaseId}` : ''}
      />
      <Field
        name="accounts"
        label={`List of filers by ${campaign.key.label}`}
        hint={`Used only if you chose a list above. One on each line, up to ${MAX_LISTED}.`}
        value={listed.map(({ userId }) => userId).join('\n')}
        isRequired={false}
        rows={4}
      />
    </>
  );
}

interface BoxesProps {
  readonly list: string;
  readonly title: string;
  readonly values: readonly (readonly [value: string, label: string])[];
  readonly chosen: readonly string[];
}

/** Boxes of one list; without any, every value counts. */
function Boxes({ list, title, values, chosen }: BoxesProps) {
  return (
    <details open={chosen.length > 0}>
      <summary>
        {title}
        {chosen.length > 0 ? ` (${chosen.length} chosen)` : ': any'}
      </summary>
      {values.map(([value, label]) => (
        <Checkbox name={boxName(list, value)} isChecked={chosen.includes(value)}>
          {label}
        </Checkbox>
      ))}
    </details>
  );
}
