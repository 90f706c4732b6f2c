import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import { EXAMPLE_FOLDER } from '../../examples/example.ts';
import { parsePlan } from '../../functions/domain/plan/parse-plan.ts';
import { phasesOf } from '../../functions/domain/plan/phases.ts';

/** How many phases the drills have; each that needs a run takes the next. */
const PHASES = 8;
/** Filers of the example's roster that take part: enough for a run of several invocations at a low rate. */
const FILERS = 100;

/** The drills' roster without its last filers: each upload must bring something new. */
export function rosterWithout(filers: number): string {
  const rows = readFileSync(join(EXAMPLE_FOLDER, 'roster.csv'), 'utf8').split('\n');
  return rows.slice(0, FILERS + 1 - filers).join('\n');
}

interface DrillPhase {
  readonly id: string;
  readonly at: Temporal.Instant;
}

/** The launch that drills take place in. */
export interface DrillLaunch {
  /** `launch.json`. */
  readonly plan: string;
  /** The first rows of the example. */
  readonly roster: string;
  readonly phases: readonly DrillPhase[];
  readonly begins: Temporal.Instant;
}

interface PlanFile {
  readonly court: { readonly helpDesk: { readonly email: string } };
  readonly phases: readonly { readonly when: { readonly days: number } }[];
}

/**
 * The campaign's example, with its first phase again and again, a day apart. The last waits at its
 * time for a person's release.
 */
export function drillLaunch(): DrillLaunch {
  const given = JSON.parse(readFileSync(join(EXAMPLE_FOLDER, 'launch.json'), 'utf8')) as PlanFile;
  const [first] = given.phases;
  const phases = Array.from({ length: PHASES }, (_, index) => ({
    ...first,
    id: `drill-${index + 1}`,
    when: { ...first!.when, days: first!.when.days + index },
    ...(index + 1 === PHASES && { approval: 'by-hand' }),
  }));
  // Staff hear at once of what goes wrong.
  const staff = { urgent: [given.court.helpDesk.email] };
  const plan = JSON.stringify({ ...given, phases, staff });
  const parsed = parsePlan(plan);
  if (!parsed.ok)
    throw new Error(`Cannot drill because the plan must have no problems: ${JSON.stringify(parsed)}`);
  const timed = phasesOf(parsed.plan).map(({ id, at }) => ({ id, at: at.toInstant() }));
  return {
    plan,
    roster: rosterWithout(0),
    phases: timed,
    begins: timed[0]!.at.subtract({ minutes: 30 }),
  };
}
