import type { AuditLog } from '../aws/audit-log.ts';
import { recordUpload } from '../aws/audit-log.ts';
import type { EventPublisher } from '../aws/event-bus.ts';
import type { Inbox, InboxObject } from '../aws/inbox.ts';
import type { LaunchStore, StoredPlan } from '../aws/plans.ts';
import type { ContentClaim, RosterWriter } from '../aws/roster-writer.ts';
import type { RosterStore } from '../aws/rosters.ts';
import { kindOf } from '../domain/roster-upload.ts';
import type { UploadKind } from '../domain/upload.ts';
import { isFolder, type Upload } from '../domain/upload.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import { ingestOnto } from './ingest-onto.ts';
import { type Refusal, refuse } from './refuse.ts';
import { openTable, type Table } from './table/open-table.ts';

export interface IngestServices {
  readonly clock: Clock;
  readonly log: Log;
  readonly launch: Pick<LaunchStore, 'currentPlan'>;
  readonly roster: RosterStore;
  readonly rosterWriter: RosterWriter;
  readonly inbox: Inbox;
  readonly events: EventPublisher;
  readonly auditLog: AuditLog;
  /** After so many filers it is noted how far the writing is. @default 10,000 */
  readonly checkpointFilers?: number;
}

/** An upload that is a table, with what it takes to read it as a roster. */
export interface Intake {
  readonly upload: Upload;
  readonly kind: UploadKind;
  readonly plan: StoredPlan;
  readonly sha256: string;
  /** Who uploaded it in the console; `null` for what came in past it. */
  readonly by: string | null;
  readonly table: Table;
  /** What an earlier try came to, if one came that far. */
  readonly claim: ContentClaim | null;
}

/** A roster that comes into force meanwhile makes the comparison start over, so many times. */
const TRIES = 5;

const NO_PLAN: Refusal = {
  code: 'no-plan',
  refused:
    'There is no launch plan yet, and a roster is read with its court, time zone and go-live: upload the plan to inbox/launch/ first, then this file again',
};

/**
 * Takes a roster or an update in: checks it, writes it as a version of its own, reports on it, and puts it in force when
 * nothing speaks against that. Every step can be repeated: a crash anywhere is healed by the message that comes again.
 * @throws Error when something outside fails, or other rosters keep coming into force meanwhile.
 */
export async function ingest(upload: Upload, services: IngestServices): Promise<void> {
  const kind = kindOf(upload);
  if (kind === null || isFolder(upload)) return;
  const object = await services.inbox.open(upload);
  if (!object) return services.log.info('upload-gone');
  await record(upload, { kind, object, services });
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    if (await tryIngest(upload, { kind, object, services })) return;
  }
  throw new Error(
    `Cannot ingest the upload because the roster in force must stand still: it moved ${TRIES} times`,
  );
}

async function record(
  upload: Upload,
  {
    kind,
    object: { by },
    services: { auditLog, roster },
  }: { kind: UploadKind; object: InboxObject; services: IngestServices },
): Promise<void> {
  if (by === null) return;
  const { version } = await roster.active();
  await recordUpload(upload, { kind, by, auditLog, before: version === null ? [] : [version] });
}

/** @returns whether it is done; otherwise another roster came into force meanwhile. */
async function tryIngest(
  upload: Upload,
  { kind, object, services }: { kind: UploadKind; object: InboxObject; services: IngestServices },
): Promise<boolean> {
  const opened = await openTable(object);
  const claim = await services.rosterWriter.claimOf(opened.sha256);
  if (claim && !isOf(claim, upload))
    return told(upload, { refusal: await sameContent(claim, services), services });
  if (claim?.settled) return true;
  if (!opened.ok)
    return told(upload, { refusal: { code: 'not-a-table', refused: opened.refused }, services });
  const plan = await services.launch.currentPlan();
  if (!plan) return told(upload, { refusal: NO_PLAN, services });
  const { sha256, table } = opened;
  const outcome = await ingestOnto({ upload, kind, plan, sha256, table, claim, by: object.by }, services);
  if (outcome.done === 'same-content')
    return told(upload, { refusal: await sameContent(outcome.claim, services), services });
  if (outcome.done === 'refused') return told(upload, { refusal: outcome.refusal, file: table, services });
  return outcome.done === 'ingested';
}

function isOf(claim: ContentClaim, upload: Upload): boolean {
  return claim.key === upload.key && claim.uploadedAt === upload.uploadedAt;
}

async function told(
  upload: Upload,
  { refusal, file = null, services }: { refusal: Refusal; file?: Table | null; services: IngestServices },
): Promise<true> {
  await refuse(upload, { refusal, file, services });
  return true;
}

async function sameContent(
  { version, key, uploadedAt }: ContentClaim,
  { roster }: IngestServices,
): Promise<Refusal> {
  const active = await roster.active();
  const standing = active.version === version ? 'in force' : (active.barred[version] ?? 'not in force');
  const refused =
    `The file has the same content, byte for byte, as "${key}" of ${uploadedAt}, which became version ${version} and is ${standing}: nothing changes. ` +
    'If its link status was looked up anew, put the date into a column link_as_of and upload it again';
  return { code: 'same-content', refused };
}
