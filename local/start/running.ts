import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { campaign } from '#campaign';
import type { Cloud } from '../cloud/cloud.ts';
import type { Endpoints } from '../cloud/endpoints.ts';
import { UserError } from '../lib/user-error.ts';

/** Where the cloud of `npm start` can be found by other commands. */
export interface RunningCloud {
  readonly pid: number;
  readonly launch: string;
  /** The name of its campaign. */
  readonly campaign: string;
  readonly bucket: string;
  readonly endpoints: Endpoints;
}

const FILE = process.env.CRIER_STATE_FILE ?? join(import.meta.dirname, '../../.crier/cloud.json');

/** Notes where this process's cloud can be found. */
export function noteRunning({ bucket, endpoints }: Cloud, launch: string): void {
  const running: RunningCloud = {
    pid: process.pid,
    launch,
    campaign: campaign.name,
    bucket,
    endpoints,
  };
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, JSON.stringify(running, null, 2));
}

/** Removes the note. */
export function forgetRunning(): void {
  rmSync(FILE, { force: true });
}

/** The cloud that is running; `null` if none is. A note whose process is gone is ignored. */
export function findRunning(): RunningCloud | null {
  try {
    const running = JSON.parse(readFileSync(FILE, 'utf8')) as RunningCloud;
    process.kill(running.pid, 0);
    return running;
  } catch {
    return null;
  }
}

/** The cloud that is running. @throws UserError when none is, or one of another campaign. */
export function requireRunning(): RunningCloud {
  const running = findRunning();
  if (!running)
    throw new UserError('Cannot find a running cloud', ['Start one in another terminal: npm start']);
  if (running.campaign !== campaign.name)
    throw new UserError(
      `Cannot talk to the running cloud because its campaign is another: ${running.campaign}`,
      [`Say it: --campaign ${running.campaign}`],
    );
  return running;
}
