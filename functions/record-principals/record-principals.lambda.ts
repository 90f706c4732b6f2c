import { pick } from '../aws/pick.ts';
import { principals, retrySoon } from '../aws/services.ts';
import { lambda } from '../lib/lambda.ts';
import { queueHandler } from '../lib/queue-handler.ts';
import type { Create, QueueEvent, QueueResult } from '../lib/runtime.ts';
import { recordPrincipal } from './record-principal.ts';

/** Records who uploaded and who invoked functions, as CloudTrail reports it. */
export const create: Create<QueueEvent, QueueResult> = (runtime) => {
  const services = pick(runtime, { principals, retrySoon });
  return queueHandler({ log: runtime.log, code: 'principal-failed', retrySoon: services.retrySoon }, (body) =>
    recordPrincipal(body, services),
  );
};

/** What Lambda calls. */
export const handler = lambda(create);
