import type { Actor } from '../actor.ts';
import type { Plan } from '../plan/plan.ts';

/** Who uploaded the active plan and roster; `null`: there is none. */
export interface Uploaders {
  readonly plan: Actor;
  readonly roster: Actor | null;
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
  if (isPerson(uploaders.plan, by)) return { release: false, reason: 'uploaded-plan' };
  if (isPerson(uploaders.roster, by)) return { release: false, reason: 'uploaded-roster' };
  if (uploaders.plan.kind !== 'person' || uploaders.roster?.kind !== 'person') {
    return { release: false, reason: 'uploader-unknown' };
  }
  return { release: true };
}

function isPerson(actor: Actor | null, id: string): boolean {
  return actor?.kind === 'person' && actor.id === id;
}
