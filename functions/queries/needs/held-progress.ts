import type { Temporal } from 'temporal-polyfill';
import { campaign } from '#campaign';
import { versionStatus } from '../../domain/roster/version-status.ts';
import { hasFreshProgress } from '../../domain/run/may-start.ts';
import type { NeedFacts } from './need.ts';

/**
 * The held upload that brings the progress which a phase lacks: then the upload needs a decision, not another upload.
 * `null`: there is none. @param at When the phase is to start.
 */
export function heldProgress(
  { plan, versions, active }: Pick<NeedFacts, 'plan' | 'versions' | 'active'>,
  at: Temporal.Instant,
): { text: string; href: string; action: string } | null {
  const held = versions.find(
    (version) =>
      versionStatus(version, { active, later: versions }) === 'held' && hasFreshProgress(plan, version, at),
  );
  if (!held) return null;
  const what = held.kind === 'update' ? 'update' : 'roster';
  return {
    text: `Your ${what} with newer ${campaign.progress.label} is held. Decide on it, and the ${campaign.progress.label} counts.`,
    href: `/roster/versions/${held.version}`,
    action: `Decide on the ${what}`,
  };
}
