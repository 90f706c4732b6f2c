import { closestMatch } from 'leven';
import { courtSchema, DATE_CHANGE, planSchema } from './plan.ts';
import { type PlanParts, part } from './plan-parts.ts';
import { type Finding, shown, valueAt } from './problem.ts';
import { isZone } from './wall-time.ts';

/**
 * Problems of what the plan names: its launch, its zone, the ids of its phases, and outages that must be there
 * or not.
 */
export function checkNames(parts: PlanParts, launch?: string): Finding[] {
  return [...checkLaunch(parts, launch), ...checkZone(parts), ...checkIds(parts), ...checkOutages(parts)];
}

function checkLaunch({ raw }: PlanParts, launch: string | undefined): Finding[] {
  const name = part(raw, ['name'], planSchema.shape.name);
  if (name === null || launch === undefined || name === launch) return [];
  return [
    { at: ['name'], found: shown(name), message: `must be ${shown(launch)}, the launch deployed here` },
  ];
}

function checkZone({ raw }: PlanParts): Finding[] {
  const at = ['court', 'zone'];
  const zone = part(raw, at, courtSchema.shape.zone);
  if (zone === null || isZone(zone)) return [];
  const meant = closestMatch(zone, Intl.supportedValuesOf('timeZone'), {
    maxDistance: Math.ceil(zone.length / 3),
  });
  const hint = meant ? `: did you mean ${shown(meant)}?` : ' such as America/New_York';
  return [{ at, found: shown(zone), message: `must be an IANA time zone${hint}` }];
}

function checkIds({ phases }: PlanParts): Finding[] {
  return phases.flatMap(({ id, path }, index) => {
    const first = phases.findIndex((other) => other.id === id);
    if (id === null) return [];
    if (id === DATE_CHANGE || id.includes('--')) {
      const message = `must be another name: "${DATE_CHANGE}" and names with "--" are Crier's own`;
      return [{ at: [...path, 'id'], found: shown(id), message }];
    }
    if (first === index) return [];
    return [
      { at: [...path, 'id'], found: shown(id), message: `must be unique: $.phases[${first}] has it already` },
    ];
  });
}

function checkOutages({ raw, certainty }: PlanParts): Finding[] {
  const outages = valueAt(raw, ['outages']);
  const announced = outages !== undefined;
  if (certainty === null || announced === (certainty !== 'to-be-announced')) return [];
  const message = announced
    ? 'must be left out while go-live is to be announced'
    : 'must be given, unless go-live is to be announced';
  return [{ at: ['outages'], found: shown(outages), message }];
}
