import { sendStatusWords } from '../../functions/domain/send/words.ts';
import { courtSecond } from '../../functions/lib/court-time.ts';
import type { AttentionReport, SendReport } from '../../functions/queries/send-reports.ts';
import type { SuppressedReport } from '../../functions/queries/suppressed.ts';
import { aligned } from '../lib/aligned.ts';
import { FILER_IDS } from './problem.ts';

/** The answer of `attention`, times in the court's zone. */
export function attentionText({ sends, next }: AttentionReport, zone: string): string {
  const more = next === null ? [] : ['', `More: npm run ops -- attention --before '${next}'`];
  if (sends.length === 0) return ['Nothing needs attention.', ...more].join('\n');
  const rows = sends.map(({ at, runId, filerId, attempt, status, reason }) => [
    at === null ? '' : courtSecond(at, zone),
    runId,
    filerId,
    attempt,
    sendStatusWords(status, reason),
    reason ?? '',
  ]);
  const again = sends.find(({ status }) => status === 'failed' || status === 'unknown');
  return [
    aligned(['when', 'run', 'filer', 'attempt', 'status', 'reason'], rows),
    '',
    ...(again
      ? [
          `To retry one: npm run ops -- retry --run ${again.runId} --filer ${again.filerId} --why "…"`,
          'An unconfirmed one may have been sent: if you retry it, the filer may get it twice.',
        ]
      : []),
    'Bounced, marked as spam, or not delivered for another reason than malware: no more emails are sent to the address until ' +
      'someone allows them again (npm run ops -- suppressed).',
    'To call these filers: npm run ops -- phone-list',
    ...more,
  ].join('\n');
}

/** The answer of `show`: what every run knows of one filer. */
export function filerText(sends: readonly SendReport[], zone: string): string {
  if (sends.length === 0) return `No run includes this filer.\n${FILER_IDS}`;
  return sends
    .map(({ runId, status, reason, attempt, meaning, facts, secondaryAttempt }) => {
      const words = sendStatusWords(status, reason);
      const rows = facts.map(({ at, attempt, kind, reason = '', messageId = '' }) => [
        courtSecond(at, zone),
        attempt,
        kind,
        reason,
        messageId,
      ]);
      const table = aligned(['when', 'attempt', 'fact', 'reason', 'message id'], rows);
      const secondary =
        secondaryAttempt === null ? '' : ` Attempt ${secondaryAttempt} is to the secondary address.`;
      return `${runId}: ${words} (attempt ${attempt}). ${meaning}${secondary}\n${table}`;
    })
    .join('\n\n');
}

/** The answer of `suppressed`. */
export function suppressedText(rows: readonly SuppressedReport[], zone: string): string {
  if (rows.length === 0) return 'No address in the active roster is suppressed.';
  const cells = rows.map(({ filerId, place, reason, detail, at, runId }) => [
    courtSecond(at, zone),
    filerId,
    place === 0 ? 'primary' : `secondary ${place}`,
    reason,
    detail,
    runId,
  ]);
  return [
    aligned(['when', 'filer', 'address', 'reason', "SES's reason", 'run'], cells),
    '',
    'To allow emails to one again: npm run ops -- unsuppress --filer ID --why "…"',
  ].join('\n');
}
