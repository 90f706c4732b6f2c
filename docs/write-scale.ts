import { writeFileSync } from 'node:fs';
import { chooseCampaign } from '../local/lib/campaign.ts';

// `npm run scale`: docs/scale.md from simulated phases, prices and limits. With --simulate, the phases are simulated first.
chooseCampaign(undefined);
const { MEASURED_FILE, readMeasured } = await import('./scale/measured.ts');
if (process.argv.includes('--simulate')) {
  const { measure } = await import('./scale/measure.ts');
  const measured = await measure(({ filers, maxSendRate }) => {
    process.stdout.write(`${filers} filers at ${maxSendRate}/s are simulated.\n`);
  });
  writeFileSync(MEASURED_FILE, `${JSON.stringify(measured, null, 2)}\n`);
  process.stdout.write(`${MEASURED_FILE} is written.\n`);
}
const { scalePage, PAGE } = await import('./scale/scale-page.ts');
const { durationsPlot, PLOT } = await import('./scale/plots.ts');
writeFileSync(PAGE, scalePage(readMeasured()));
writeFileSync(PLOT, durationsPlot(readMeasured()));
process.stdout.write(`${PAGE} and ${PLOT} are written.\n`);
