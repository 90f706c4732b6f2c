import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Campaign } from '../../campaigns/campaign.ts';
import { guideOf } from '../../docs/guides/guides.ts';
import { CAMPAIGNS } from '../../local/lib/campaign.ts';

describe.each(CAMPAIGNS)('the guide to %s', async (name) => {
  const { campaign } = (await import(`../../campaigns/${name}/campaign.ts`)) as { campaign: Campaign };

  it.each(Object.entries(guideOf(campaign)))(
    '%s is as the tables are: if not, npm run guides',
    (path, made) => {
      expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(made);
    },
  );
});

it('there is no guide to a campaign that is gone', () => {
  const pages = globSync('docs/campaigns/*/*.md');
  expect(pages.filter((path) => !CAMPAIGNS.includes(path.split('/').at(-2)!))).toEqual([]);
});
