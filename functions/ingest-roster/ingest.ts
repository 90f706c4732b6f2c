import { hash } from 'node:crypto';
import type { ContentClaim } from '../aws/content-claims.ts';
import type { InboxObject } from '../aws/inbox.ts';
import { recordUpload } from '../aws/record-upload.ts';
import type { RosterStore } from '../aws/rosters.ts';
import type { Actor } from '../domain/actor.ts';
import { versionAuthors } from '../domain/roster/version-authors.ts';
import { isFolder, kindOf, type Upload, type UploadKind } from '../domain/upload.ts';
import { ingestOnto } from './ingest-onto.ts';
import type { IngestOutcome, IngestServices, Intake, Refusal } from './intake.ts';
import { refuse } from './refuse.ts';
import { sameContent } from './same-content.ts';
import { openTable } from './table/open-table.ts';

/** An upload that is still in the inbox. */
interface Arrival {
  readonly upload: Upload;
  readonly kind: UploadKind;
  readonly object: InboxObject;
  readonly by: Actor;
  readonly services: IngestServices;
}

/** A roster that is activated meanwhile makes the comparison start over, this often. */
const TRIES = 5;
/** Reading that never ended this often, because the process died of it, isn't begun again. */
const MAX_DEATHS = 3;

const GAVE_UP: Refusal = {
  code: 'gave-up',
  refused:
    `Crier tried ${MAX_DEATHS} times to read the file and stopped without a result each time, so it won't try again: nothing ` +
    'has changed. Save the roster as CSV and upload that. If that fails too, ask your operations staff for help',
};

const REPLACED: Refusal = {
  code: 'replaced',
  refused:
    'The file of that version is no longer in the inbox, or was replaced by another one: upload the file again, ' +
    'then choose again',
};

const FORM_USED: Refusal = {
  code: 'form-used',
  refused:
    'This place in the inbox belongs to another console upload, which accepts only one file. Nothing has changed. ' +
    'Upload the file again in the console, which will give it its own place',
};

const NO_PLAN: Refusal = {
  code: 'no-plan',
  refused:
    'There is no launch plan yet, and a roster is read using its court, time zone and dates: upload the plan to ' +
    'inbox/launch/ first, then this file again',
};

/**
 * Takes a roster or an update in: checks it, writes it as a version of its own, reports on it, and activates it when
 * nothing speaks against that. Every step can be repeated: a crash anywhere is healed by the message that comes again.
 * @throws Error when something outside fails, or other rosters keep being activated meanwhile.
 */
export async function ingest(announced: Upload, services: IngestServices): Promise<void> {
  const kind = kindOf(announced);
  if (kind === null || isFolder(announced)) return;
  const object = await services.inbox.open(announced);
  // A person chose to have it read again, and waits for the result.
  if (!object && announced.keeping) return refuse(announced, { refusal: REPLACED, file: null, services });
  if (!object) return services.log.info('upload-gone');
  const upload = announced.keeping ? announced : await services.arrivals.note(announced, object);
  const { by, takesEffect } = upload.keeping
    ? { by: upload.keeping.by, takesEffect: true }
    : await services.uploadForms.uploaderOf(upload, object.secret);
  const arrival = { upload, kind, object, by, services };
  await recordArrival(arrival);
  if (!takesEffect) return refuse(upload, { refusal: FORM_USED, file: null, services });
  const isHopeless = (await services.rosterWriter.beginTry(upload)) > MAX_DEATHS;
  try {
    await (isHopeless ? refuse(upload, { refusal: GAVE_UP, file: null, services }) : ingestArrival(arrival));
  } finally {
    await services.rosterWriter.endTry(upload);
  }
}

async function ingestArrival(arrival: Arrival): Promise<void> {
  const { upload, services } = arrival;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const outcome = await tryIngest(arrival);
    if (outcome.done === 'refused') await refuse(upload, { ...outcome, services });
    if (outcome.done !== 'moved') return;
  }
  throw new Error(
    `Cannot ingest the upload because the active roster must stay the same: it changed ${TRIES} times`,
  );
}

async function recordArrival({ upload, kind, by, services }: Arrival): Promise<void> {
  if (upload.keeping) return;
  const { version } = await services.roster.active();
  const before = version === null ? [] : [version];
  await recordUpload(upload, { kind, by, auditLog: services.auditLog, before });
}

async function tryIngest({ upload, kind, object, by, services }: Arrival): Promise<IngestOutcome> {
  const opened = await openTable(object);
  const data = await dataOf(upload, { sha256: opened.sha256, roster: services.roster });
  if (!data) return refused(REPLACED);
  const claim = await services.rosterWriter.claimOf(data.sha256);
  if (claim && !isOf(claim, upload)) return refused(await sameContent(claim, services));
  if (claim?.settled) return { done: 'ingested' };
  if (!opened.ok) return refused({ code: 'not-a-table', refused: opened.refused });
  const plan = await services.plans.current();
  if (!plan) return refused(NO_PLAN);
  return ingestOnto({ upload, kind, plan, by, ...data, table: opened.table, claim, services });
}

/**
 * What tells an upload from others: its bytes and, where what was known is kept, for which version. `null`: the file of
 * that version isn't there any more.
 */
async function dataOf(
  { keeping, uploadedAt }: Upload,
  { sha256, roster }: { sha256: string; roster: Pick<RosterStore, 'version'> },
): Promise<Pick<Intake, 'sha256' | 'keeps' | 'keptAuthors' | 'dataAt'> | null> {
  if (!keeping) return { sha256, keeps: null, keptAuthors: [], dataAt: uploadedAt };
  const read = await roster.version(keeping.version);
  if (read?.contentSha256 !== sha256) return null;
  const own = hash('sha256', [sha256, 'keeps', read.version].join('\n'), 'hex');
  return { sha256: own, keeps: read.version, keptAuthors: versionAuthors(read), dataAt: read.uploadedAt };
}

function isOf(claim: ContentClaim, upload: Upload): boolean {
  return claim.key === upload.key && claim.uploadedAt === upload.uploadedAt;
}

function refused(refusal: Refusal): IngestOutcome {
  return { done: 'refused', refusal, file: null };
}
