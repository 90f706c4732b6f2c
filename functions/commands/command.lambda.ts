import { opsServices } from '../aws/ops-services.ts';
import { type CommandAnswer, type CommandResult, commandSchema } from '../domain/audit.ts';
import { lambda } from '../lib/lambda.ts';
import type { Create } from '../lib/runtime.ts';
import { askChanges } from '../queries/changes.ts';
import { askAttention, askFiler, askRuns } from '../queries/ops-reports.ts';
import { askPhoneList } from '../queries/phone-list.ts';
import { askPlans } from '../queries/plans.ts';
import { hold, lift } from './hold.ts';
import { redrive } from './redrive.ts';
import { retry } from './retry.ts';
import { askSuppressed, unsuppress } from './suppressions.ts';

/** What a person does or asks; every act is recorded. Invoked by that person. */
export const create: Create<unknown, unknown> = (runtime) => {
  const services = opsServices(runtime);
  return async (event, { awsRequestId: requestId }) => {
    const act = commandSchema.parse(event);
    switch (act.act) {
      case 'hold':
        return answerOf(await hold(act, { services, requestId }));
      case 'lift':
        return answerOf(await lift(act, { services, requestId }));
      case 'retry':
        return answerOf(await retry(act, { services, requestId }));
      case 'redrive':
        return answerOf(await redrive(act, { services, requestId }));
      case 'unsuppress':
        return answerOf(await unsuppress(act, { services, requestId }));
      case 'suppressed':
        return askSuppressed(services, act.after);
      case 'runs':
        return askRuns(services, { audience: 'counted' });
      case 'reconcile':
        return askRuns(services, { audience: 'decided', runId: act.runId });
      case 'attention':
        return askAttention(services, act);
      case 'show':
        return askFiler(services, act.filerId);
      case 'changes':
        return askChanges(act.plan, services);
      case 'plans':
        return askPlans(services, act);
      case 'acts':
        return services.acts.acts(act.limit);
      case 'phone-list':
        return askPhoneList(services, act.after);
    }
  };
};

function answerOf<Result extends CommandResult>({ message, ...result }: Result): CommandAnswer<Result> {
  return { ...result, words: message };
}

export const handler = lambda(create);
