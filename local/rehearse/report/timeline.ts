import type { Temporal } from 'temporal-polyfill';
import { DATES, WINDOWS } from '../../../functions/domain/plan/dated.ts';
import { dateAt, windowAt } from '../../../functions/domain/plan/phases.ts';
import type { RosterVersion } from '../../../functions/domain/roster/roster-version.ts';
import { counted } from '../../../functions/lib/count.ts';
import { capitalized } from '../../../functions/lib/letter-case.ts';
import type { PhaseFigures } from './figures.ts';
import { OUTCOME_LABELS, reasonMessage } from './labels.ts';
import type { LaunchRecord } from './read.ts';

/** One thing that happened in a launch, or that a phase waited for. */
export interface TimelineEntry {
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly what: 'upload' | 'phase' | 'person' | 'court';
  readonly title: string;
  readonly text: string;
}

/** What happened, in the order of time: uploads, phases, what people did, and the court's own dates. */
export function timelineOf(record: LaunchRecord): TimelineEntry[] {
  const entries = [
    uploadEntry(record),
    ...record.rosters.map(rosterEntry),
    ...record.phases.map(phaseEntry),
    ...record.releases.map(({ at, phase, by, why }) => ({
      at,
      what: 'person' as const,
      title: `${capitalized(by)} releases ${phase}`,
      text: `${why}.`,
    })),
    ...courtEntries(record),
  ];
  return entries.sort((one, other) => minuteOf(one) - minuteOf(other) || rank(one) - rank(other));
}

function minuteOf({ at }: TimelineEntry): number {
  return Math.floor(Date.parse(at) / 60_000);
}

/** At the same minute: first what is uploaded, then what the court and people do, then what follows from it. */
function rank({ what }: TimelineEntry): number {
  return ['upload', 'court', 'person', 'phase'].indexOf(what);
}

function uploadEntry({ planUpload, plan }: LaunchRecord): TimelineEntry {
  const text = `The launch plan: ${counted(plan.phases.length, 'phase')}, each with a schedule.`;
  return { at: planUpload.at, what: 'upload', title: fileOf(planUpload.key), text };
}

function rosterEntry(version: RosterVersion): TimelineEntry {
  const { held, uploadedAt, key, activatedAt } = version;
  const said = version.kind === 'roster' ? rosterSays(version) : updateSays(version);
  const notActive = activatedAt
    ? ''
    : ` Not active: ${held.join(' ') || 'waiting for the clerk’s decision.'}`;
  return { at: uploadedAt, what: 'upload', title: fileOf(key), text: `${said.join(', ')}.${notActive}` };
}

function rosterSays({ filers, rows }: RosterVersion): string[] {
  return [
    `A roster of ${counted(filers, 'filer')}`,
    ...some(rows.unreachable, (count) => `${count.toLocaleString('en-US')} without a usable address`),
    ...some(rows.rejected, (count) => `${counted(count, 'row')} skipped`),
  ];
}

function updateSays({ rows, changes }: RosterVersion): string[] {
  const moved = changes.states.reduce((sum, { filers }) => sum + filers, 0);
  return [
    `An update of ${counted(rows.accepted, 'filer')}`,
    ...some(moved, (count) => `${count.toLocaleString('en-US')} of them in a different state now`),
    ...some(changes.addressChanged, (count) => counted(count, 'new address', 'new addresses')),
    ...some(rows.rejected, (count) => `${counted(count, 'row')} skipped`),
  ];
}

function some(count: number, words: (count: number) => string): string[] {
  return count > 0 ? [words(count)] : [];
}

function phaseEntry(phase: PhaseFigures): TimelineEntry {
  const { sent, skipped, outcome, reason } = phase;
  const figures = `${counted(sent, 'email')}${skipped > 0 ? `, ${skipped.toLocaleString('en-US')} skipped` : ''}`;
  const text =
    outcome === 'done' ? figures : `${OUTCOME_LABELS[outcome]}${reason ? `: ${reasonMessage(reason)}` : ''}`;
  const at = new Date(phase.startedAt ?? phase.scheduledFor).toISOString();
  return { at, what: 'phase', title: phase.phase, text: `${text}.` };
}

function courtEntries({ plan }: Pick<LaunchRecord, 'plan'>): TimelineEntry[] {
  const entry = (title: string, at: Temporal.ZonedDateTime | undefined): TimelineEntry[] =>
    at ? [{ what: 'court', title, text: '', at: at.toInstant().toString() }] : [];
  return [
    ...WINDOWS.flatMap(([, row]) => (row.starts ? entry(row.starts.ahead, windowAt(plan, row)?.from) : [])),
    ...DATES.flatMap(([, row]) => entry(row.label, dateAt(plan, row) ?? undefined)),
  ];
}

function fileOf(key: string): string {
  return key.split('/').at(-1) ?? key;
}
