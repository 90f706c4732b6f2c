import * as z from 'zod';
import { outsideActor } from './actor.ts';
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
/** Takes every address of a filer off the list of those that are never emailed. */
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
 * Releases a phase that waits, one whose run was canceled, or an announcement. The function ReleasePhase does it.
 */
export const releaseSchema = z.strictObject({
  act: z.literal('release').default('release'),
  phaseId: like(/^[a-z0-9-]{1,40}$/, 'must be the id of a phase, date-change or correction'),
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
