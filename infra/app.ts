import { App } from 'aws-cdk-lib';
import { chooseCampaign } from '../local/lib/campaign.ts';
import { settingsFile } from './settings-file.ts';

const context = new App({ autoSynth: false }).node;
const file = settingsFile(context.tryGetContext('settings'));
const look = (key: string): string | undefined =>
  context.tryGetContext(key) ?? file?.values[key] ?? undefined;
chooseCampaign(look('campaign'));

// Loaded late: all of it belongs to the chosen campaign.
const [{ buildAssets }, { buildTemplates }, { createApp }, budgets] = await Promise.all([
  import('../assets/build.ts'),
  import('../templates/build.ts'),
  import('./crier-app.ts'),
  import('./bundle-budgets.ts'),
]);
// The bundles include the templates as they are now; a launch's own replace them.
const overrides = look('templates');
await Promise.all([buildTemplates(overrides ? { overrides } : {}), buildAssets()]);
const sizes = budgets.bundleSizes(createApp({ file }).synth());
// To the error output: the CDK command prints templates to the other.
if (sizes.length > 0) console.error(budgets.sizesTable(sizes));
budgets.requireBudgets(sizes);
