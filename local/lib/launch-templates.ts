import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildTemplates } from '../../templates/build.ts';
import { UserError } from './user-error.ts';

/** What to build them for. */
interface LaunchTemplates {
  /** What the command does: `rehearse`. */
  readonly verb: string;
  /** The plan's; where it can't be read, the build's own. */
  readonly linkDomains?: readonly string[] | undefined;
}

/**
 * Checks the campaign and builds the templates of a launch's emails: its own where `templates/` lies beside its plan.
 * @param planFile `null`: it has no plan yet
 * @throws UserError with every problem by file
 */
export async function buildLaunchTemplates(
  planFile: string | null,
  { verb, linkDomains }: LaunchTemplates,
): Promise<void> {
  const overrides = planFile === null ? null : join(dirname(planFile), 'templates');
  try {
    await buildTemplates({
      ...(overrides !== null && existsSync(overrides) && { overrides }),
      ...(linkDomains && { linkDomains }),
    });
  } catch (error) {
    throw new UserError(`Cannot ${verb} because the templates must be right`, [(error as Error).message]);
  }
}
