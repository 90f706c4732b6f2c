import type { Person } from '../../domain/person.ts';
import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import { mayRelease, type Uploaders } from '../../domain/run/four-eyes.ts';
import type { ConsoleServices } from '../services.ts';

/** Loads who uploaded the active plan and roster. */
export async function loadUploaders(
  current: CurrentPlan,
  { roster }: Pick<ConsoleServices, 'roster'>,
): Promise<Uploaders> {
  const active = await roster.activeVersion();
  return { plan: current.by, roster: active?.by ?? null };
}

const WHY = {
  'uploaded-plan':
    'This launch asks for four eyes, and you uploaded the plan in force. Another clerk must release it.',
  'uploaded-roster':
    'This launch asks for four eyes, and you uploaded the roster in force. Another clerk must release it.',
  'uploader-unknown':
    'This launch asks for four eyes, and of the plan or the roster in force nobody knows who uploaded it: ' +
    'it came in past the console. A clerk must upload it here, and another one release.',
} as const;

/** Why this person may not release a phase; `null`: they may. */
export function whyNotYou(
  { plan }: CurrentPlan,
  { person, uploaders }: { person: Pick<Person, 'id'>; uploaders: Uploaders },
): string | null {
  const decision = mayRelease(plan, { by: person.id, uploaders });
  return decision.release ? null : WHY[decision.reason];
}
