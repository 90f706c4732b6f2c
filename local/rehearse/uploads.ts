import { basename } from 'node:path';
import { dynamo } from '../../functions/aws/clients.ts';
import { rosterStore } from '../../functions/aws/rosters.ts';
import type { Problem } from '../../functions/domain/roster/problem.ts';
import type { RosterVersion } from '../../functions/domain/roster/roster-version.ts';
import type { Cloud } from '../cloud/cloud.ts';
import { UserError } from '../lib/user-error.ts';
import type { InputFile } from './arguments.ts';

/** How many problems are shown; the clerk's report has all of them. */
const SHOWN = 10;

/** The parts of an upload's report that are shown. */
interface UploadReport {
  readonly refused: string | null;
  readonly held: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Uploads a roster or an update, and waits until it is active.
 * @throws UserError with the report's words when it is refused or held.
 */
export async function uploadTable(
  cloud: Cloud,
  { kind, file }: { kind: 'roster' | 'update'; file: InputFile },
): Promise<RosterVersion> {
  const name = basename(file.path);
  const before = new Set((await cloud.read(`reports/${kind}/${name}/`)).keys());
  await cloud.put(`inbox/${kind}/${name}`, file.content);
  await cloud.settle();
  const active = await rosterStore(cloud, dynamo()).activeVersion();
  const report = await readReport(cloud, { prefix: `reports/${kind}/${name}/`, before });
  if (active && report?.version === active.version) return active;
  throw new UserError(
    `Cannot continue because the ${kind} ${file.path} is ${verdict(report)}`,
    details(report),
  );
}

/** The report that wasn't there before; `null` when none was written. */
async function readReport(
  cloud: Cloud,
  { prefix, before }: { prefix: string; before: ReadonlySet<string> },
): Promise<(UploadReport & { version?: string }) | null> {
  const reports = [...(await cloud.read(prefix))].filter(
    ([key]) => key.endsWith('.json') && !before.has(key),
  );
  const last = reports.at(-1);
  return last ? JSON.parse(Buffer.from(last[1]).toString()) : null;
}

function verdict(report: UploadReport | null): string {
  if (!report) return 'refused';
  return report.refused === null ? 'waiting for the clerk’s decision' : 'refused';
}

function details(report: UploadReport | null): string[] {
  if (!report) return ['No report was written: see the errors above'];
  const { refused, held, problems } = report;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const more = errors.length - SHOWN;
  return [
    ...(refused === null ? held : [refused]),
    ...errors.slice(0, SHOWN).map(problemLine),
    ...(more > 0 ? [`and ${more} more rows`] : []),
  ];
}

function problemLine({ row, column, found, expected }: Problem): string {
  return `row ${row}${column === null ? '' : `, ${column}`}: "${found}": expected ${expected}`;
}
