import * as z from 'zod';
import { type Actor, outsideActor } from './actor.ts';
import type { CallResult } from './call.ts';
import { holdsAddress, MAX_WHY } from './why.ts';

const runId = like(/^[a-z0-9-]+_\d{8}T\d{6}Z$/, 'must be the id of a run, such as notice-1_20180724T130000Z');
const filerId = like(/^[0-9a-f]{16}$/, 'must be the id of a filer, 16 hexadecimal digits');
const scope = like(/^(all|[a-z0-9-]+_\d{8}T\d{6}Z)$/, 'must be all or the id of a run');
const reason = like(/^[A-Za-z0-9/_-]{1,80}$/, 'must be a reason code');

const COUNT = 'must be a whole number from 1 to 500';
const limit = z.number(COUNT).int(COUNT).min(1, COUNT).max(500, COUNT).default(50);

/** The sign-in id of the person who commands: it tells people apart without naming them. */
export const bySchema = like(
  /^[A-Za-z0-9_.:-]{1,64}$/,
  'must be a sign-in id of letters, digits and _ . : -, no address',
);

const WHY = 'must give the reason in words';
/**
 * Who gives a command, and why: kept with every command. A payload's sender is only a claim, so everything parsed here
 * counts as coming from outside the console.
 */
const person = {
  by: bySchema.transform((claimed) => outsideActor(claimed)),
  why: z
    .string(WHY)
    .trim()
    .min(1, WHY)
    .max(MAX_WHY, `must be at most ${MAX_WHY} characters long`)
    .refine(
      (why) => !holdsAddress(why),
      'must not contain an email address: it is kept permanently. Refer to a filer by their id',
    ),
};

/** A text of this form, with one message for a wrong text and a missing one. */
function like(form: RegExp, message: string): z.ZodString {
  return z.string(message).regex(form, message);
}

/** The reason of a hold that a person placed. Crier places its own holds for other reasons. */
export const PERSON = 'person';

const holdSchema = z.strictObject({ act: z.literal('hold'), scope, ...person });
/** Stops a run or everything. */
export type HoldCommand = z.output<typeof holdSchema>;

const liftSchema = z.strictObject({
  act: z.literal('lift'),
  scope,
  reason: reason.default(PERSON),
  ...person,
});
/** Lifts one reason of a hold. */
export type LiftCommand = z.output<typeof liftSchema>;

const retrySchema = z
  .strictObject({
    act: z.literal('retry'),
    runId,
    filerId: filerId.optional(),
    all: z.literal(true).optional(),
    reason: reason.optional(),
    ...person,
  })
  .refine(({ filerId, all }) => (filerId === undefined) === (all === true), 'must name a filer or say all');
/** Tries one filer's send again, or every send of a run that failed or is unknown, for one reason if given. */
export type RetryCommand = z.output<typeof retrySchema>;

const redriveSchema = z.strictObject({ act: z.literal('redrive'), queue: z.string().optional(), ...person });
/** Puts dead letters back into their queues. */
export type RedriveCommand = z.output<typeof redriveSchema>;

const unsuppressSchema = z.strictObject({ act: z.literal('unsuppress'), filerId, ...person });
/** Takes every address of a filer off the list of those that are never mailed. */
export type UnsuppressCommand = z.output<typeof unsuppressSchema>;

const CONFIRM = 'must repeat the filer id: erasing can’t be undone';
/** Erases a person. The function Erase does it. */
export const eraseSchema = z
  .strictObject({
    act: z.literal('erase'),
    filerId,
    /** The filer's id again, as confirmation. */
    confirm: z.string(CONFIRM),
    /** Keep their addresses on the suppression list, as keyed hashes. */
    neverMail: z.boolean().default(false),
    ...person,
  })
  .refine(({ filerId, confirm }) => filerId === confirm, { path: ['confirm'], message: CONFIRM });
/** Resumes recorded erasures, and repeats them after a restore. The function Erase does it. */
export const eraseAgainSchema = z.strictObject({ act: z.literal('again') });
/** An erasure of a person, confirmed. */
export type EraseCommand = Omit<z.output<typeof eraseSchema>, 'confirm'>;

const exportPersonSchema = z.strictObject({ act: z.literal('export-person'), filerId, ...person });
/** An export of everything kept about one person. */
export type ExportPersonCommand = z.output<typeof exportPersonSchema>;

/** What the function Act does or answers: commands, each recorded, and questions. Their JSON calls a command an act. */
export const commandSchema = z.discriminatedUnion('act', [
  holdSchema,
  liftSchema,
  retrySchema,
  redriveSchema,
  unsuppressSchema,
  exportPersonSchema,
  z.strictObject({ act: z.literal('suppressed'), after: filerId.optional() }),
  z.strictObject({ act: z.literal('runs') }),
  z.strictObject({ act: z.literal('reconcile'), runId: runId.optional() }),
  z.strictObject({ act: z.literal('attention'), limit, before: z.string().optional() }),
  z.strictObject({ act: z.literal('show'), filerId }),
  z.strictObject({ act: z.literal('changes'), plan: z.string().max(1024 * 1024) }),
  z.strictObject({ act: z.literal('plans'), limit, before: z.string().optional() }),
  z.strictObject({ act: z.literal('acts'), limit }),
  z.strictObject({ act: z.literal('rebuild-audit-index'), after: z.string().max(300).default('') }),
  z.strictObject({ act: z.literal('phone-list'), after: filerId.optional() }),
]);
/** A command or question as the function Act is given it, before defaults are filled in. */
export type CommandInput = z.input<typeof commandSchema>;

/**
 * Releases a phase that waits, one whose run was canceled, or a change of dates. The function ReleasePhase does it.
 */
export const releaseSchema = z.strictObject({
  act: z.literal('release').default('release'),
  phaseId: like(/^[a-z0-9-]{1,40}$/, 'must be the id of a phase, or date-change'),
  ...person,
});
/** A release, with its defaults filled in. */
export type ReleaseCommand = z.output<typeof releaseSchema>;

/**
 * Activates or rejects a roster version, or has its file read again, keeping known values where it is blank. The
 * function ActivateRoster does it.
 */
export const rosterDecisionSchema = z.strictObject({
  action: z.enum(['activate', 'reject', 'keep'], 'must be activate, reject or keep'),
  version: z.string().min(1).max(200),
  ...person,
});
/** A person's decision on a roster version, as passed to the function ActivateRoster. */
export type RosterDecisionInput = z.input<typeof rosterDecisionSchema>;
/** A decision that activates or rejects. */
export type RosterDecision = z.output<typeof rosterDecisionSchema> & {
  readonly action: 'activate' | 'reject';
};

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

/** Ends a run for good; the phase waits for another release. */
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

/** One email to the person who asks for it, as a filer would get it. */
interface TestCommand extends By {
  readonly act: 'test';
  readonly phaseId: string;
  /** @default a sample filer */
  readonly filerId?: string | undefined;
}

/** Suppressed addresses whose days were over, deleted by Crier itself. */
interface ExpireSuppressionsCommand extends By {
  readonly act: 'expire-suppressions';
  /** How many entries. */
  readonly entries: number;
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
  | UploadCommand
  | ExportCommand
  | PhoneListCommand
  | CallCommand
  | AssignCommand
  | CorrectCommand
  | EraseCommand
  | ExportPersonCommand
  | ExpireSuppressionsCommand
  | TestCommand;

/** What came of a command: a code for machines, a sentence for people. */
export interface CommandResult {
  readonly done: boolean;
  /** Code that says why nothing was done; left out when it was. */
  readonly reason?: string;
  readonly message: string;
}

/** A result as the function Act answers it: in its JSON the message is called `words`. */
export type CommandAnswer<Result extends CommandResult = CommandResult> = Omit<Result, 'message'> & {
  readonly words: string;
};
