import type { AuditLog } from '../aws/audit-log.ts';
import type { ContentClaim } from '../aws/content-claims.ts';
import type { EventPublisher } from '../aws/event-bus.ts';
import type { Inbox } from '../aws/inbox.ts';
import type { PlanStore } from '../aws/plans.ts';
import type { RosterWriter } from '../aws/roster-writer.ts';
import type { RosterStore } from '../aws/rosters.ts';
import type { UploadArrivals } from '../aws/upload-arrivals.ts';
import type { UploadForms } from '../aws/upload-forms.ts';
import type { Actor } from '../domain/actor.ts';
import type { StoredPlan } from '../domain/plan/stored-plan.ts';
import type { Upload, UploadKind } from '../domain/upload.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/runtime.ts';
import type { Table } from './table/open-table.ts';

/** What taking a roster in needs from outside. */
export interface IngestServices {
  readonly clock: Clock;
  readonly log: Log;
  readonly plans: Pick<PlanStore, 'current'>;
  readonly roster: RosterStore;
  readonly rosterWriter: RosterWriter;
  readonly inbox: Inbox;
  readonly arrivals: Pick<UploadArrivals, 'note'>;
  readonly events: EventPublisher;
  readonly auditLog: AuditLog;
  readonly uploadForms: Pick<UploadForms, 'uploaderOf'>;
  /** After this many filers it is noted how far the writing is. @default 10,000 */
  readonly checkpointFilers?: number;
}

/** An upload that is a table, with what it takes to read it as a roster. */
export interface Intake {
  readonly upload: Upload;
  readonly kind: UploadKind;
  readonly plan: StoredPlan;
  /** Of the file's bytes: the same content twice is known by it, whatever its name. */
  readonly sha256: string;
  /** The held version whose file is read again, keeping what was known where it is blank; `null` for an upload. */
  readonly keeps: string | null;
  /** The authors of that version; empty for an upload. */
  readonly keptAuthors: readonly string[];
  /** When the file was uploaded: instant, ISO 8601 in UTC. What it leaves open was true then. */
  readonly dataAt: string;
  /** Who uploaded it, or had it read again. */
  readonly by: Actor;
  readonly table: Table;
  /** What an earlier try of this upload came to, if one came that far. */
  readonly claim: ContentClaim | null;
  readonly services: IngestServices;
}

/** Why an upload as a whole can't be used. */
export interface Refusal {
  readonly code:
    | 'no-plan'
    | 'no-roster'
    | 'not-a-table'
    | 'not-a-roster'
    | 'same-content'
    | 'gave-up'
    | 'replaced'
    | 'form-used';
  /** A sentence for the clerk: what is wrong, and what to do. */
  readonly refused: string;
}

/** What became of one try to take an upload in. */
export type IngestOutcome =
  | { readonly done: 'ingested' }
  /** Another roster was activated since the comparison began: start over. */
  | { readonly done: 'moved' }
  /** `file`: as far as it could be read as a table. */
  | { readonly done: 'refused'; readonly refusal: Refusal; readonly file: Table | null };
