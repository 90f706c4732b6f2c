import { Temporal } from 'temporal-polyfill';
import type { InboxFile, InboxFiles } from '../aws/inbox-files.ts';
import type { UploadArrivals } from '../aws/upload-arrivals.ts';
import { isFolder, placeKindOf, uploadIdOf } from '../domain/upload.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/runtime.ts';

/** What finding them needs. */
interface UnreportedServices {
  readonly clock: Clock;
  readonly log: Log;
  readonly inboxFiles: InboxFiles;
  readonly arrivals: Pick<UploadArrivals, 'hasArrived' | 'requeued' | 'putRequeued'>;
}

/** S3 announces an object within seconds, and EventBridge delivers within a minute or so. */
const ANNOUNCED_WITHIN = { minutes: 10 };
/** EventBridge gives up after 24 hours. The rest is for a sweep that didn't run. */
const LOOK_BACK = { hours: 3 * 24 };
/** How long intake has to hear of a file that was queued for it. */
const INTAKE_STARTS_WITHIN = Temporal.Duration.from({ minutes: 15 });
/** Each costs one read per tick. */
const MAX_FILES = 200;

/**
 * Finds uploads whose event never reached intake, as a new bucket's first ones may not, and queues each once. One that
 * intake still hasn't heard of is an error, logged once.
 */
export async function findUnreportedUploads(services: UnreportedServices): Promise<void> {
  for (const file of await recentFiles(services)) {
    if (!(await services.arrivals.hasArrived(file))) await requeueOrReport(file, services);
  }
}

/** The newest files that should have been announced by now, oldest first: a later update builds on an earlier one. */
async function recentFiles({ clock, inboxFiles }: UnreportedServices): Promise<InboxFile[]> {
  const from = clock.now().subtract(LOOK_BACK).toString();
  const to = clock.now().subtract(ANNOUNCED_WITHIN).toString();
  const found: InboxFile[] = [];
  for await (const file of inboxFiles.list()) {
    if (isBetween(file.lastModified, { from, to }) && !isFolder(file)) found.push(file);
  }
  return found.sort(byTime).slice(-MAX_FILES);
}

async function requeueOrReport(
  file: InboxFile,
  { clock, log, inboxFiles, arrivals }: UnreportedServices,
): Promise<void> {
  const requeued = await arrivals.requeued(file);
  const now = clock.now();
  const fields = { kind: placeKindOf(file), upload: uploadIdOf(file.key) };
  if (!requeued) {
    // Recorded afterward: a crash in between queues it twice, which intake recognizes.
    await inboxFiles.requeue(file);
    await arrivals.putRequeued(file, { requeuedAt: now.toString(), reportedAt: null });
    log.info('upload-requeued', fields);
  } else if (requeued.reportedAt === null && isBy(now.subtract(INTAKE_STARTS_WITHIN), requeued.requeuedAt)) {
    await arrivals.putRequeued(file, { ...requeued, reportedAt: now.toString() });
    log.error('upload-unreported', fields);
  }
}

function isBetween(instant: string, { from, to }: { from: string; to: string }): boolean {
  return Temporal.Instant.compare(from, instant) <= 0 && Temporal.Instant.compare(instant, to) <= 0;
}

function isBy(limit: Temporal.Instant, instant: string): boolean {
  return Temporal.Instant.compare(instant, limit) <= 0;
}

function byTime(one: InboxFile, other: InboxFile): number {
  return Temporal.Instant.compare(one.lastModified, other.lastModified);
}
