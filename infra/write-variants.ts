import { join } from 'node:path';
import { chooseCampaign, takeCampaign } from '../local/lib/campaign.ts';

chooseCampaign(takeCampaign(process.argv));
const [{ createApp }, { VARIANTS }] = await Promise.all([import('./crier-app.ts'), import('./variants.ts')]);

// Checks every variant, and writes its templates without the functions' bundles for linters to read.
const folder = process.argv[2] ?? 'out/variants';
for (const [name, settings] of Object.entries(VARIANTS)) {
  createApp({ ...settings, bundle: false, outdir: join(folder, name) }).synth();
  console.log(join(folder, name));
}
