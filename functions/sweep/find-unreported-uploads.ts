import { Temporal } from 'temporal-polyfill';
import type { InboxFile, InboxFiles } from '../aws/inbox-files.ts';
import type { SendGate } from '../aws/send-gate.ts';
import {
  arrivalId,
  type RequeuedUpload,
  type UnreportedUpload,
  type UploadArrivals,
} from '../aws/upload-arrivals.ts';
import { isFolder, placeKindOf, uploadIdOf } from '../domain/upload.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/runtime.ts';

/** What finding them needs. */
interface UnreportedServices {
  readonly clock: Clock;
  readonly log: Log;
  readonly gate: Pick<SendGate, 'read'>;
  readonly inboxFiles: InboxFiles;
  readonly arrivals: Omit<UploadArrivals, 'note'>;
}

/** S3 announces an object within seconds, and EventBridge delivers within a minute or so. */
const ANNOUNCED_WITHIN = { minutes: 10 };
/** EventBridge gives up after 24 hours. The rest is for a sweep that didn't run. */
const LOOK_BACK = { hours: 3 * 24 };
/**
 * How long intake has to hear of a file that was queued for it. Two files are read at once, for up to 15 minutes each:
 * one that waits behind two large rosters isn't lost.
 */
const INTAKE_STARTS_WITHIN = { minutes: 30 };
/** Each costs one read per tick. */
const MAX_FILES = 200;

/**
 * Finds uploads whose event never reached intake, as a new bucket's first ones may not, and queues each once. One that
 * intake still hasn't heard of is an error, logged once, and people are told about it until it is settled.
 */
export async function findUnreportedUploads(services: UnreportedServices): Promise<void> {
  const listed = await Array.fromAsync(services.inboxFiles.list());
  const files = listed.filter((file) => !isFolder(file));
  for (const file of await recentFiles(files, services)) {
    if (!(await services.arrivals.hasArrived(file))) await requeueOrReport(file, services);
  }
  for (const upload of await services.arrivals.unreported()) {
    if (await isSettled(upload, { files, services })) await services.arrivals.settle(upload.id);
  }
}

/** The newest files that should have been announced by now, oldest first: a later update builds on an earlier one. */
async function recentFiles(
  files: readonly InboxFile[],
  { clock, gate }: Pick<UnreportedServices, 'clock' | 'gate'>,
): Promise<InboxFile[]> {
  const { restoredAt = Number.NEGATIVE_INFINITY } = await gate.read();
  const from = clock.now().subtract(LOOK_BACK).epochMilliseconds;
  const to = clock.now().subtract(ANNOUNCED_WITHIN).epochMilliseconds;
  // Restored tables lack which files had come in, from whom, and what was decided: a person uploads them again.
  const isMissed = (at: number) => from <= at && at <= to && at > restoredAt;
  return files
    .filter(({ lastModified }) => isMissed(Date.parse(lastModified)))
    .sort((one, other) => Date.parse(one.lastModified) - Date.parse(other.lastModified))
    .slice(-MAX_FILES);
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
  } else if (requeued.reportedAt === null && isOverdue(requeued, now)) {
    await arrivals.putRequeued(file, { ...requeued, reportedAt: now.toString() });
    log.error('upload-unreported', fields);
  }
}

function isOverdue({ requeuedAt }: RequeuedUpload, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(requeuedAt, now.subtract(INTAKE_STARTS_WITHIN)) <= 0;
}

/**
 * Whether an upload of which people were told is over: its file is gone, or a later one of its kind has come in. An
 * update changes only the filers that it names, so it makes up for a lost one only if people knew of that.
 */
async function isSettled(
  { id, kind, reportedAt }: UnreportedUpload,
  { files, services: { arrivals } }: { files: readonly InboxFile[]; services: UnreportedServices },
): Promise<boolean> {
  const own = files.find((file) => arrivalId(file) === id);
  if (!own) return true;
  const since = Date.parse(kind === 'update' ? reportedAt : own.lastModified);
  for (const file of files) {
    const isLater = placeKindOf(file) === kind && Date.parse(file.lastModified) > since;
    if (isLater && (await arrivals.hasArrived(file))) return true;
  }
  return false;
}
