import { type Filer, USER_TYPES } from '../../domain/filer/filer.ts';
import { filerIdOf } from '../../domain/filer/filer-id.ts';
import { STATES } from '../../domain/filer/state.ts';
import { GROUP_FLAGS, type Group, MAX_LISTED } from '../../domain/run/group.ts';
import type { FormValues } from '../http/form.ts';
import { boxName } from '../ui/checkboxes.tsx';

/** What was chosen of each list of boxes: a box is named after its list and its value. */
function chosen<Value extends string>(values: FormValues, list: string, all: readonly Value[]): Value[] {
  return all.filter((value) => values[boxName(list, value)] === 'yes');
}

/** A group as a form has it, or what is wrong with a field. */
export type GroupReading =
  | { readonly ok: true; readonly group: Group }
  | { readonly ok: false; readonly problems: FormValues };

interface ReadOptions {
  readonly courtId: string;
  /** Those of these ids that the active roster has. */
  readonly filersById: (ids: readonly string[]) => Promise<ReadonlyMap<string, Filer>>;
}

/** Reads the group that a form chose. Account IDs are looked up, so that none is misspelled. */
export async function readGroup(
  values: FormValues,
  { courtId, filersById }: ReadOptions,
): Promise<GroupReading> {
  if (values.by !== 'list') return { ok: true, group: filterOf(values) };
  const accounts = [...new Set((values.accounts ?? '').split(/[\s,;]+/).filter(Boolean))];
  if (accounts.length === 0) return wrong('Enter at least one ID.');
  if (accounts.length > MAX_LISTED)
    return wrong(`Enter at most ${MAX_LISTED} IDs. For more, choose filers by state.`);
  const ids = new Map(accounts.map((account) => [filerIdOf(courtId, account), account]));
  const known = await filersById([...ids.keys()]);
  const missing = [...ids].filter(([id]) => !known.has(id)).map(([, account]) => account);
  if (missing.length > 0)
    return wrong(`The active roster has no filer with these IDs: ${missing.slice(0, 5).join(', ')}.`);
  return { ok: true, group: { by: 'list', filerIds: [...ids.keys()] } };
}

function wrong(problem: string): GroupReading {
  return { ok: false, problems: { accounts: problem } };
}

function filterOf(values: FormValues): Group {
  const [answer, phaseId] = (values.received ?? '').split(':', 2);
  return {
    by: 'filter',
    states: chosen(values, 'state', STATES),
    types: chosen(values, 'type', USER_TYPES),
    flags: chosen(values, 'flag', GROUP_FLAGS),
    ...(phaseId && { received: { phaseId, isYes: answer === 'yes' } }),
  };
}
