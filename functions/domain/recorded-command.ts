import type { ChangeKind } from './account.ts';
import type { Actor } from './actor.ts';
import type { CallResult } from './call.ts';
import type {
  EraseCommand,
  ExportPersonCommand,
  HoldCommand,
  LiftCommand,
  RedriveCommand,
  ReleaseCommand,
  RetryCommand,
  RosterDecision,
  UnsuppressCommand,
} from './command.ts';
import type { Role } from './person.ts';

/** Who commanded, and why. */
interface By {
  readonly by: Actor;
  readonly why: string;
}

/** A decision on a roster, as it is recorded. */
interface RosterCommand extends By {
  readonly act: RosterDecision['action'];
  readonly version: string;
}

/** A held roster's file read again, keeping what was known where it is blank. */
export interface KeepCommand extends By {
  readonly act: 'keep';
  readonly version: string;
}

/** Ends a run permanently; the phase waits for another release. */
export interface CancelCommand extends By {
  readonly act: 'cancel';
  readonly runId: string;
}

/** Something that a command changed, in words. Never the address or name of a filer. */
export interface RecordedChange {
  /** `go-live`, or a phase's id. */
  readonly what: string;
  /** Both are left out where only the fact of the change is kept. */
  readonly before?: string;
  readonly after?: string;
}

/** A plan uploaded in the console. */
export interface PlanCommand extends By {
  readonly act: 'plan';
  /** Of the upload: `inbox/launch/…`. */
  readonly key: string;
  /** Of what the plan says: 12 hexadecimal digits. */
  readonly hash: string;
  /** It postponed the launch in an emergency. @default false */
  readonly postpones?: boolean;
  /** Sign-in ids of everyone who changed the draft that it comes from. @default from no draft */
  readonly editors?: readonly string[];
  /** The launch's own date, if the plan moves it. Absent in older entries. */
  readonly moved?: Required<RecordedChange>;
  /** What else differs from the active plan. Absent in older entries, and of a first plan. */
  readonly changes?: readonly RecordedChange[];
}

/** A change of the next plan's draft, which takes no effect. No one is asked why: `why` is empty. */
export interface DraftCommand extends By {
  readonly act: 'draft';
  readonly step: 'start' | 'save' | 'discard';
  /** What was changed, by its path in the plan: `court.helpDesk.phone`. */
  readonly members?: readonly string[];
}

/** A change of a one-off message's draft, which sends nothing. No one is asked why: `why` is empty. */
export interface MessageCommand extends By {
  readonly act: 'message';
  readonly step: 'start' | 'save' | 'submit' | 'discard';
  /** The message's id: what it says is kept with it, and not here. */
  readonly phaseId: string;
}

/** A decision that filers needn't hear of a corrected fact. */
export interface DismissCommand extends By {
  readonly act: 'dismiss';
  readonly phaseId: 'correction';
}

/** A file that was uploaded; recorded when it arrives. */
export interface UploadCommand extends By {
  readonly act: 'upload';
  readonly kind: 'plan' | 'roster' | 'update';
  /** `uploadIdOf` its key, because the key contains the file's name. Absent in older entries, which have the `key`. */
  readonly upload?: string;
  readonly key?: string;
  /** The request to S3 that brought it. Absent in older entries, and where S3's event doesn't name it. */
  readonly request?: string;
}

/** A table of the send log with names and addresses. */
export interface ExportCommand extends By {
  readonly act: 'export';
  readonly filter: {
    readonly runId?: string;
    readonly status?: string;
    readonly state?: string;
    /** Of filers found by words; the words may be a name, and aren't kept. */
    readonly isSearch?: true;
  };
}

/** The phone list, taken as a file with names and numbers. */
interface PhoneListCommand extends By {
  readonly act: 'phone-list';
  /** The roster's version. */
  readonly version: string;
}

/** A call to a filer. The note on it may be about a person, so only the table of calls keeps it. */
export interface CallCommand extends By {
  readonly act: 'call';
  readonly filerId: string;
  readonly result: CallResult;
}

/** Who is to call filers. */
export interface AssignCommand extends By {
  readonly act: 'assign';
  readonly filerIds: readonly string[];
  /** Sign-in id; `null`: no one in particular. */
  readonly assignee: string | null;
}

/** One filer's row of the roster, corrected by an update of that row alone. */
export interface CorrectCommand extends By {
  readonly act: 'correct';
  readonly filerId: string;
  /** Names of the columns that change; the values are in the roster alone. */
  readonly columns: readonly string[];
  /** The upload's id: see `uploadIdOf`. */
  readonly upload: string;
}

/** One email to the person who asks for it, or to colleagues, as a filer would get it. */
interface TestCommand extends By {
  readonly act: 'test';
  readonly phaseId: string;
  /** @default a sample filer */
  readonly filerId?: string | undefined;
  /** To how many addresses, if not only to the person's own. */
  readonly addresses?: number;
}

/** Suppressed addresses whose days were over, deleted by Crier itself. */
interface ExpireSuppressionsCommand extends By {
  readonly act: 'expire-suppressions';
  /** How many entries. */
  readonly entries: number;
}

/** A change of an account in the console. */
export interface AccountCommand extends By {
  readonly act: 'account';
  readonly change: ChangeKind;
  /** Sign-in id. */
  readonly account: string;
  /** The role that it got. @default it keeps its own */
  readonly role?: Role;
}

/** Every command that the audit log keeps. */
export type RecordedCommand =
  | HoldCommand
  | LiftCommand
  | RetryCommand
  | RedriveCommand
  | UnsuppressCommand
  | CancelCommand
  | ReleaseCommand
  | RosterCommand
  | KeepCommand
  | PlanCommand
  | DraftCommand
  | MessageCommand
  | DismissCommand
  | UploadCommand
  | ExportCommand
  | PhoneListCommand
  | CallCommand
  | AssignCommand
  | CorrectCommand
  | EraseCommand
  | ExportPersonCommand
  | ExpireSuppressionsCommand
  | TestCommand
  | AccountCommand;
