import { buildTemplates } from '../templates/build.ts';

/** The suite reads the emails' templates as a deploy would: built anew. */
export async function setup(): Promise<void> {
  await buildTemplates();
}
