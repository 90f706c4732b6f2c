import { capitalized } from '../lib/letter-case.ts';
import { type Actor, auditActorLabel } from './actor.ts';
import { deedOf } from './audit-deeds.ts';
import type { AuditEntry } from './audit-entry.ts';
import type { AuditNames } from './audit-facts.ts';
import type { RecordedChange } from './recorded-command.ts';

/** An entry as people read it. */
interface AuditSentence {
  /** `Clara Clerk moved go-live from October 22 to December 10, 2018: judge’s request.` */
  readonly text: string;
  /** What changed, if the sentence doesn't say it. */
  readonly changes: readonly RecordedChange[];
}

/** An audit log entry as a sentence, with what changed. */
export function auditSentence(entry: AuditEntry, names: AuditNames): AuditSentence {
  const { act } = entry;
  const { did, changes = [] } = deedOf(entry, names);
  const how = act.by.kind === 'crier' ? ' automatically' : '';
  const sentence = `${subjectOf(act.by, names)} ${did}${how}`;
  return { text: ended(act.why && !UNASKED.has(act.act) ? `${sentence}: ${act.why}` : sentence), changes };
}

function subjectOf(by: Actor, { people }: AuditNames): string {
  if (by.kind === 'crier') return 'Crier';
  const label = auditActorLabel(by, people);
  return by.kind === 'outside' ? capitalized(label) : label;
}

/** Commands whose reason no one is asked for: the code that records them gives it. */
const UNASKED: ReadonlySet<string> = new Set([
  'upload',
  'draft',
  'message',
  'test',
  'phone-list',
  'call',
  'assign',
  'export',
]);

function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
