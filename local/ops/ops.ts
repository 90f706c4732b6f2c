import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AuditEntry } from '../../functions/aws/audit-log.ts';
import type { ReleaseResult } from '../../functions/commands/release-phase.ts';
import type { CommandAnswer } from '../../functions/domain/audit.ts';
import type { ChangesReport } from '../../functions/queries/plan-check.ts';
import type { PlansReport } from '../../functions/queries/plans.ts';
import type { RunsReport } from '../../functions/queries/run-reports.ts';
import type { AttentionReport, SendReport } from '../../functions/queries/send-reports.ts';
import type { SuppressedPage, SuppressedReport } from '../../functions/queries/suppressed.ts';
import { isRefusal } from '../cloud/lambda/error.ts';
import { runCommand } from '../lib/user-error.ts';
import { type OpsRequest, opsArguments } from './arguments.ts';
import { awsAct, type CallAct, localAct } from './call.ts';
import { phoneListCsv, readPhoneList } from './phone-list.ts';
import { changesText, plansText, releaseText } from './plan-words.ts';
import {
  actsText,
  attentionText,
  filerText,
  reconcileText,
  resultText,
  runsText,
  suppressedText,
} from './words.ts';

/** What to print, and whether all is well. */
interface Told {
  readonly text: string;
  readonly answer: unknown;
  readonly good: boolean;
}

/** Does what the command line says, and says what came of it. */
async function ops(given: readonly string[]): Promise<void> {
  const request = opsArguments(given);
  if (typeof request === 'string') return void process.stdout.write(request);
  const call = request.aws === undefined ? localAct() : awsAct(request.aws);
  const { text, answer, good } = await tell(request, call);
  process.stdout.write(`${request.json ? JSON.stringify(answer, null, 2) : text}\n`);
  if (!good) process.exitCode = 1;
}

async function tell(request: OpsRequest, call: CallAct): Promise<Told> {
  const { act } = request;
  const ask = async <Answer>(words: (answer: Answer, zone: string) => string): Promise<Told> => {
    const answer = await call<Answer>(act);
    return { answer, text: request.json ? '' : words(answer, await zoneOf(call)), good: true };
  };
  switch (act.act) {
    case 'runs':
      return ask<RunsReport>(runsText);
    case 'attention':
      return ask<AttentionReport>(attentionText);
    case 'show':
      return ask<SendReport[]>(filerText);
    case 'changes': {
      const answer = await call<ChangesReport>(act);
      return { answer, text: changesText(answer), good: answer.ok };
    }
    case 'plans':
      return ask<PlansReport>(plansText);
    case 'release': {
      const answer = await call<ReleaseResult>(act);
      return { answer, text: releaseText(answer), good: !isRefusal(answer) };
    }
    case 'suppressed': {
      const answer = await readSuppressed(call);
      return { answer, text: request.json ? '' : suppressedText(answer, await zoneOf(call)), good: true };
    }
    case 'acts':
      return ask<AuditEntry[]>(actsText);
    case 'reconcile': {
      const answer = await call<RunsReport>(act);
      const isMissing = act.runId !== undefined && answer.runs.length === 0;
      const good = !isMissing && answer.runs.every(({ differences }) => differences.length === 0);
      return { answer, text: reconcileText(answer, act.runId), good };
    }
    case 'phone-list':
      return tellPhoneList(request, call);
    default: {
      const answer = await call<CommandAnswer>(act);
      return { answer, text: resultText(answer, act.act), good: !isRefusal(answer) };
    }
  }
}

/** The court's, in which times are told; UTC before the first plan. */
async function zoneOf(call: CallAct): Promise<string> {
  const { plans } = await call<PlansReport>({ act: 'plans', limit: 1 });
  return plans[0]?.zone ?? 'UTC';
}

/** Every page of the list. */
async function readSuppressed(call: CallAct): Promise<SuppressedReport[]> {
  const rows: SuppressedReport[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page: SuppressedPage = await call({ act: 'suppressed', ...(after && { after }) });
    rows.push(...page.suppressed);
    after = page.next;
  }
  return rows;
}

async function tellPhoneList({ out = 'out/phone-list.csv', json }: OpsRequest, call: CallAct): Promise<Told> {
  const rows = await readPhoneList(call);
  if (!json) {
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, phoneListCsv(rows), { mode: 0o600 });
  }
  const text = `${rows.length} to phone: ${out}\nIt holds names and numbers: for the clerk alone.`;
  return { answer: rows, text, good: true };
}

await runCommand(() => ops(process.argv.slice(2)));
