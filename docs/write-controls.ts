import { writeFileSync } from 'node:fs';
import { chooseCampaign } from '../local/lib/campaign.ts';

// `npm run controls`. The templates' resources are the same under every campaign.
chooseCampaign(undefined);
const [{ controlsPage, PAGE }, { ruleResults }, { checkedApps }] = await Promise.all([
  import('./controls/controls-page.ts'),
  import('./controls/rule-results.ts'),
  import('./controls/checked-apps.ts'),
]);
writeFileSync(PAGE, controlsPage(ruleResults(checkedApps())));
process.stdout.write(`${PAGE} is written.\n`);
