import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { Filer } from '../../functions/domain/filer/filer.ts';
import { stateCounter } from '../../functions/domain/filer/state-counts.ts';
import { parsePlan } from '../../functions/domain/plan/parse-plan.ts';
import { goLiveDate } from '../../functions/domain/plan/phases.ts';
import type { Plan } from '../../functions/domain/plan/plan.ts';
import { DEFAULT_LIMITS } from '../../functions/domain/roster/hold.ts';
import { forecastPhases, type PhaseForecast } from '../../functions/domain/run/phase-forecast.ts';
import type { Base } from '../../functions/ingest-roster/check-settings.ts';
import { type CheckedTable, checkTable } from '../../functions/ingest-roster/check-table.ts';
import { holds } from '../../functions/ingest-roster/hold.ts';
import {
  JsonReport,
  type RosterSummary,
  refusedSummary,
  rosterSummary,
  TableReport,
  type TextSink,
} from '../../functions/ingest-roster/report.ts';
import { openTable, type Table } from '../../functions/ingest-roster/table/open-table.ts';
import { Tally } from '../../functions/ingest-roster/tally.ts';
import { PLAN_FILE, readInput, requireInput } from '../lib/read-input.ts';
import type { CheckArguments } from './arguments.ts';

/** A file that was checked. */
export interface CheckedFile {
  readonly summary: RosterSummary;
  readonly phases: readonly PhaseForecast[];
  /** `null` when the file is refused. */
  readonly checked: CheckedTable | null;
  readonly table: Table | null;
}

/**
 * Checks a file as intake would, with everything that the command line names.
 * @throws UserError when a file can't be read.
 */
export async function checkFile(options: CheckArguments): Promise<CheckedFile> {
  requireInput({ path: options.file, expected: 'a roster or an update, as CSV or Excel workbook' });
  if (options.base) {
    requireInput({ path: options.base, option: '--base', expected: 'the roster in force' });
  }
  const plan = readPlan(options.launch);
  if (typeof plan === 'string') return refusal(null, plan);
  const opened = await openTable(fileSource(options.file));
  if (!opened.ok) return refusal(null, opened.refused);
  const base = options.base ? await readBase(options.base, options, plan) : null;
  if (typeof base === 'string') return refusal(opened.table, base);
  const kind = options.update ? 'update' : 'roster';
  // Without the roster in force nothing can be said of keys that it doesn't have: each is taken as known.
  const settings = {
    ...settingsOf(options, plan),
    kind,
    base: base ?? (options.update ? EVERYBODY : null),
  } as const;
  const result = await checkTable(opened.table, settings);
  if (!result.ok) return refusal(opened.table, result.refused);
  return figures(opened.table, { checked: result.checked, plan, options });
}

async function figures(
  table: Table,
  { checked, plan, options }: { checked: CheckedTable; plan: Plan | null; options: CheckArguments },
): Promise<CheckedFile> {
  const tally = new Tally(checked.layout.problems);
  const states = stateCounter(plan && goLiveDate(plan));
  for await (const rows of checked.decide()) {
    tally.add(rows);
    for (const { filer } of rows) if (filer) states.add(filer);
  }
  const held = holds(checked, { rejected: tally.rejected, limits: plan?.roster ?? DEFAULT_LIMITS });
  const phases = plan ? forecastPhases(plan, { counts: states.counts(), maxSendRate: options.rate }) : [];
  return { summary: rosterSummary(table, { checked, tally, held }), phases, checked, table };
}

/** Leaves the whole report beside each other: for programs, and as a table to mend. @returns their paths. */
export async function writeReport(
  { summary, checked, table }: CheckedFile,
  { file, out }: CheckArguments,
): Promise<string[]> {
  if (!checked || !table) return [];
  mkdirSync(out, { recursive: true });
  const path = join(out, basename(file));
  const json = new JsonReport(fileSink(`${path}.report.json`));
  const mended = new TableReport(fileSink(`${path}.report.csv`), {
    layout: checked.layout,
    delimiter: table.delimiter ?? ',',
  });
  await json.add(checked.layout.problems);
  await mended.start();
  for await (const rows of checked.decide()) {
    await json.add(rows.flatMap(({ problems }) => problems));
    await mended.add(rows);
  }
  await json.finish(summary);
  await mended.close();
  return [`${path}.report.json`, `${path}.report.csv`];
}

function refusal(table: Table | null, refused: string): CheckedFile {
  return { summary: refusedSummary(table, refused), phases: [], checked: null, table };
}

function readPlan(path: string | undefined): Plan | null | string {
  if (path === undefined) return null;
  const parsed = parsePlan(readInput({ path, option: '--launch', expected: PLAN_FILE }).toString());
  if (parsed.ok) return parsed.plan;
  const problems = parsed.problems.map((problem) => `${problem.path}: ${problem.message}`);
  return `The launch plan ${path} can't be used: ${problems.join('; ')}`;
}

function settingsOf({ date }: CheckArguments, plan: Plan | null) {
  const zone = plan?.court.zone ?? Temporal.Now.timeZoneId();
  return {
    courtId: plan?.court.id ?? 'court',
    today: date ?? Temporal.Now.plainDateISO(zone).toString(),
    goLiveDate: plan && goLiveDate(plan),
  };
}

/** The filers of a roster file, kept in memory. */
async function readBase(path: string, options: CheckArguments, plan: Plan | null): Promise<Base | string> {
  const opened = await openTable(fileSource(path));
  if (!opened.ok) return `${path}: ${opened.refused}`;
  const result = await checkTable(opened.table, { ...settingsOf(options, plan), kind: 'roster', base: null });
  if (!result.ok) return `${path}: ${result.refused}`;
  const filers = new Map<string, Filer>();
  for await (const rows of result.checked.decide()) {
    for (const { filer } of rows) if (filer) filers.set(filer.filerId, filer);
  }
  return {
    filers: async function* () {
      yield* filers.values();
    },
    filersById: async (ids) => known(ids, (id) => filers.get(id)),
  };
}

const EVERYBODY: Base = {
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

function fileSink(path: string): TextSink {
  const stream = createWriteStream(path);
  return {
    write: async (text) => {
      if (!stream.write(text)) await once(stream, 'drain');
    },
    close: async () => {
      stream.end();
      await once(stream, 'finish');
    },
  };
}
