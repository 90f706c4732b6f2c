import type { Plan } from '../plan/plan.ts';

/** Ids of the people who uploaded what is in force; `null` for what came in past the console: nobody is known. */
export interface Uploaders {
  readonly plan: string | null;
  readonly roster: string | null;
}

export type ReleaseDecision =
  | { readonly release: true }
  | { readonly release: false; readonly reason: 'uploaded-plan' | 'uploaded-roster' | 'uploader-unknown' };

/**
 * Whether somebody may release a phase. With `fourEyes` two people stand behind every email: one uploads, another
 * releases. Fails closed: an upload by nobody known may have been anybody's.
 */
export function mayRelease(
  { fourEyes }: Pick<Plan, 'fourEyes'>,
  { by, uploaders }: { readonly by: string; readonly uploaders: Uploaders },
): ReleaseDecision {
  if (!fourEyes) return { release: true };
  if (uploaders.plan === by) return { release: false, reason: 'uploaded-plan' };
  if (uploaders.roster === by) return { release: false, reason: 'uploaded-roster' };
  if (uploaders.plan === null || uploaders.roster === null) {
    return { release: false, reason: 'uploader-unknown' };
  }
  return { release: true };
}
