import { closestMatch } from 'leven';
import { PIVOT, WINDOWS } from './dated.ts';
import { ANNOUNCEMENT_KINDS } from './kinds.ts';
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

/** Time zones by the names, abbreviations and UTC offsets that people use for them. */
const US_ZONES: readonly (readonly [pattern: RegExp, zone: string])[] = [
  [/\batlantic\b|^(?:a[sd]t|ast4adt|.*gmt\+4|(?:utc|gmt)?-0?4(?::?00)?)$/, 'America/Puerto_Rico'],
  [/\beastern\b|^(?:e[sd]?t|est5edt|.*gmt\+5|(?:utc|gmt)?-0?5(?::?00)?)$/, 'America/New_York'],
  [/\bcentral\b|^(?:c[sd]?t|cst6cdt|.*gmt\+6|(?:utc|gmt)?-0?6(?::?00)?)$/, 'America/Chicago'],
  [/\bmountain\b|^(?:m[sd]?t|mst7mdt|.*gmt\+7|(?:utc|gmt)?-0?7(?::?00)?)$/, 'America/Denver'],
  [/\bpacific\b|^(?:p[sd]?t|pst8pdt|.*gmt\+8|(?:utc|gmt)?-0?8(?::?00)?)$/, 'America/Los_Angeles'],
  [/\balaska\b|^(?:ak[sd]?t|.*gmt\+9|(?:utc|gmt)?-0?9(?::?00)?)$/, 'America/Anchorage'],
  [/\bhawaii\b|^(?:h[sd]?t|.*gmt\+10|(?:utc|gmt)?-10(?::?00)?)$/, 'Pacific/Honolulu'],
  [/\bguam\b|^(?:chst|.*gmt-10|(?:utc|gmt)?\+10(?::?00)?)$/, 'Pacific/Guam'],
];

/** Names of regions are shorter. */
const MAX_ZONE = 60;

function regionLike(zone: string): string | undefined {
  const plain = zone.trim().slice(0, MAX_ZONE).toLowerCase();
  const clock = plain.replaceAll(/^(?:america|us)\/| (?:standard|daylight|time)\b/g, '');
  const known = US_ZONES.find(([pattern]) => pattern.test(clock))?.[1];
  // `Pacific/Gaum` is a misspelled region, not the Pacific Time of the US.
  return plain.includes('/') ? (regionSpelled(plain) ?? known) : (known ?? regionOfCity(plain));
}

function regionSpelled(plain: string): string | undefined {
  const regions = new Map(allRegions().map((region) => [region.toLowerCase(), region]));
  const meant = closestMatch(plain, [...regions.keys()], { maxDistance: Math.ceil(plain.length / 4) });
  return meant === undefined ? undefined : regions.get(meant);
}

/** `New York`, `newyork` */
function regionOfCity(plain: string): string | undefined {
  const letters = (text: string) => text.toLowerCase().replaceAll(/[^a-z]/g, '');
  return allRegions().find((region) => letters(region.split('/').at(-1)!) === letters(plain));
}

function allRegions(): string[] {
  return Intl.supportedValuesOf('timeZone').filter(isRegion);
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
  if ((ANNOUNCEMENT_KINDS as readonly string[]).includes(id) || id.includes('--')) {
    const names = ANNOUNCEMENT_KINDS.map((kind) => `"${kind}"`).join(', ');
    return `must be a different name: ${names} and names with "--" are reserved`;
  }
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
