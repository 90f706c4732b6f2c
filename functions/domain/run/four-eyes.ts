import type { Plan } from '../plan/plan.ts';

/**
 * Ids of the people who uploaded the active plan and roster; `null`: outside the console, so it isn't known who did.
 */
export interface Uploaders {
  readonly plan: string | null;
  readonly roster: string | null;
}

/** Whether a person may release a phase, or why not. */
type ReleaseDecision =
  | { readonly release: true }
  | { readonly release: false; readonly reason: 'uploaded-plan' | 'uploaded-roster' | 'uploader-unknown' };

/**
 * Decides whether a person may release a phase. With `fourEyes` every email takes two people: one uploads, another
 * releases. Fails closed: an upload by an unknown person may have been this one's.
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
