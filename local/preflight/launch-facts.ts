import { fileURLToPath } from 'node:url';
import type { App } from 'aws-cdk-lib';
import { Temporal } from 'temporal-polyfill';
import { campaign } from '#campaign';
import { buildAssets } from '../../assets/build.ts';
import { checkPlan } from '../../functions/email/check-plan.ts';
import { concurrencyNeeded } from '../../infra/concurrency.ts';
import { createApp } from '../../infra/crier-app.ts';
import { type Settings, settingsFrom } from '../../infra/settings.ts';
import { type SettingsFile, settingsFile } from '../../infra/settings-file.ts';
import { buildTemplates } from '../../templates/build.ts';
import { checkFile } from '../check/file.ts';
import { DEFAULT_CAMPAIGN } from '../lib/campaign.ts';
import { PLAN_FILE, readInput } from '../lib/read-input.ts';
import { UserError } from '../lib/user-error.ts';
import type { PreflightArguments } from './arguments.ts';
import type { Template, Templates } from './compare-templates.ts';
import type { LaunchFacts } from './facts.ts';
import { senderDomain } from './sender-checks.ts';
import { tableShapes } from './table-checks.ts';

/** Where CDK's command line puts templates and bundles. */
const CDK_OUT = fileURLToPath(new URL('../../cdk.out', import.meta.url));

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
 * What the launch needs of its account, and what this checkout would deploy.
 * @param maxSendRate SES's, in emails a second.
 * @param isDeployed Whether there is something to compare this checkout with.
 * @throws UserError when roster or settings can't be used.
 */
export async function launchFacts(
  plan: LaunchFacts['plan'],
  { given, maxSendRate, isDeployed }: { given: PreflightArguments; maxSendRate: number; isDeployed: boolean },
): Promise<LaunchFacts> {
  const file = fileOf(given);
  const settings = settingsOf(plan, file);
  return {
    plan,
    settings: file && settings,
    built: file && isDeployed ? await build(settings) : null,
    phases: given.roster === undefined ? null : await forecast(given.roster, { given, maxSendRate }),
    ...needsOf(settings),
    now: Temporal.Now.instant().toString(),
  };
}

/** The templates as `npx cdk deploy` makes them, and in its folder: a bundle's map of sources holds the paths from there. */
async function build(settings: Settings): Promise<Templates> {
  const { templates: overrides } = settings;
  await Promise.all([buildTemplates(overrides ? { overrides } : {}), buildAssets()]);
  return templatesOf(createApp({ ...settings, check: false, outdir: CDK_OUT }));
}

function templatesOf(app: App): Templates {
  const { stacks } = app.synth();
  const template = (id: string): Template => stacks.find((stack) => stack.id === id)!.template;
  return { data: template('Data'), pipeline: template('Pipeline') };
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

/** The settings file, where there is one. @throws UserError when it is wrong, or for another campaign. */
function fileOf({ settings }: PreflightArguments): SettingsFile | null {
  const file = usable(() => settingsFile(settings));
  const wanted = file?.values.campaign ?? DEFAULT_CAMPAIGN;
  if (!file || wanted === campaign.name) return file;
  throw new UserError(`Cannot check ${campaign.name} because ${file.path} is for the campaign ${wanted}`, [
    `Name it: --campaign ${wanted}`,
  ]);
}

/** The settings to deploy with. @throws UserError when they are wrong. */
export function readSettings(plan: LaunchFacts['plan'], given: PreflightArguments): Settings {
  return settingsOf(plan, fileOf(given));
}

/** The settings to deploy with; without a file, what the plan says and the defaults. @throws UserError when wrong. */
function settingsOf(plan: LaunchFacts['plan'], file: SettingsFile | null): Settings {
  const given: Record<string, string> = file
    ? {}
    : { name: plan.name, sender: senderDomain(plan), campaign: campaign.name };
  return usable(() => settingsFrom((key) => given[key], file));
}

function usable<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw new UserError((error as Error).message);
  }
}

function needsOf(settings: Settings): Pick<LaunchFacts, 'functionsNeeded' | 'tables'> {
  const { data, pipeline } = templatesOf(createApp({ ...settings, bundle: false, check: false }));
  return { functionsNeeded: concurrencyNeeded(pipeline), tables: tableShapes(data) };
}
