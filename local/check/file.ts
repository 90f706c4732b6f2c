import { createReadStream } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import type { Filer } from '../../functions/domain/filer/filer.ts';
import { type StateCounts, stateCounter } from '../../functions/domain/filer/state-counts.ts';
import { pivotDate, progressSince } from '../../functions/domain/plan/phases.ts';
import type { Plan } from '../../functions/domain/plan/plan.ts';
import { planWarnings } from '../../functions/domain/plan/plan-warnings.ts';
import type { Problem } from '../../functions/domain/plan/problem.ts';
import { DEFAULT_LIMITS } from '../../functions/domain/roster/hold.ts';
import { hasFreshProgress, needsProgress } from '../../functions/domain/run/may-start.ts';
import { forecastPhases, type PhaseForecast } from '../../functions/domain/run/phase-forecast.ts';
import { checkPlan } from '../../functions/email/check-plan.ts';
import type { Base } from '../../functions/ingest-roster/check-settings.ts';
import { type CheckedTable, checkTable } from '../../functions/ingest-roster/check-table.ts';
import { holds } from '../../functions/ingest-roster/hold.ts';
import { progressAsOf } from '../../functions/ingest-roster/progress-age.ts';
import { type RosterSummary, refusedSummary, rosterSummary } from '../../functions/ingest-roster/report.ts';
import { openTable, type Table } from '../../functions/ingest-roster/table/open-table.ts';
import { Tally } from '../../functions/ingest-roster/tally.ts';
import { PLAN_FILE, readInput, requireInput } from '../lib/read-input.ts';
import type { CheckArguments } from './arguments.ts';

/** What a phase would send, unless the roster's progress is too old for it by then. */
export type CheckedPhase = PhaseForecast & { readonly held?: 'progress-stale' };

/** A file that was checked. */
export interface CheckedFile {
  readonly summary: RosterSummary;
  /** What each phase would send; none without a launch plan. */
  readonly phases: readonly CheckedPhase[];
  /** As of when its progress is, as an instant; `null`: it says nothing about it. */
  readonly progressAsOf: string | null;
  /** What a person should look at again in the launch plan, as sentences. */
  readonly planWarnings: readonly string[];
  /** `null` when the file is refused. */
  readonly checked: CheckedTable | null;
  readonly table: Table | null;
}

/** Something that the command line names, or why it can't be used. */
type Loaded<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refused: string };

/**
 * Checks a file as ingesting would, with everything that the command line names.
 * @throws UserError when a file can't be read.
 */
export async function checkFile(options: CheckArguments): Promise<CheckedFile> {
  requireInput({ path: options.file, expected: 'a roster or an update, as CSV or Excel workbook' });
  if (options.base) {
    requireInput({ path: options.base, option: '--base', expected: 'the active roster' });
  }
  const plan = loadPlan(options);
  if (!plan.ok) return refusal(null, plan.refused);
  const opened = await openTable(fileSource(options.file));
  if (!opened.ok) return refusal(null, opened.refused);
  const { table } = opened;
  const base = await loadBase(options, plan.value);
  if (!base.ok) return refusal(table, base.refused);
  const settings = { ...settingsOf(options, plan.value), base: base.value } as const;
  const result = await checkTable(table, { ...settings, kind: options.update ? 'update' : 'roster' });
  if (!result.ok) return refusal(table, result.refused);
  return figures(table, { checked: result.checked, plan: plan.value, base: base.value, options });
}

/** A table that was read through, and what it is compared with. */
interface Compared {
  readonly checked: CheckedTable;
  readonly plan: Plan | null;
  readonly base: Base | null;
  readonly options: CheckArguments;
}

async function figures(table: Table, { checked, plan, base, options }: Compared): Promise<CheckedFile> {
  const tally = new Tally(checked.layout.problems);
  const states = stateCounter(plan && pivotDate(plan));
  const listed = new Set<string>();
  for await (const rows of checked.decide()) {
    tally.add(rows);
    for (const { filer } of rows) {
      if (!filer) continue;
      states.add(filer);
      listed.add(filer.filerId);
    }
  }
  // An update leaves the other filers of the roster as they are, and phases mail them too.
  if (options.update && base) {
    for await (const filer of base.filers()) if (!listed.has(filer.filerId)) states.add(filer);
  }
  const held = holds(checked, { rejected: tally.rejected, limits: plan?.roster ?? DEFAULT_LIMITS });
  const asOf = progressAsOf(checked, ageFacts(options, plan));
  const phases = plan ? phasesBy(plan, { counts: states.counts(), asOf, options }) : [];
  const planWarnings = plan ? warningsOf(plan, options) : [];
  const summary = rosterSummary(table, { checked, tally, held });
  return { summary, phases, progressAsOf: asOf, planWarnings, checked, table };
}

function refusal(table: Table | null, refused: string): CheckedFile {
  const summary = refusedSummary(table, refused);
  return { summary, phases: [], progressAsOf: null, planWarnings: [], checked: null, table };
}

function phasesBy(
  plan: Plan,
  { counts, asOf, options }: { counts: StateCounts; asOf: string | null; options: CheckArguments },
): CheckedPhase[] {
  return forecastPhases(plan, { counts, maxSendRate: options.rate }).map((phase) => {
    const at = Temporal.ZonedDateTime.from(phase.at).toInstant();
    const isStale = needsProgress(phase) && !hasFreshProgress(plan, { progressAsOf: asOf }, at);
    return isStale ? { ...phase, held: 'progress-stale' } : phase;
  });
}

/** A checked file has no time of day, and a roster that it is compared with no time at all. */
function ageFacts(options: CheckArguments, plan: Plan | null) {
  const { today } = settingsOf(options, plan);
  const zone = plan?.court.zone ?? Temporal.Now.timeZoneId();
  const uploadedAt = Temporal.PlainDate.from(today).toZonedDateTime(zone).toInstant().toString();
  return { base: null, uploadedAt, since: plan && progressSince(plan), zone };
}

function loadPlan({ launch: path, allowed }: CheckArguments): Loaded<Plan | null> {
  if (path === undefined) return { ok: true, value: null };
  const text = readInput({ path, option: '--launch', expected: PLAN_FILE }).toString();
  const parsed = checkPlan(text, allowed);
  if (parsed.ok) return { ok: true, value: parsed.plan };
  return { ok: false, refused: `The launch plan ${path} can't be used: ${firstProblems(parsed.problems)}` };
}

/** The first problems of a plan, in one line. */
function firstProblems(problems: readonly Problem[]): string {
  const shown = problems
    .slice(0, PROBLEMS_SHOWN)
    .map(({ path, line, found, message }) => `${path} (line ${line}): ${found} ${message}`);
  const more = problems.length - shown.length;
  return `${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}

const PROBLEMS_SHOWN = 20;

/** As of the day that is checked for, or now. */
function warningsOf(plan: Plan, { date }: CheckArguments): string[] {
  const { zone } = plan.court;
  const now = date ? Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant() : Temporal.Now.instant();
  return planWarnings(plan, { now, before: null }).map(({ message }) => message);
}

function settingsOf({ date }: CheckArguments, plan: Plan | null) {
  const zone = plan?.court.zone ?? Temporal.Now.timeZoneId();
  return {
    courtId: plan?.court.id ?? 'court',
    today: date ?? Temporal.Now.plainDateISO(zone).toString(),
    zone,
    pivotDate: plan && pivotDate(plan),
  };
}

/** The roster that a file is compared with, kept in memory; `null` when a roster is checked alone. */
async function loadBase(options: CheckArguments, plan: Plan | null): Promise<Loaded<Base | null>> {
  const { base: path, update } = options;
  if (!path) return { ok: true, value: update ? ANY_KEY : null };
  const opened = await openTable(fileSource(path));
  if (!opened.ok) return { ok: false, refused: `${path}: ${opened.refused}` };
  const result = await checkTable(opened.table, { ...settingsOf(options, plan), kind: 'roster', base: null });
  if (!result.ok) return { ok: false, refused: `${path}: ${result.refused}` };
  const filers = new Map<string, Filer>();
  for await (const rows of result.checked.decide()) {
    for (const { filer } of rows) if (filer) filers.set(filer.filerId, filer);
  }
  const value: Base = {
    filers: async function* () {
      yield* filers.values();
    },
    filersById: async (ids) => known(ids, (id) => filers.get(id)),
  };
  return { ok: true, value };
}

/** For an update that is checked alone: nothing can be said about its keys, so each counts as known. */
const ANY_KEY: Base = {
  filers: async function* () {},
  filersById: async (ids) => known(ids, () => ({}) as Filer),
};

function known(ids: readonly string[], find: (id: string) => Filer | undefined): Map<string, Filer> {
  return new Map(
    ids.flatMap((id) => {
      const filer = find(id);
      return filer ? [[id, filer] as const] : [];
    }),
  );
}

function fileSource(path: string) {
  return { read: () => createReadStream(path) as AsyncIterable<Uint8Array> };
}
