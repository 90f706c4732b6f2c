import { type Erasure, isErasable, type OpenErasure, opened } from '../domain/erasure.ts';
import { newSalt } from './erase.ts';
import { eraseAddresses } from './erase-addresses.ts';
import { eraseRows } from './erase-rows.ts';
import type { EraseServices } from './erase-services.ts';

/**
 * Erases a person everywhere, as recorded. Every step is safe to repeat: an interrupted erasure resumes from the record.
 * If a run begins meanwhile, the rest waits. Only under the lock for the work of Erase.
 * @returns the record as it is then: finished, or still open.
 */
export async function eraseFiler(recorded: Erasure, services: EraseServices): Promise<Erasure> {
  const { erasures, log } = services;
  const erasure = opened(recorded, newSalt);
  // The salt first: a repeat after a crash must give the same tombstones.
  if (erasure !== recorded) await erasures.put(erasure);
  await eraseAddresses(erasure, services);
  await services.eraseCalls(erasure.filerId, (at) => isErasable(erasure, at));
  await services.oneOffs.eraseFiler(erasure.filerId);
  const rows = await eraseRows(erasure, services);
  const done = { versions: rows.versions, runs: 0, files: 0 };
  const runs = rows.waits ? null : await eraseInRuns(erasure, services);
  if (runs === null) {
    log.info('erasure-waits', { filer: erasure.filerId });
    const waiting = { ...erasure, counts: sumOf(erasure.counts, done) };
    await putUnlessRenewed(waiting, services);
    return waiting;
  }
  const files = await services.removeFiles();
  await services.removeSearches();
  return finish(erasure, { done: { ...done, runs, files }, services });
}

async function finish(
  erasure: OpenErasure,
  { done, services }: { done: Erasure['counts']; services: EraseServices },
): Promise<Erasure> {
  const { salt: _, ...record } = erasure;
  const finishedAt = services.clock.now().toString();
  const counts = sumOf(erasure.counts, done);
  const finished = { ...record, finishedAt, until: erasure.until ?? finishedAt, counts };
  services.log.info('person-erased', { filer: erasure.filerId, ...done });
  return (await putUnlessRenewed(finished, services)) ? finished : { ...finished, finishedAt: null };
}

/** A new request that came meanwhile stays, and is done next. */
async function putUnlessRenewed(
  erasure: Erasure,
  { erasures }: Pick<EraseServices, 'erasures'>,
): Promise<boolean> {
  const stored = await erasures.find(erasure.filerId);
  if (stored && stored.requestedAt !== erasure.requestedAt) return false;
  await erasures.put(erasure);
  return true;
}

/** @returns how many runs had the filer; `null` if one is under way. */
async function eraseInRuns(
  erasure: OpenErasure,
  { runs, eraseSends }: Pick<EraseServices, 'runs' | 'eraseSends'>,
): Promise<number | null> {
  const all = await runs.runs();
  if (all.some(({ completedAt }) => completedAt === undefined)) return null;
  let erased = 0;
  for (const run of all) {
    if (isErasable(erasure, run.decidedAt) && (await eraseSends(run, erasure))) erased++;
  }
  return erased;
}

function sumOf(one: Erasure['counts'], other: Erasure['counts']): Erasure['counts'] {
  return {
    versions: one.versions + other.versions,
    runs: one.runs + other.runs,
    files: one.files + other.files,
  };
}
