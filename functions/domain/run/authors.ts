import { byOf, OUTSIDE } from '../actor.ts';
import type { StoredPlan } from '../plan/stored-plan.ts';
import {
  type ActivationDecision,
  type ActiveRoster,
  DECISIONS_KEPT,
  decisionAuthors,
} from '../roster/activation.ts';
import type { RosterVersion } from '../roster/roster-version.ts';
import { versionAuthors } from '../roster/version-authors.ts';
import type { Approval } from './approval-record.ts';

/** Who contributed to what would be sent. */
export interface Authors {
  /** Sign-in ids, and `outside the console` where it isn't known who; each once. */
  readonly ids: readonly string[];
  /** Part of what is active was uploaded outside the console, so its author could be anyone. */
  readonly hasUnknown: boolean;
}

/** What shows who contributed. */
export interface Contributions {
  /** Every plan that was ever active, in any order, or those since the approval. */
  readonly plans: readonly Pick<StoredPlan, 'version' | 'by' | 'editors'>[];
  readonly planVersion: string;
  readonly roster: Pick<RosterVersion, 'authors' | 'by' | 'kind'>;
  readonly active: Pick<ActiveRoster, 'decisions' | 'dropped'>;
}

/** The `20180701T130000Z` of a version id: uploads within one second have no order. */
const secondOf = (version: string) => version.slice(0, 16);

/** Whether a plan may have become active after the one that was approved. */
export function isSince(version: string, { planVersion }: Pick<Approval, 'planVersion'>): boolean {
  return version !== planVersion && secondOf(version) >= secondOf(planVersion);
}

/**
 * Everyone who contributed to the plan or the roster since a phase was last approved, by an upload or a decision. A
 * later contribution removes no earlier author.
 * @param since `null`: the phase was never approved
 */
export function authorsOf(
  { plans, planVersion, roster, active }: Contributions,
  since: Pick<Approval, 'planVersion' | 'rosterVersion' | 'rosterRevision'> | null,
): Authors {
  const newPlans = plans.filter(({ version }) => !since || isSince(version, since));
  const decisions = active.decisions.filter(
    ({ action, revision = 0 }) => action === 'activate' && revision > (since?.rosterRevision ?? -1),
  );
  const isDropped = active.dropped !== undefined && active.dropped.revision > (since?.rosterRevision ?? -1);
  const isNewRoster = decisions.length > 0 || isDropped || !since;
  const deciders = [...(isDropped ? active.dropped.authors : []), ...decisions.flatMap(decisionAuthors)];
  const current = plans.find(({ version }) => version === planVersion);
  const uploaders = versionAuthors(roster);
  const ofRoster = [...deciders, ...(isNewRoster ? uploaders : [])];
  const isNewPlan = newPlans.some(({ version }) => version === planVersion);
  const hasUnknown =
    isCut(active, since) ||
    (isNewPlan && current?.by.kind !== 'person') ||
    (isNewRoster && (uploaders.includes(OUTSIDE) || isFromOutside(decisions.at(-1))));
  const ofPlans = newPlans.flatMap(({ by, editors = [] }) => [byOf(by), ...editors]);
  return { ids: [...new Set([...ofPlans, ...ofRoster])], hasUnknown };
}

/** Whether earlier code dropped decisions without keeping who made them. */
function isCut(
  { decisions: [oldest, ...more], dropped }: Contributions['active'],
  since: Pick<Approval, 'rosterRevision'> | null,
): boolean {
  if (!oldest || dropped || more.length + 1 < DECISIONS_KEPT) return false;
  // Decisions without a revision are older than any approval. The first of a launch makes revision 1.
  if (oldest.revision === undefined) return since === null;
  return oldest.revision > Math.max(1, since?.rosterRevision ?? 0);
}

function isFromOutside(decision: ActivationDecision | undefined): boolean {
  return decision !== undefined && decision.by !== 'intake' && decision.by.kind === 'outside';
}
