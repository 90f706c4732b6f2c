import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { CAMPAIGNS } from '../local/lib/campaign.ts';

// `npm run build:templates`. A process has one campaign, so each is built in one of its own.
const cwd = join(import.meta.dirname, '..');
for (const name of CAMPAIGNS) {
  const args = ['--import', './local/lib/register.ts', 'templates/build.ts', '--campaign', name];
  const { status } = spawnSync(process.execPath, args, { cwd, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
