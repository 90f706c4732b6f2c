import { execFileSync } from 'node:child_process';
import { buildAssets } from '../../assets/build.ts';
import { REGISTER } from './local/register.ts';

/** The suite reads the emails' templates and the console's assets as a deploy would: built again. */
export async function setup(): Promise<void> {
  // In a process of its own: what sets the suite up has no campaign, whatever its tests have.
  execFileSync(process.execPath, [...REGISTER, 'templates/build.ts'], { stdio: 'inherit' });
  await buildAssets();
}
