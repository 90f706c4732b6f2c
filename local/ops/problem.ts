import type * as z from 'zod';
import { verbOf } from './program.ts';

/** Where ids of runs are listed. */
export const RUN_IDS = 'Ids of runs: npm run ops -- runs';
/** Where ids of filers are listed. */
export const FILER_IDS =
  'Ids of filers: npm run ops -- attention, the column filer_id of npm run ops -- phone-list, ' +
  'or the address of a filer’s page in the console';
const VERSIONS = 'Roster versions are in the upload reports and on the console’s Roster page';
const PHASE_IDS = 'Ids of phases: the launch plan, or the page Phases in the console';

/** Members of a command, by the option that gives them. */
const OPTIONS: Readonly<Record<string, string>> = {
  scope: '--run',
  runId: '--run',
  filerId: '--filer',
  phaseId: '--phase',
  version: '--roster',
  by: '--by',
  why: '--why',
  reason: '--reason',
  queue: '--queue',
  limit: '--limit',
  before: '--before',
  confirm: '--confirm',
};

const IDS: Readonly<Record<string, string>> = {
  scope: RUN_IDS,
  runId: RUN_IDS,
  filerId: FILER_IDS,
  phaseId: PHASE_IDS,
  version: VERSIONS,
};

/** What is wrong with a command, in terms of its options, and where to find what is right. */
export function opsProblem(
  given: { readonly act: string },
  { issues }: z.ZodError,
): { readonly message: string; readonly details: readonly string[] } {
  const values: Readonly<Record<string, unknown>> = { ...given };
  const problems = issues.map(({ path, message }) => {
    const [part] = path.map(String);
    if (part === undefined) return eitherOr(values);
    const option = given.act === 'show' && part === 'filerId' ? 'FILER' : (OPTIONS[part] ?? part);
    return `${option} ${expected(part, message)}: it is ${found(values[part])}`;
  });
  const places = issues.flatMap(({ path }) => IDS[String(path[0])] ?? []);
  return {
    message: `Cannot run "${verbOf(given.act)}" because ${problems.join('; ')}`,
    details: [...new Set(places), `Its options: npm run ops -- ${verbOf(given.act)} --help`],
  };
}

/** The schema allows the scope `all`, which is an option of its own here. */
function expected(part: string, message: string): string {
  return part === 'scope' ? 'must be the id of a run, such as notice-1_20180724T130000Z' : message;
}

function found(value: unknown): string {
  if (typeof value === 'string' && value.trim() === '') return 'empty';
  return Number.isNaN(value) ? 'no number' : String(value);
}

/** The one rule about two options at once: whose sends to retry. */
function eitherOr({ filerId }: Readonly<Record<string, unknown>>): string {
  const which = filerId === undefined ? 'neither is' : 'both are';
  return `either --filer ID for one filer or --all for every one must be given: ${which}`;
}
