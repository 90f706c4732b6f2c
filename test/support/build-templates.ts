import { buildAssets } from '../../assets/build.ts';
import { buildTemplates } from '../../templates/build.ts';

/** The suite reads the emails' templates and the console's assets as a deploy would: built anew. */
export async function setup(): Promise<void> {
  await Promise.all([buildTemplates(), buildAssets()]);
}
