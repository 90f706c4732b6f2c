import type { DataStack } from './data-stack.ts';
import type { PipelineFunction } from './pipeline-function.ts';
import type { Console } from './stages/console.ts';
import type { Erasures } from './stages/erasures.ts';
import type { ExportLog } from './stages/export-log.ts';
import type { IngestRoster } from './stages/ingest-roster.ts';
import type { PlanLaunch } from './stages/plan-launch.ts';
import type { RecordFeedback } from './stages/record-feedback.ts';
import type { SendEmail } from './stages/send-email.ts';
import type { StartPhase } from './stages/start-phase.ts';

/** What calls what, across stages. */
interface CallParts {
  readonly data: DataStack;
  readonly startPhase: StartPhase;
  readonly command: PipelineFunction;
  readonly web: Console;
  readonly planLaunch: PlanLaunch;
  readonly sendEmail: SendEmail;
  readonly recordFeedback: RecordFeedback;
  readonly sweep: PipelineFunction;
  readonly exportLog: ExportLog;
  readonly erasures: Erasures;
  readonly ingestRoster: IngestRoster;
}

/** Grants what a stage calls that isn't its own. */
export function grantCalls(parts: CallParts): void {
  const { data, planLaunch, startPhase, sendEmail, recordFeedback, sweep, command, ingestRoster } = parts;
  const { console } = parts.web;
  for (const fn of [planLaunch.planLaunch, sweep]) startPhase.grantSchedule(fn);
  for (const fn of [startPhase.startPhase, startPhase.releasePhase, sweep]) {
    sendEmail.grantQueueChunks(fn);
    sendEmail.grantQuota(fn);
  }
  for (const fn of [command, console, recordFeedback.recordFeedback]) sendEmail.grantQueueChunks(fn);
  for (const fn of [console, startPhase.releasePhase, sweep]) startPhase.grantStart(fn);
  sendEmail.grantQuota(console);
  sendEmail.grantSend(console);
  data.inbox.grantSearch(console);
  data.inbox.grantAskExports(console);
  parts.exportLog.grantAsk(console);
  data.inbox.grantRecordErasures(console);
  parts.erasures.grantEraseNow(console);
  for (const fn of [console, sweep]) ingestRoster.grantRead(fn);
  planLaunch.grantRead(sweep);
}
