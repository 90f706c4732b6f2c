import { skipWords } from '../../../functions/domain/send/words.ts';
import { courtTime, zoneWords } from '../../../functions/lib/court-time.ts';
import type { PhaseFigures, Totals } from './figures.ts';
import { OUTCOME_LABELS, reasonMessage, statesInOrder } from './labels.ts';

const HEADS = ['Audience', 'Sent', 'Delivered', 'Bounced', 'Complained', 'Failed', 'Skipped'] as const;

/** The table that a rehearsal prints: a line of figures for each phase, and lines on whom and why. */
export function tableLines(
  figures: { readonly phases: readonly PhaseFigures[]; readonly totals: Totals },
  zone: string,
): string[] {
  const rows = figures.phases.map((phase) => [
    phase.phase,
    courtTime(toInstant(phase.startedAt ?? phase.scheduledFor), zone),
    ...numbersOf({ ...phase, audience: phase.audience }),
  ]);
  const head = ['Phase', `When (${zoneWords(zone)})`, ...HEADS];
  const total = ['Total', '', ...numbersOf(figures.totals)];
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows, total].map((row) => row[column]!.length)),
  );
  const line = (row: readonly string[]) => lineOf(row, widths);
  const rule = '─'.repeat(line(head).length);
  const indent = ' '.repeat(widths[0]! + 2);
  const body = figures.phases.flatMap((phase, index) => [
    line(rows[index]!),
    ...detailsOf(phase).map((detail) => indent + detail),
  ]);
  return [line(head), rule, ...body, rule, line(total)];
}

function numbersOf(of: Totals & { readonly audience?: number }): string[] {
  const numbers = [of.audience, of.sent, of.delivered, of.bounced, of.complained, of.failed, of.skipped];
  return numbers.map((number) => number?.toLocaleString('en-US') ?? '');
}

/** Names and times to the left, figures to the right. */
function lineOf(row: readonly string[], widths: readonly number[]): string {
  const cells = row.map((cell, column) =>
    column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
  );
  return cells.join('  ').trimEnd();
}

function detailsOf(phase: PhaseFigures): string[] {
  const states = statesInOrder(phase.byState).map(([state, count]) => `${state} ${count}`);
  const skips = Object.entries(phase.skippedWhy).map(([reason, count]) => `${count} ${skipWords(reason)}`);
  const open = [
    ...(phase.open > 0 ? [`${phase.open} with no result yet`] : []),
    ...(phase.unknown > 0 ? [`${phase.unknown} may or may not have been sent`] : []),
    ...(phase.waiting > 0 ? [`${phase.waiting} not sent yet`] : []),
  ];
  return [
    ...(phase.outcome === 'done' ? [] : [outcomeLine(phase)]),
    ...(states.length > 0 ? [`audience: ${states.join(' · ')}`] : []),
    ...(skips.length > 0 ? [`skipped: ${skips.join(' · ')}`] : []),
    ...(open.length > 0 ? [`open: ${open.join(' · ')}`] : []),
  ];
}

function outcomeLine({ outcome, reason }: PhaseFigures): string {
  return OUTCOME_LABELS[outcome] + (reason ? `: ${reasonMessage(reason)}` : '');
}

function toInstant(wall: string): string {
  return new Date(wall).toISOString();
}
