import { z } from 'zod';

const runId = like(/^[a-z0-9-]+_\d{8}T\d{6}Z$/, 'must be the id of a run, such as notice-1_20180724T130000Z');
const filerId = like(/^[0-9a-f]{16}$/, 'must be the id of a filer, 16 hexadecimal digits');
const scope = like(/^(all|[a-z0-9-]+_\d{8}T\d{6}Z)$/, 'must be all or the id of a run');
const reason = like(/^[A-Za-z0-9/_-]{1,80}$/, 'must be a reason code');

const COUNT = 'must be a whole number from 1 to 500';
const limit = z.number(COUNT).int(COUNT).min(1, COUNT).max(500, COUNT).default(50);

/** Who acts: told apart, and never named. */
export const bySchema = like(
  /^[A-Za-z0-9_.:-]{1,64}$/,
  'must be a sign-in id of letters, digits and _ . : -, no address',
);

const WHY = 'must give the reason in words';
/** Who acts, and why: kept with every act. */
const person = {
  by: bySchema,
  why: z.string(WHY).trim().min(1, WHY).max(500, 'must be at most 500 characters long'),
};

/** A text of this form. What is missing is told in the same words. */
function like(form: RegExp, words: string): z.ZodString {
  return z.string(words).regex(form, words);
}

/** The reason by which a person holds. Others come from Crier itself and are lifted by their own names. */
export const PERSON = 'person';

const holdSchema = z.strictObject({ act: z.literal('hold'), scope, ...person });
const liftSchema = z.strictObject({
  act: z.literal('lift'),
  scope,
  reason: reason.default(PERSON),
  ...person,
});
/** One filer's send, or every send of the run that failed or is unknown, with one reason if given. */
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
const redriveSchema = z.strictObject({ act: z.literal('redrive'), queue: z.string().optional(), ...person });

/** Every address of a filer comes off the list of those that are never mailed. */
const unsuppressSchema = z.strictObject({ act: z.literal('unsuppress'), filerId, ...person });

/** A run ends here for good; the phase waits for another release. */
const cancelSchema = z.strictObject({ act: z.literal('cancel'), runId, ...person });
/** A plan uploaded in the console; `key` of the upload, `hash` of what it says. */
const planCommandSchema = z.strictObject({
  act: z.literal('plan'),
  key: z.string().regex(/^inbox\/launch\/[A-Za-z0-9.-]{1,200}$/),
  hash: z.string().regex(/^[0-9a-f]{12}$/),
  ...person,
});
/** A table of the send log with names and addresses. */
export interface ExportCommand {
  readonly act: 'export';
  readonly filter: {
    readonly runId?: string;
    readonly status?: string;
    readonly state?: string;
    /** Of filers found by words; the words may be a name, and aren't kept. */
    readonly isSearch?: true;
  };
  readonly by: string;
  readonly why: string;
}
/** The list of whom to phone, taken as a file with names and numbers. */
export interface PhoneListCommand {
  readonly act: 'phone-list';
  /** The roster's version. */
  readonly version: string;
  readonly by: string;
  readonly why: string;
}
/** One email to the person who asks for it, as a filer would get it; without `filerId` a made-up filer. */
const testSchema = z.strictObject({
  act: z.literal('test'),
  phaseId: z.string(),
  filerId: filerId.optional(),
  ...person,
});

/** "Go": of a phase that waits, of one whose run was cancelled, or of a change of dates. ReleasePhase does it. */
export const releaseSchema = z.strictObject({
  act: z.literal('release').default('release'),
  phaseId: like(/^[a-z0-9-]{1,40}$/, 'must be the id of a phase, or date-change'),
  ...person,
});
/** A person's word on a version of the roster. ActivateRoster does it. */
export const rosterDecisionSchema = z.strictObject({
  action: z.enum(['activate', 'reject']),
  version: z.string().min(1).max(200),
  ...person,
});

/** What a person may ask of Crier: acts, each recorded, and questions. */
export const commandSchema = z.discriminatedUnion('act', [
  holdSchema,
  liftSchema,
  retrySchema,
  redriveSchema,
  unsuppressSchema,
  z.strictObject({ act: z.literal('suppressed'), after: filerId.optional() }),
  z.strictObject({ act: z.literal('runs') }),
  z.strictObject({ act: z.literal('reconcile'), runId: runId.optional() }),
  z.strictObject({
    act: z.literal('attention'),
    limit,
    before: z.string().optional(),
  }),
  z.strictObject({ act: z.literal('show'), filerId }),
  z.strictObject({ act: z.literal('changes'), plan: z.string().max(1024 * 1024) }),
  z.strictObject({
    act: z.literal('plans'),
    limit,
    before: z.string().optional(),
  }),
  z.strictObject({ act: z.literal('acts'), limit }),
  z.strictObject({ act: z.literal('phone-list'), after: filerId.optional() }),
]);

export type Command = z.output<typeof commandSchema>;
export type CommandInput = z.input<typeof commandSchema>;
export type HoldCommand = z.output<typeof holdSchema>;
export type LiftCommand = z.output<typeof liftSchema>;
export type RetryCommand = z.output<typeof retrySchema>;
export type RedriveCommand = z.output<typeof redriveSchema>;
export type UnsuppressCommand = z.output<typeof unsuppressSchema>;
export type ReleaseCommand = z.output<typeof releaseSchema>;
export type RosterDecision = z.output<typeof rosterDecisionSchema>;
/** A decision on a roster as it is kept. */
export interface RosterCommand extends Omit<RosterDecision, 'action'> {
  readonly act: RosterDecision['action'];
}
export type CancelCommand = z.output<typeof cancelSchema>;
export type PlanCommand = z.output<typeof planCommandSchema>;
export type TestCommand = z.output<typeof testSchema>;
/** A roster or an update that somebody uploaded in the console; recorded when it arrives. */
export interface UploadCommand {
  readonly act: 'upload';
  readonly kind: 'roster' | 'update';
  /** Of the file. May hold what a person typed: don't log it. */
  readonly key: string;
  readonly by: string;
  readonly why: string;
}
export type RecordedCommand =
  | HoldCommand
  | LiftCommand
  | RetryCommand
  | RedriveCommand
  | UnsuppressCommand
  | CancelCommand
  | ReleaseCommand
  | RosterCommand
  | PlanCommand
  | UploadCommand
  | ExportCommand
  | PhoneListCommand
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
