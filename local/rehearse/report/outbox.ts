import { simpleParser } from 'mailparser';
import { Temporal } from 'temporal-polyfill';
import { STATE_WORDS, type State } from '../../../functions/domain/filer/state.ts';
import type { MessageKind } from '../../../functions/domain/plan/kinds.ts';
import type { SendLine } from './read.ts';

/** An email as SES got it, and whose it is. */
export interface SentEmail {
  readonly raw: Uint8Array;
  readonly to: string;
  readonly runId: string;
  readonly filerId: string;
  readonly attempt: number;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
}

/** A name that sorts by day and phase and holds no address: `2018-07-24_notice-1_5f…_1.eml`. */
export function fileNameOf({ runId, filerId, attempt, at }: SentEmail, zone: string): string {
  const phase = runId.slice(0, runId.lastIndexOf('_'));
  const day = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate();
  return `${day}_${phase}_${filerId}_${attempt}.eml`;
}

/** One email to show: of its kind and state the first. */
export interface Sample {
  readonly kind: MessageKind;
  readonly state: State;
  readonly phase: string;
  readonly subject: string;
  readonly html: string;
  /** How many emails of this kind went to filers in this state. */
  readonly count: number;
}

/** For each kind of email one sample of each state that got it, in the order of the kinds and states. */
export async function samplesOf(emails: readonly SentEmail[], lines: readonly SendLine[]): Promise<Sample[]> {
  const byLine = new Map(emails.map((email) => [`${email.runId} ${email.filerId}`, email]));
  const groups = new Map<string, { line: SendLine; email: SentEmail; count: number }>();
  for (const line of lines) {
    const email = byLine.get(`${line.run.runId} ${line.filer.filerId}`);
    if (!email) continue;
    const name = `${line.run.kind} ${line.state.state}`;
    const group = groups.get(name);
    groups.set(name, group ? { ...group, count: group.count + 1 } : { line, email, count: 1 });
  }
  const samples = await Promise.all([...groups.values()].map(sampleOf));
  const order = Object.keys(STATE_WORDS);
  return samples.sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
}

async function sampleOf(group: { line: SendLine; email: SentEmail; count: number }): Promise<Sample> {
  const { line, email, count } = group;
  const parsed = await simpleParser(Buffer.from(email.raw));
  return {
    kind: line.run.kind,
    state: line.state.state,
    phase: line.run.phaseId,
    subject: parsed.subject ?? '',
    html: parsed.html || `<pre>${parsed.textAsHtml ?? ''}</pre>`,
    count,
  };
}
