import { Temporal } from 'temporal-polyfill';
import { phasesOf } from '../../functions/domain/plan/phases.ts';
import {
  type PhaseSchedule,
  phaseSchedule,
  scheduleSteps,
} from '../../functions/domain/run/phase-schedule.ts';
import type { FoundSchedule, LaunchFacts } from './facts.ts';
import { later, missing, notChecked, ok, type Saying } from './finding.ts';
import { comingPhases } from './launch-checks.ts';

/** The version of the uploaded plan isn't known here, and isn't compared. */
const ANY_VERSION = '';
const ASK_STACKS = 'Run preflight again once the stacks can be checked: see Stacks';
const UPLOAD = 'Upload the plan again: that sets every schedule';

/**
 * Whether each upcoming phase has a schedule that starts it at the plan's time, and no other schedule exists.
 * @param startPhase Name of the function that they must call; `null`: not known.
 */
export function schedules(
  found: readonly FoundSchedule[] | null,
  { launch, startPhase }: { readonly launch: LaunchFacts; readonly startPhase: string | null },
): Saying {
  if (!found)
    return missing('the launch has no schedule group', 'npx cdk deploy --all, then upload the plan again');
  const coming = comingPhases(launch);
  const isBegun = coming.length < phasesOf(launch.plan).length;
  if (found.length === 0 && coming.length > 0 && !isBegun)
    return later('none yet: no plan has been uploaded', 'Upload the plan');
  const wrong = coming.flatMap((phase) => {
    const one = found.find(({ name }) => name === phase.id);
    const faults = one
      ? faultsOf(one, { wanted: phaseSchedule(phase, ANY_VERSION), startPhase })
      : ['has none'];
    return faults.map((fault) => `${phase.id} ${fault}`);
  });
  wrong.push(...surplus(found, launch).map((name) => `${name} is not an upcoming phase`));
  if (wrong.length > 0) return missing(wrong.join('; '), UPLOAD);
  if (coming.length === 0) return ok('there is no upcoming phase and no schedule');
  const fine = `each of the ${coming.length} upcoming phases has one, at the right time`;
  if (startPhase !== null) return ok(fine);
  return notChecked(
    `${fine}; whether they call StartPhase isn't known, since the stacks don't name it`,
    ASK_STACKS,
  );
}

function faultsOf(
  { expression, zone, state, target, input }: FoundSchedule,
  { wanted, startPhase }: { readonly wanted: PhaseSchedule; readonly startPhase: string | null },
): string[] {
  const faults: string[] = [];
  if (expression !== wanted.expression || zone !== wanted.zone)
    faults.push(`is set for ${expression} in ${zone}, the plan says ${wanted.expression} in ${wanted.zone}`);
  if (state !== 'ENABLED') faults.push(`is ${state}`);
  if (startPhase !== null && !target.endsWith(`:function:${startPhase}`))
    faults.push('calls something other than StartPhase');
  if (!callsPhase(input, wanted)) faults.push('starts another phase, or at another time');
  return faults;
}

function callsPhase(input: string, { call }: PhaseSchedule): boolean {
  try {
    const { phaseId, scheduledFor } = JSON.parse(input);
    return phaseId === call.phaseId && scheduledFor === call.scheduledFor;
  } catch {
    return false;
  }
}

/** Schedules that setting them again would remove; one that is calling right now removes itself. */
function surplus(found: readonly FoundSchedule[], { plan, now }: LaunchFacts): string[] {
  const listed = new Set(found.map(({ name }) => name));
  const steps = scheduleSteps({ plan, version: ANY_VERSION }, { listed, now: Temporal.Instant.from(now) });
  return steps.flatMap((step) => (step.do === 'remove' && step.unless === null ? [step.name] : []));
}
