import type { IndexedPart } from '../../functions/aws/audit-index.ts';
import type { RosterDecisionResult } from '../../functions/commands/roster-decision.ts';
import { tracesOf } from '../../functions/domain/actor.ts';
import type { AuditEntry } from '../../functions/domain/audit-entry.ts';
import { auditSentence } from '../../functions/domain/audit-sentence.ts';
import type { CommandAnswer } from '../../functions/domain/command.ts';
import { STATE_WORDS } from '../../functions/domain/filer/state.ts';
import type { RecordedChange } from '../../functions/domain/recorded-command.ts';
import { counted } from '../../functions/lib/count.ts';
import { courtSecond } from '../../functions/lib/court-time.ts';
import { FILER_IDS, RUN_IDS } from './problem.ts';

/** The answer of `acts`: the audit log, times in the court's zone. */
export function auditText(entries: readonly AuditEntry[], zone: string): string {
  if (entries.length === 0) return 'The audit log is empty.';
  return entries
    .map((entry) => {
      const { text, changes } = auditSentence(entry, { zone, states: STATE_WORDS });
      const shown = changes.slice(0, MAX_CHANGES).map(changeText);
      const more = changes.length - shown.length;
      return [
        `${courtSecond(entry.at, zone)}  ${text}`,
        ...[...shown, ...(more > 0 ? [`and ${more} more`] : []), ...tracesOf(entry.act.by)].map(
          (line) => `    ${line}`,
        ),
      ].join('\n');
    })
    .join('\n');
}

/** How many changes of an entry are listed; the rest are counted. */
const MAX_CHANGES = 8;

function changeText({ what, before, after }: RecordedChange): string {
  if (before === undefined && after === undefined) return `${what} changed`;
  return `${what}: ${[before, after].filter((one) => one !== undefined).join(' -> ')}`;
}

/** The answer of `erase-again`. */
export function erasedText({
  erased,
  busy = false,
}: {
  readonly erased: readonly string[];
  readonly busy?: boolean;
}): string {
  if (busy) return 'Another erasure is under way. Try again in five minutes; it also runs every hour.';
  if (erased.length === 0) return 'Nothing is left to erase.';
  return `Erased now: ${erased.join(', ')}.`;
}

/** The answer of `rebuild-audit-index`. */
export function indexText({ entries, added }: Pick<IndexedPart, 'entries' | 'added'>): string {
  const missing = added === 1 ? '1 was missing and is' : `${added} were missing and are`;
  return `The bucket has ${counted(entries, 'entry', 'entries')}; ${added === 0 ? 'all were listed' : `${missing} now listed`}.`;
}

/** Where ids are listed, for a result that says that there is no such thing; by the code of its reason. */
const WHERE_LISTED: Readonly<Record<string, string>> = {
  'no-such-run': RUN_IDS,
  'no-such-send': FILER_IDS,
  'no-such-filer': FILER_IDS,
};

/** What to do after a command. */
const NEXT: Readonly<Record<string, string>> = {
  hold: 'To resume: npm run ops -- resume (the same --all or --run) --why "…"',
  lift: 'To watch: npm run ops -- runs',
  retry: 'To watch: npm run ops -- runs',
  release: 'To watch: npm run ops -- runs',
};

/** The result of a decision on a roster. */
export function rosterText(answer: RosterDecisionResult, act: 'activate' | 'reject' | 'keep'): string {
  return answer.done ? ROSTER_DONE[act] : `${answer.reason}.`;
}

const ROSTER_DONE = {
  activate: 'Activated. Every phase that starts from now on will use this roster.',
  reject: 'Rejected. Nothing else has changed.',
  keep:
    'This version is rejected, and Crier is reading its file again. The new version will be ready in about a minute; ' +
    'its report will say whether it was activated.',
} as const;

/** The answer of a command: its result, and what to do next. @param name The command's. */
export function resultText({ done, reason = '', words }: CommandAnswer, name: string): string {
  return [words, (done ? NEXT[name] : WHERE_LISTED[reason]) ?? ''].join('\n').trimEnd();
}
