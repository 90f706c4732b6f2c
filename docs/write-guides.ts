import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Campaign } from '../campaigns/campaign.ts';
import { CAMPAIGNS } from '../local/lib/campaign.ts';
import { guideOf } from './guides/guides.ts';

// `npm run guides`. A campaign's tables load without the engine, so one process writes every campaign's guide.
for (const name of CAMPAIGNS) {
  const { campaign } = (await import(`../campaigns/${name}/campaign.ts`)) as { campaign: Campaign };
  for (const [path, text] of Object.entries(guideOf(campaign))) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    process.stdout.write(`${path} is written.\n`);
  }
}
