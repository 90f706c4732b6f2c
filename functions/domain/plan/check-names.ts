import { closestMatch } from 'leven';
import { PIVOT, WINDOWS } from './dated.ts';
import { DATE_CHANGE } from './kinds.ts';
import type { PlanDraft, PlanReading } from './plan-draft.ts';
import { type Finding, shown, valueAt } from './problem.ts';
import { isRegion } from './wall-time.ts';

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
  if (zone === undefined || isRegion(zone)) return [];
  const meant = regionLike(zone);
  const hint = meant ? `: did you mean ${shown(meant)}?` : ', such as America/New_York';
  return [{ at: ['court', 'zone'], found: shown(zone), message: `must be the time zone of a region${hint}` }];
}

/** Regions whose clocks people call by these letters, or by their hours behind Greenwich. */
const US_ZONES: readonly (readonly [RegExp, string])[] = [
  [/^(a[sd]t|ast4adt|atlantic|.*gmt\+4)$/, 'America/Puerto_Rico'],
  [/^(e[sd]?t|est5edt|eastern|.*gmt\+5|-0?5(:?00)?)$/, 'America/New_York'],
  [/^(c[sd]?t|cst6cdt|central|.*gmt\+6|-0?6(:?00)?)$/, 'America/Chicago'],
  [/^(m[sd]?t|mst7mdt|mountain|.*gmt\+7|-0?7(:?00)?)$/, 'America/Denver'],
  [/^(p[sd]?t|pst8pdt|pacific|.*gmt\+8|-0?8(:?00)?)$/, 'America/Los_Angeles'],
  [/^(ak[sd]?t|alaska|.*gmt\+9|-0?9(:?00)?)$/, 'America/Anchorage'],
  [/^(h[sd]?t|hawaii|.*gmt\+10|-10(:?00)?)$/, 'Pacific/Honolulu'],
  [/^(chst|guam|.*gmt-10|\+10(:?00)?)$/, 'Pacific/Guam'],
];

function regionLike(zone: string): string | undefined {
  const plain = zone
    .toLowerCase()
    .replace(/ ?(standard|daylight)? ?time$/, '')
    .trim();
  const known = US_ZONES.find(([pattern]) => pattern.test(plain));
  if (known) return known[1];
  const regions = Intl.supportedValuesOf('timeZone').filter(isRegion);
  return closestMatch(zone.slice(0, 60), regions, { maxDistance: Math.ceil(zone.length / 3) });
}

function checkIds({ phases = [] }: PlanDraft): Finding[] {
  const firsts = new Map<string, number>();
  return phases.flatMap((phase, index) => {
    const id = phase?.id;
    const first = id === undefined ? undefined : firsts.get(id);
    if (id !== undefined && first === undefined) firsts.set(id, index);
    const message = id === undefined ? null : idProblem(id, first ?? null);
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
    const isRequired = WINDOWS.some(([, { at, anchors }]) => at[0] === member && anchors);
    if (certainty === undefined || isGiven === (certainty !== 'to-be-announced')) return [];
    if (!isGiven && !isRequired) return [];
    const message = isGiven
      ? `must be left out while ${PIVOT.words} is to be announced`
      : `must be given, unless ${PIVOT.words} is to be announced`;
    return [{ at: [member], found: shown(windows), message }];
  });
}
