import { globSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { UserError } from './user-error.ts';

const ROOT = join(import.meta.dirname, '../..');
/** By it a campaign is chosen where there is no command line; child processes inherit it. */
const VARIABLE = 'CRIER_CAMPAIGN';
const OPTION = '--campaign';

/** By the condition, the file that `#campaign` is. */
const TARGETS: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  .imports['#campaign'];

/** The campaign that runs where none is chosen. */
export const DEFAULT_CAMPAIGN = TARGETS.default!.split('/').at(-2)!;

/** Every campaign there is, the default one first: the folders of campaigns/ with such a file. */
export const CAMPAIGNS: readonly string[] = globSync('campaigns/*/campaign.ts', { cwd: ROOT })
  .map((path) => basename(dirname(path)))
  .toSorted((one, other) => Number(other === DEFAULT_CAMPAIGN) - Number(one === DEFAULT_CAMPAIGN));

/**
 * The campaign to run, by name or as the environment says.
 * @throws UserError when there is none of that name, or package.json doesn't name it.
 */
export function campaignNamed(name = process.env[VARIABLE] || DEFAULT_CAMPAIGN): string {
  if (!CAMPAIGNS.includes(name))
    throw new UserError(
      `Cannot choose the campaign ${JSON.stringify(name)} because it must be one of campaigns/: ${CAMPAIGNS.join(', ')}`,
    );
  if ((TARGETS[name] ?? TARGETS.default) !== `./campaigns/${name}/campaign.ts`)
    throw new UserError(
      `Cannot choose the campaign ${name} because package.json must name it under "imports": see docs/campaigns.md`,
    );
  return name;
}

/**
 * Makes `#campaign` and `#templates` those of a campaign, in this process and in those that it starts. Must come
 * before anything imports them.
 * @throws UserError when it can't be chosen.
 */
export function chooseCampaign(asked?: string): string {
  const name = campaignNamed(asked);
  process.env[VARIABLE] = name;
  registerHooks({
    resolve: (specifier, context, next) =>
      next(
        specifier,
        specifier.startsWith('#') ? { ...context, conditions: [...context.conditions, name] } : context,
      ),
  });
  return name;
}

/**
 * Takes `--campaign NAME` off a command line, so that no command needs to know it.
 * @throws UserError when the name is missing.
 */
export function takeCampaign(argv: string[]): string | undefined {
  const at = argv.findIndex((word) => word === OPTION || word.startsWith(`${OPTION}=`));
  if (at < 0) return undefined;
  const [word, next] = argv.splice(at, argv[at] === OPTION ? 2 : 1);
  const name = word === OPTION ? next : word!.slice(OPTION.length + 1);
  if (name) return name;
  throw new UserError(`Cannot choose the campaign because ${OPTION} must name one: ${CAMPAIGNS.join(', ')}`);
}

/** The option's line in the help of a command. @param width where its words begin */
export function campaignHelp(width: number): string {
  const names = CAMPAIGNS.map((name) => (name === DEFAULT_CAMPAIGN ? `${name} (the default)` : name));
  return `${`  ${OPTION} NAME`.padEnd(width)}the change that it is about: ${names.join(', ')}`;
}
