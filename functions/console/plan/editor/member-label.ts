import { memberWords } from '../../../domain/audit-codes.ts';
import { DATES, WINDOWS } from '../../../domain/plan/dated.ts';
import type { PlanPath } from '../../../domain/plan/plan-path.ts';
import { placeLabel } from '../../../email/sections.ts';
import { PHASE_LABELS } from './draft-problems.ts';
import { fieldAt } from './form-values.ts';
import { PLAN_FIELDS } from './plan-fields.ts';

/** What the editor's pages call a member of a plan. @param phases names of phases by id */
export function memberLabel(path: PlanPath, phases: ReadonlyMap<string, string>): string {
  const [member = '', place = '', part] = path;
  if (member === 'phases') return phaseLabel({ id: place, part }, phases);
  if (member === 'sectionTexts' && place) return placeLabel(place);
  const dated = [...DATES, ...WINDOWS].find(([, { at }]) => at.every((key, index) => path[index] === key));
  return dated?.[1].label ?? fieldAt(path, PLAN_FIELDS)?.label ?? memberWords(path.join('.'));
}

/** What parts of a phase are called that have several fields. */
const PHASE_PARTS: Readonly<Record<string, string>> = { when: 'When it starts', expires: 'When it expires' };

function phaseLabel(
  { id, part }: { id: string; part: string | undefined },
  phases: ReadonlyMap<string, string>,
): string {
  const name = phases.get(id) ?? 'A phase';
  return part === undefined ? name : `${name}: ${PHASE_PARTS[part] ?? PHASE_LABELS[part] ?? part}`;
}
