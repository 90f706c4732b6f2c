import type { Services } from '../aws/services.ts';
import { type Erasure, isRestored } from '../domain/erasure.ts';
import { mailboxOf } from '../domain/filer/addresses.ts';
import type { Filer } from '../domain/filer/filer.ts';
import { addressesOf } from '../queries/suppressed.ts';
import { filerPlaces, mayEraseNow, newSalt } from './erase.ts';

/** What erasing needs. */
export type EraseServices = Pick<
  Services,
  | 'chunks'
  | 'clock'
  | 'erasures'
  | 'eraseAddress'
  | 'eraseRow'
  | 'eraseSends'
  | 'events'
  | 'log'
  | 'removeFiles'
  | 'removeSearch'
  | 'removeSearches'
  | 'roster'
  | 'runs'
  | 'sendLog'
>;

/**
 * Erases a person everywhere, as recorded. Every step is safe to repeat: an interrupted erasure resumes from the record.
 * @returns the record, finished.
 */
export async function eraseFiler(erasure: Erasure, services: EraseServices): Promise<Erasure> {
  const { filerId, salt = newSalt() } = erasure;
  const { clock, erasures, log } = services;
  await eraseAddresses(erasure, services);
  const versions = await eraseRows(filerId, services);
  const runs = await eraseInRuns({ filerId, salt }, services);
  const files = await services.removeFiles();
  await services.removeSearches();
  const { salt: _, ...record } = erasure;
  const { counts } = erasure;
  const finished: Erasure = {
    ...record,
    finishedAt: clock.now().toString(),
    counts: {
      versions: counts.versions + versions,
      runs: counts.runs + runs,
      files: counts.files + files,
    },
  };
  await erasures.put(finished);
  log.info('person-erased', { filer: filerId, versions, runs, files });
  return finished;
}

/** Runs first, because the rosters say which addresses are the filer's. Mailboxes shared with others are left alone. */
async function eraseAddresses(
  { filerId, neverMail, requestedAt }: Erasure,
  { roster, eraseAddress }: EraseServices,
): Promise<void> {
  const mailboxes = new Set<string>();
  const shared = new Set<string>();
  for (const { version } of await roster.versions()) {
    const filer = (await roster.filersById(version, [filerId])).get(filerId);
    if (!filer) continue;
    for (const mailbox of mailboxesOf(filer)) mailboxes.add(mailbox);
    if (filer.email !== null && filer.sharedAddress) shared.add(mailboxOf(filer.email));
  }
  if (neverMail) await addShared(shared, { filerId, mailboxes, roster });
  for (const mailbox of mailboxes) {
    await eraseAddress(mailbox, { neverMail: neverMail && !shared.has(mailbox), at: requestedAt });
  }
}

/** Adds the mailboxes that another filer of the active roster also has: they must still get their emails. */
async function addShared(
  shared: Set<string>,
  {
    filerId,
    mailboxes,
    roster,
  }: { filerId: string; mailboxes: ReadonlySet<string>; roster: EraseServices['roster'] },
): Promise<void> {
  const { version } = await roster.active();
  if (version === null) return;
  for await (const filer of roster.filers(version)) {
    if (filer.filerId === filerId) continue;
    for (const mailbox of mailboxesOf(filer)) if (mailboxes.has(mailbox)) shared.add(mailbox);
  }
}

function mailboxesOf(filer: Filer): string[] {
  return addressesOf(filer)
    .filter((address) => address !== '')
    .map(mailboxOf);
}

/** Removes the filer from every version and deletes those versions' search indexes; reindexes the active version. */
async function eraseRows(
  filerId: string,
  { roster, eraseRow, removeSearch, events }: EraseServices,
): Promise<number> {
  let erased = 0;
  const active = (await roster.active()).version;
  for (const { version, kind, filers, rows } of await roster.versions()) {
    if (!(await roster.filersById(version, [filerId])).has(filerId)) continue;
    await removeSearch(version, filers);
    await eraseRow(version, filerId);
    erased++;
    if (version !== active) continue;
    const { accepted, rejected, warned } = rows;
    await events.publish([
      { kind: 'RosterIngested', detail: { version, kind, filers, accepted, rejected, warned } },
    ]);
  }
  return erased;
}

async function eraseInRuns(
  filer: { filerId: string; salt: string },
  { runs, eraseSends }: EraseServices,
): Promise<number> {
  let erased = 0;
  for (const run of await runs.runs()) if (await eraseSends(run, filer)) erased++;
  return erased;
}

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
    await eraseFiler(erasure, services);
    erased.push(erasure.filerId);
  }
  return erased;
}

async function cameBack(erasure: Erasure, services: EraseServices): Promise<boolean> {
  const found = await filerPlaces(erasure.filerId, services);
  const versions = (await services.roster.versions()).filter((one) => found.versions.includes(one.version));
  const runs = (await services.runs.runs()).filter(({ runId }) => found.runs.includes(runId));
  return isRestored(erasure, [
    ...versions.map(({ uploadedAt }) => uploadedAt),
    ...runs.map(({ decidedAt }) => decidedAt),
  ]);
}
