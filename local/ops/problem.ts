import type { z } from 'zod';
import type { OpsInput } from './arguments.ts';

/** Where the ids stand that a command asks for. */
export const RUN_IDS = 'Ids of runs: npm run ops -- runs';
export const FILER_IDS =
  'Ids of filers: npm run ops -- attention, the column filer_id of npm run ops -- phone-list, or the address of a filer’s page in the console';
const PHASE_IDS = 'Ids of phases: the launch plan, or the page Phases in the console';

/** Parts of an act, as its command names them. */
const OPTIONS: Readonly<Record<string, string>> = {
  scope: '--run',
  runId: '--run',
  filerId: '--filer',
  phaseId: '--phase',
  by: '--by',
  why: '--why',
  reason: '--reason',
  queue: '--queue',
  limit: '--limit',
  before: '--before',
};

const IDS: Readonly<Record<string, string>> = {
  scope: RUN_IDS,
  runId: RUN_IDS,
  filerId: FILER_IDS,
  phaseId: PHASE_IDS,
};

/** What is wrong with a command, in the words of its options, and where to find what is right. */
export function opsProblem(
  given: OpsInput,
  { issues }: z.ZodError,
): { readonly message: string; readonly details: readonly string[] } {
  const values = given as Readonly<Record<string, unknown>>;
  const problems = issues.map(({ path, message }) => {
    const [part] = path.map(String);
    if (part === undefined) return eitherOr(values);
    const option = given.act === 'show' && part === 'filerId' ? 'FILER' : (OPTIONS[part] ?? part);
    return `${option} ${expected(part, message)}: it is ${found(values[part])}`;
  });
  const places = issues.flatMap(({ path }) => IDS[String(path[0])] ?? []);
  return {
    message: `Cannot ${given.act} because ${problems.join('; ')}`,
    details: [...new Set(places), `Its options: npm run ops -- ${given.act} --help`],
  };
}

/** Of the console and of other callers a scope may be `all`; here that is an option of its own. */
function expected(part: string, message: string): string {
  return part === 'scope' ? 'must be the id of a run, such as notice-1_20180724T130000Z' : message;
}

function found(value: unknown): string {
  if (typeof value === 'string' && value.trim() === '') return 'empty';
  return Number.isNaN(value) ? 'no number' : String(value);
}

/** The one rule for two parts at once: whom to retry. */
function eitherOr({ filerId }: Readonly<Record<string, unknown>>): string {
  const which = filerId === undefined ? 'neither is' : 'both are';
  return `either --filer ID for one filer or --all for every one must be given: ${which}`;
}
