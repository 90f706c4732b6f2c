import type { Campaign } from '../../campaigns/campaign.ts';
import { columnsGuide } from './columns.ts';
import { planGuide } from './plan.ts';
import { statesGuide } from './states.ts';

/** The guide to a campaign by the paths of its pages, made from the campaign's tables alone. */
export function guideOf(campaign: Campaign): Readonly<Record<string, string>> {
  const folder = `docs/campaigns/${campaign.name}`;
  return {
    [`${folder}/columns.md`]: columnsGuide(campaign),
    [`${folder}/states.md`]: statesGuide(campaign),
    [`${folder}/plan.md`]: planGuide(campaign),
  };
}
