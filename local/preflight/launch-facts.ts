import { Temporal } from 'temporal-polyfill';
import { checkPlan } from '../../functions/email/check-plan.ts';
import { concurrencyNeeded } from '../../infra/concurrency.ts';
import { createApp } from '../../infra/crier-app.ts';
import { type Settings, settingsFrom } from '../../infra/settings.ts';
import { settingsFile } from '../../infra/settings-file.ts';
import { checkFile } from '../check/file.ts';
import { PLAN_FILE, readInput } from '../lib/read-input.ts';
import { UserError } from '../lib/user-error.ts';
import type { PreflightArguments } from './arguments.ts';
import type { LaunchFacts } from './facts.ts';
import { senderDomain } from './sender-checks.ts';

/** Reads the launch plan. @throws UserError when it can't be used. */
export function readPlan(path: string): LaunchFacts['plan'] {
  const parsed = checkPlan(readInput({ path, option: '--launch', expected: PLAN_FILE }).toString(), {});
  if (parsed.ok) return parsed.plan;
  throw new UserError(
    `Cannot use the launch plan ${path}`,
    parsed.problems.map(({ path: at, line, found, message }) => `${at} (line ${line}): ${found} ${message}`),
  );
}

/**
 * What the launch needs of its account.
 * @param maxSendRate SES's, in emails a second.
 * @throws UserError when roster or settings can't be used.
 */
export async function launchFacts(
  plan: LaunchFacts['plan'],
  { given, maxSendRate }: { readonly given: PreflightArguments; readonly maxSendRate: number },
): Promise<LaunchFacts> {
  const settings = settingsOf(plan, given);
  return {
    plan,
    settings,
    phases: given.roster === undefined ? null : await forecast(given.roster, { given, maxSendRate }),
    functionsNeeded: functionsNeeded(settings),
    now: Temporal.Now.instant().toString(),
  };
}

async function forecast(
  file: string,
  { given, maxSendRate }: { given: PreflightArguments; maxSendRate: number },
): Promise<LaunchFacts['phases']> {
  const { launch } = given;
  const nothing = { base: undefined, date: undefined, update: false, json: false, filers: false };
  const checked = await checkFile({ ...nothing, file, launch, rate: maxSendRate, allowed: {}, out: '' });
  const { refused } = checked.summary;
  if (refused === null) return checked.phases;
  throw new UserError(`Cannot use the roster ${file} because it is refused: ${refused}`);
}

/** The settings to deploy with; without a file, what the plan says and the defaults. @throws UserError when wrong. */
function settingsOf(plan: LaunchFacts['plan'], { settings }: PreflightArguments): Settings {
  try {
    const file = settingsFile(settings);
    const given: Record<string, string> = file ? {} : { name: plan.name, sender: senderDomain(plan) };
    return settingsFrom((key) => given[key], file);
  } catch (error) {
    throw new UserError((error as Error).message);
  }
}

function functionsNeeded(settings: Settings): number {
  const app = createApp({ ...settings, bundle: false, check: false });
  const { template } = app.synth().stacks.find(({ id }) => id === 'Pipeline')!;
  return concurrencyNeeded(template);
}
