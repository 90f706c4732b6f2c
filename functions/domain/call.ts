import * as z from 'zod';
import { holdsAddress } from './why.ts';

/** What came of a call. `isDone`: nothing more is to be done about what the filer was called for. */
export const CALL_RESULTS = {
  reached: { label: 'Reached', isDone: true },
  'message-left': { label: 'Message left', isDone: true },
  'other-way': { label: 'Told in another way, such as by mail', isDone: true },
  'no-answer': { label: 'No answer', isDone: false },
  'wrong-number': { label: 'Wrong number', isDone: false },
} as const satisfies Record<string, { readonly label: string; readonly isDone: boolean }>;
/** What came of a call: a code of {@link CALL_RESULTS}. */
export type CallResult = keyof typeof CALL_RESULTS;

/** The codes of {@link CALL_RESULTS}. */
export const CALL_RESULT_CODES = Object.keys(CALL_RESULTS) as [CallResult, ...CallResult[]];

/** What the audit log has in place of an assignee where there is none; no sign-in id. */
export const NO_ASSIGNEE = '-';

/** The longest note on a call, in characters. */
const MAX_NOTE = 500;

/** The note on a call, as it is typed. It is erased with the filer, and never gets into the audit log. */
export const noteSchema = z
  .string()
  .trim()
  .max(MAX_NOTE, `Use at most ${MAX_NOTE} characters.`)
  .refine(
    (note) => !holdsAddress(note),
    'Remove the email address. To change the filer’s address, correct it on the filer’s page.',
  );

/** A call to a filer, or what else a person did to reach them. */
export interface Call {
  readonly filerId: string;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  /** The Lambda request that recorded it. */
  readonly requestId: string;
  /** Sign-in id of the person who called. */
  readonly by: string;
  readonly result: CallResult;
  /** '' for none. */
  readonly note: string;
}

/** How far the calls to a filer are. */
export interface CallStatus {
  readonly filerId: string;
  /** Sign-in id of the person who is to call; `null`: no one in particular. */
  readonly assignee: string | null;
  /** The latest call; `null`: there was none. */
  readonly last: Pick<Call, 'at' | 'by' | 'result'> | null;
  /** When a person last settled each cause of calls: instants, ISO 8601 in UTC. */
  readonly settled: Readonly<Record<string, string>>;
}

/** Whether a person has settled a cause of calls. @param since When it last began; `null`: not known, any time counts */
export function isSettled(
  callStatus: Pick<CallStatus, 'settled'> | null,
  { cause, since }: { readonly cause: string; readonly since: string | null },
): boolean {
  const at = callStatus?.settled[cause];
  return at !== undefined && (since === null || Date.parse(at) >= Date.parse(since));
}
