import type { Fact } from '../domain/send/fact.ts';

/** What an event of SES is about, by the tags that Crier gave the email. */
export type EventSubject =
  | { readonly of: 'send'; readonly send: SendTags }
  /** Some tags are those of a send, but not all of them can be one's. Ids that can't be are `unknown`. */
  | { readonly of: 'unreadable'; readonly send: Pick<SendTags, 'runId' | 'filerId'> }
  /** A test email, which belongs to no run. */
  | { readonly of: 'test' }
  /** None of our tags. */
  | { readonly of: 'stranger' };
/** What the tags of a send name. */
export type SendTags = Pick<Fact, 'runId' | 'filerId' | 'attempt'>;

/** What no id is, so that nothing that a tag says gets further: neither into a key nor into a log. */
const UNKNOWN = 'unknown';
const RUN_ID = /^[\w-]{1,150}$/;
const FILER_ID = /^[0-9a-f]{16}$/;
const ATTEMPT = /^[1-9]\d{0,3}$/;

/** Reads the tags of an event: lists of values by name. */
export function subjectOf(tags: unknown): EventSubject {
  const run = valueIn(tags, 'run');
  const filer = valueIn(tags, 'filer');
  const attempt = valueIn(tags, 'attempt');
  if (run === undefined && filer === undefined && attempt === undefined) {
    return { of: valueIn(tags, 'purpose') === 'test' ? 'test' : 'stranger' };
  }
  const runId = fitting(run, RUN_ID);
  const filerId = fitting(filer, FILER_ID);
  const number = fitting(attempt, ATTEMPT);
  if (runId === UNKNOWN || filerId === UNKNOWN || number === UNKNOWN) {
    return { of: 'unreadable', send: { runId, filerId } };
  }
  return { of: 'send', send: { runId, filerId, attempt: Number(number) } };
}

/** The one value of a tag; `undefined`: there is no such tag; `null`: it isn't one value. */
function valueIn(tags: unknown, name: string): string | null | undefined {
  if (typeof tags !== 'object' || tags === null || !Object.hasOwn(tags, name)) return undefined;
  const values: unknown = (tags as Record<string, unknown>)[name];
  const [value, ...more] = Array.isArray(values) ? values : [];
  return typeof value === 'string' && more.length === 0 ? value : null;
}

function fitting(value: string | null | undefined, pattern: RegExp): string {
  return value != null && pattern.test(value) ? value : UNKNOWN;
}
