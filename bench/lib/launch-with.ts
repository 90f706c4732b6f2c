import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { virtualClock } from '../../local/cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../../local/cloud/cloud.ts';
import { writeRosterFile } from '../roster/file.ts';

/** The example's launch with a made-up roster of so many rows, an hour before its first notice. */
export async function launchWith(rows: number): Promise<Cloud> {
  const cloud = await startCloud({ clock: virtualClock('2018-07-24T12:00:00Z') });
  await cloud.put('inbox/launch/launch.json', readFileSync('examples/nysb-2018/launch.json'));
  await cloud.settle();
  const folder = await mkdtemp(join(tmpdir(), 'crier-bench-'));
  await writeRosterFile(join(folder, 'roster.csv'), rows);
  await cloud.put('inbox/roster/roster.csv', readFileSync(join(folder, 'roster.csv')));
  await rm(folder, { recursive: true });
  await cloud.settle();
  return cloud;
}
