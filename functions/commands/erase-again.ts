import { type Erasure, isRestored } from '../domain/erasure.ts';
import { filerPlaces, mayEraseNow } from './erase.ts';
import { eraseFiler } from './erase-filer.ts';
import type { EraseServices } from './erase-services.ts';

/**
 * Resumes interrupted erasures, and repeats erasures whose data came back with a restore.
 * @param hasTime Whether there is time for another erasure.
 * @returns the ids of the filers erased by this call.
 */
export async function eraseAgain(services: EraseServices, hasTime: () => boolean): Promise<string[]> {
  const erased: string[] = [];
  const all = await services.erasures.all();
  const isOpen = ({ finishedAt }: Erasure) => finishedAt === null;
  // To look for restored data of all the others may take longer than there is time: a person waits for the open ones.
  for (const erasure of [...all.filter(isOpen), ...all.filter((one) => !isOpen(one))]) {
    if (!hasTime()) break;
    if (erasure.finishedAt !== null && !(await cameBack(erasure, services))) continue;
    if (!(await mayEraseNow(erasure.filerId, services)).erase) {
      services.log.info('erasure-waits', { filer: erasure.filerId });
      continue;
    }
    const { finishedAt } = await eraseFiler(erasure, services);
    if (finishedAt !== null) erased.push(erasure.filerId);
  }
  return erased;
}

async function cameBack(erasure: Erasure, services: EraseServices): Promise<boolean> {
  const found = await filerPlaces(erasure.filerId, services);
  const versions = (await services.roster.versions()).filter((one) => found.versions.includes(one.version));
  const runs = (await services.runs.runs()).filter(({ runId }) => found.runs.includes(runId));
  const calls = await services.calls.ofFiler(erasure.filerId);
  return isRestored(erasure, [
    ...calls.map(({ at }) => at),
    ...versions.map(({ uploadedAt }) => uploadedAt),
    ...runs.map(({ decidedAt }) => decidedAt),
  ]);
}
