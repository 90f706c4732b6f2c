import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { IndexedPart } from '../../functions/aws/audit-index.ts';
import type { ExportPersonResult } from '../../functions/commands/export-person.ts';
import type { ReleaseResult } from '../../functions/commands/release-phase.ts';
import type { RosterDecisionResult } from '../../functions/commands/roster-decision.ts';
import type { AuditEntry } from '../../functions/domain/audit-entry.ts';
import type { CommandAnswer } from '../../functions/domain/command.ts';
import { counted } from '../../functions/lib/count.ts';
import type { ChangesReport } from '../../functions/queries/plan-check.ts';
import type { PlansReport } from '../../functions/queries/plans.ts';
import type { RunsReport } from '../../functions/queries/run-reports.ts';
import type { AttentionReport, SendReport } from '../../functions/queries/send-reports.ts';
import type { SuppressedPage, SuppressedReport } from '../../functions/queries/suppressed.ts';
import { isRefusal } from '../cloud/lambda/error.ts';
import { hintsFor } from '../lib/hints.ts';
import { runCommand } from '../lib/run-command.ts';
import { requireRunning } from '../start/running.ts';
import { type OpsRequest, opsArguments } from './arguments.ts';
import { auditText, erasedText, indexText, resultText, rosterText } from './audit-text.ts';
import { awsCall, type Call, localCall } from './call.ts';
import { phoneListCsv, readPhoneList } from './phone-list.ts';
import { changesText, plansText, releaseText } from './plan-text.ts';
import { reconcileText, runsText } from './run-text.ts';
import { attentionText, filerText, suppressedText } from './send-text.ts';

/** An answer, as a text and as it came, and whether all is well. */
interface Outcome {
  readonly text: string;
  readonly answer: unknown;
  readonly good: boolean;
}

/** Does what the command line says, and prints the answer. Exit code 1: something isn't as it should be. */
async function ops(given: readonly string[]): Promise<void> {
  const request = opsArguments(given);
  if (typeof request === 'string') return void process.stdout.write(request);
  const call = request.aws === undefined ? localCall(requireRunning(request.data)) : awsCall(request.aws);
  const { text, answer, good } = await outcomeOf(request, call);
  process.stdout.write(`${request.json ? JSON.stringify(answer, null, 2) : hintsFor(text, request)}\n`);
  if (!good) process.exitCode = 1;
}

async function outcomeOf(request: OpsRequest, call: Call): Promise<Outcome> {
  const { command, json } = request;
  const ask = async <Answer>(
    textOf: (answer: Answer, zone: string) => string,
    read: () => Promise<Answer> = () => call<Answer>(command),
  ): Promise<Outcome> => {
    const answer = await read();
    return { answer, text: json ? '' : textOf(answer, await zoneOf(call)), good: true };
  };
  switch (command.act) {
    case 'runs':
      return ask<RunsReport>(runsText);
    case 'attention':
      return ask<AttentionReport>(attentionText);
    case 'show':
      return ask<SendReport[]>(filerText);
    case 'plans':
      return ask<PlansReport>(plansText);
    case 'acts':
      return ask<AuditEntry[]>(auditText);
    case 'rebuild-audit-index':
      return ask<IndexedPart>(indexText, () => rebuildIndex(call));
    case 'suppressed':
      return ask<SuppressedReport[]>(suppressedText, () => readSuppressed(call));
    case 'changes': {
      const answer = await call<ChangesReport>(command);
      return { answer, text: changesText(answer), good: answer.ok };
    }
    case 'reconcile': {
      const answer = await call<RunsReport>(command);
      const isMissing = command.runId !== undefined && answer.runs.length === 0;
      const good = !isMissing && answer.runs.every(({ differences }) => differences.length === 0);
      return { answer, text: reconcileText(answer, command.runId), good };
    }
    case 'phone-list':
      return phoneList(request, call);
    case 'export-person':
      return personFile(command.filerId, { request, call });
    case 'again': {
      const answer = await call<{ readonly erased: readonly string[] }>(command);
      return { answer, text: erasedText(answer), good: true };
    }
    case 'release': {
      const answer = await call<ReleaseResult>(command);
      return { answer, text: releaseText(answer), good: !isRefusal(answer) };
    }
    case 'activate':
    case 'reject':
    case 'keep': {
      const answer = await call<RosterDecisionResult>(command);
      return { answer, text: rosterText(answer, command.act), good: answer.done };
    }
    default: {
      const answer = await call<CommandAnswer>(command);
      return { answer, text: resultText(answer, command.act), good: !isRefusal(answer) };
    }
  }
}

/** The court's time zone, in which times are shown; UTC before the first plan. */
async function zoneOf(call: Call): Promise<string> {
  const { plans } = await call<PlansReport>({ act: 'plans', limit: 1 });
  return plans[0]?.zone ?? 'UTC';
}

/** Rebuilds the index of the audit log, part by part. @returns the totals of all parts. */
async function rebuildIndex(call: Call): Promise<IndexedPart> {
  const whole = { entries: 0, added: 0, next: null };
  for (let after: string | null = ''; after !== null; ) {
    const part: IndexedPart = await call({ act: 'rebuild-audit-index', after });
    whole.entries += part.entries;
    whole.added += part.added;
    after = part.next;
  }
  return whole;
}

/** Reads every page of the list. */
async function readSuppressed(call: Call): Promise<SuppressedReport[]> {
  const rows: SuppressedReport[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page: SuppressedPage = await call({ act: 'suppressed', ...(after && { after }) });
    rows.push(...page.suppressed);
    after = page.next;
  }
  return rows;
}

async function phoneList({ out = 'out/phone-list.csv', json }: OpsRequest, call: Call): Promise<Outcome> {
  const rows = await readPhoneList(call);
  if (!json) {
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, phoneListCsv(rows), { mode: 0o600 });
  }
  const text = `${counted(rows.length, 'filer')} to call: ${out}\nThe file has names and phone numbers: give it only to the clerk.`;
  return { answer: rows, text, good: true };
}

/** Writes everything about a person to a file that only its owner can read. */
async function personFile(
  filerId: string,
  { request, call }: { request: OpsRequest; call: Call },
): Promise<Outcome> {
  const { out = `out/person-${filerId}.json`, json } = request;
  const answer = await call<CommandAnswer<ExportPersonResult>>(request.command);
  if (!answer.data || json) {
    return { answer, text: resultText(answer, 'export-person'), good: !isRefusal(answer) };
  }
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify(answer.data, null, 2)}\n`, { mode: 0o600 });
  const care = 'Give it only to that person and the staff who reply to them.';
  return { answer, text: `${answer.words}\nWritten to ${out}. ${care}`, good: true };
}

await runCommand(() => ops(process.argv.slice(2)));
