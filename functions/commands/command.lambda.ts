import { pick } from '../aws/pick.ts';
import {
  auditIndex,
  auditLog,
  auditReader,
  calls,
  chunks,
  deadLetters,
  deployed,
  frozenAudiences,
  gate,
  logReader,
  phaseMarks,
  planOf,
  plans,
  queue,
  queuedRetries,
  roster,
  runs,
  sendLog,
  suppression,
} from '../aws/services.ts';
import { type CommandAnswer, type CommandResult, commandSchema } from '../domain/command.ts';
import { lambda } from '../lib/lambda.ts';
import type { Create } from '../lib/runtime.ts';
import { askPhoneList } from '../queries/phone-list.ts';
import { askChanges } from '../queries/plan-check.ts';
import { askPlans } from '../queries/plans.ts';
import { askRuns } from '../queries/run-reports.ts';
import { askAttention, askFiler } from '../queries/send-reports.ts';
import { askSuppressed } from '../queries/suppressed.ts';
import { exportPerson } from './export-person.ts';
import { hold, lift } from './hold.ts';
import { rebuildAuditIndex } from './rebuild-audit-index.ts';
import { redrive } from './redrive.ts';
import { retry } from './retry.ts';
import { unsuppress } from './unsuppress.ts';

const PICKED = {
  auditIndex,
  auditLog,
  auditReader,
  calls,
  chunks,
  deadLetters,
  deployed,
  gate,
  plans,
  logReader,
  phaseMarks,
  planOf,
  queue,
  queuedRetries,
  roster,
  runs,
  sendLog,
  suppression,
  frozenAudiences,
};

/** Runs what a person commands, which is recorded, or answers what they ask. Invoked by that person. */
export const create: Create<unknown, unknown> = (runtime) => {
  const services = pick(runtime, PICKED);
  return async (event, { awsRequestId: requestId }) => {
    const command = commandSchema.parse(event);
    switch (command.act) {
      case 'hold':
        return answerOf(await hold(command, { services, requestId }));
      case 'lift':
        return answerOf(await lift(command, { services, requestId }));
      case 'retry':
        return answerOf(await retry(command, { services, requestId }));
      case 'redrive':
        return answerOf(await redrive(command, { services, requestId }));
      case 'unsuppress':
        return answerOf(await unsuppress(command, { services, requestId }));
      case 'export-person':
        return answerOf(await exportPerson(command, { services, requestId }));
      case 'suppressed':
        return askSuppressed(services, command.after);
      case 'runs':
        return askRuns(services, { audience: 'counted' });
      case 'reconcile':
        return askRuns(services, { audience: 'decided', runId: command.runId });
      case 'attention':
        return askAttention(services, command);
      case 'show':
        return askFiler(services, command.filerId);
      case 'changes':
        return askChanges(command.plan, services);
      case 'plans':
        return askPlans(services, command);
      case 'acts':
        return services.auditReader.entries(command.limit);
      case 'rebuild-audit-index':
        return rebuildAuditIndex(command.after, services);
      case 'phone-list':
        return askPhoneList(services, command.after);
    }
  };
};

function answerOf<Result extends CommandResult>({ message, ...result }: Result): CommandAnswer<Result> {
  return { ...result, words: message };
}

/** What Lambda calls. */
export const handler = lambda(create);
