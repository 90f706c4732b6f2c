import { actorLabel, personIds } from '../../../domain/actor.ts';
import { placeOf, type SectionPlace } from '../../../domain/plan/section-texts.ts';
import type { StoredPlan } from '../../../domain/plan/stored-plan.ts';
import type { ConsoleServices } from '../../services.ts';

/** A plan that changed a section's text. */
export interface TextChange {
  readonly version: string;
  /** Instant, ISO 8601 in UTC. */
  readonly uploadedAt: string;
  readonly by: string;
  /** `null`: the built-in text. */
  readonly text: string | null;
}

/** Older plans are in the plan's own history. */
const MAX_PLANS = 20;

/** Which of the latest plans changed the text that a message shows in a section; the newest first. */
export async function textHistory(
  place: SectionPlace,
  { plans, sessions }: Pick<ConsoleServices, 'plans' | 'sessions'>,
): Promise<TextChange[]> {
  const { plans: found } = await plans.page({ limit: MAX_PLANS });
  const changed = found.filter((stored, index) => {
    const before = found[index + 1];
    return textIn(stored, place) !== (before ? textIn(before, place) : null);
  });
  const names = await sessions.names(personIds(changed));
  return changed.map((stored) => ({
    version: stored.version,
    uploadedAt: stored.uploadedAt,
    by: actorLabel(stored.by, names),
    text: textIn(stored, place),
  }));
}

function textIn({ plan: { sectionTexts = {} } }: StoredPlan, place: SectionPlace): string | null {
  const texts = [placeOf(place), place.section].map((name) => sectionTexts[name]?.text);
  return texts.find((text) => text !== undefined) ?? null;
}
