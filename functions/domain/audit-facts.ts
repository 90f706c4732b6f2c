import type { AuditEntry } from './audit-entry.ts';
import type { RecordedChange } from './recorded-command.ts';

/** What an entry needs besides itself to be read. */
export interface AuditNames {
  /** IANA name of the court's zone. */
  readonly zone: string;
  /** What people are called, by the ids of their accounts. @default their ids */
  readonly people?: ReadonlyMap<string, string>;
  /** Names of phases by their ids and by the ids of their runs. @default the ids */
  readonly phases?: ReadonlyMap<string, string>;
  /** What members of a plan are called, by their paths: `court.helpDesk.phone`. @default the paths */
  readonly members?: (path: string) => string;
  /** The states of filers in words, by their codes. @default the codes */
  readonly states?: Readonly<Record<string, string>>;
}

/** What the actor did, `paused all sending`, and what changed. */
export interface Deed {
  readonly did: string;
  readonly changes?: readonly RecordedChange[];
}

/** The name of something, by its id. */
export type Name = (id: string) => string;

/** What a deed is told from, besides its command. */
export interface Facts extends Pick<AuditEntry, 'before' | 'after'> {
  readonly phase: Name;
  readonly person: Name;
  readonly state: Name;
  readonly member: Name;
  /** When a version was uploaded. */
  readonly time: Name;
}
