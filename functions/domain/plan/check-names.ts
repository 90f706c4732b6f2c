import { closestMatch } from 'leven';
import { PIVOT, WINDOWS } from './dated.ts';
import { DATE_CHANGE } from './kinds.ts';
import type { PlanDraft, PlanReading } from './plan-draft.ts';
import { type Finding, shown, valueAt } from './problem.ts';
import { isZone } from './wall-time.ts';

/** Problems of a plan's names (launch, zone, ids of phases), and windows that are missing or one too many. */
export function checkNames({ raw, draft }: Pick<PlanReading, 'raw' | 'draft'>, launch?: string): Finding[] {
  return [
    ...checkLaunch(draft, launch),
    ...checkZone(draft),
    ...checkIds(draft),
    ...checkWindows(raw, draft),
  ];
}

function checkLaunch({ name }: PlanDraft, launch: string | undefined): Finding[] {
  if (name === undefined || launch === undefined || name === launch) return [];
  return [
    { at: ['name'], found: shown(name), message: `must be ${shown(launch)}, the launch deployed here` },
  ];
}

function checkZone({ court }: PlanDraft): Finding[] {
  const zone = court?.zone;
  if (zone === undefined || isZone(zone)) return [];
  const meant = closestMatch(zone, Intl.supportedValuesOf('timeZone'), {
    maxDistance: Math.ceil(zone.length / 3),
  });
  const hint = meant ? `: did you mean ${shown(meant)}?` : ' such as America/New_York';
  return [{ at: ['court', 'zone'], found: shown(zone), message: `must be an IANA time zone${hint}` }];
}

function checkIds({ phases = [] }: PlanDraft): Finding[] {
  const ids = phases.map((phase) => phase?.id);
  return ids.flatMap((id, index) => {
    const message = id === undefined ? null : idProblem(id, ids.indexOf(id) < index ? ids.indexOf(id) : null);
    return message ? [{ at: ['phases', index, 'id'], found: shown(id), message }] : [];
  });
}

/** @param earlier index of an earlier phase with the same id */
function idProblem(id: string, earlier: number | null): string | null {
  if (id === DATE_CHANGE || id.includes('--'))
    return `must be another name: "${DATE_CHANGE}" and names with "--" are Crier's own`;
  return earlier === null ? null : `must be unique: $.phases[${earlier}] has it already`;
}

/** Windows are announced together with the pivot, and not without it. */
function checkWindows(raw: unknown, draft: PlanDraft): Finding[] {
  const certainty = valueAt(draft, [...PIVOT.at, 'certainty']);
  const members = [...new Set(WINDOWS.map(([, { at }]) => at[0]!))];
  return members.flatMap((member) => {
    const windows = valueAt(raw, [member]);
    const isGiven = windows !== undefined;
    if (certainty === undefined || isGiven === (certainty !== 'to-be-announced')) return [];
    const message = isGiven
      ? `must be left out while ${PIVOT.words} is to be announced`
      : `must be given, unless ${PIVOT.words} is to be announced`;
    return [{ at: [member], found: shown(windows), message }];
  });
}
