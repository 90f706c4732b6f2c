import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { awsJsonApp, ServiceError } from '../../lib/aws-json.ts';
import type { Listening } from '../../lib/listen.ts';
import { type NodeEnv, serve } from '../../lib/serve.ts';
import type { Access } from '../iam/access.ts';
import { callerOf } from '../iam/caller.ts';
import { type CheckSignature, ownSignatures } from '../iam/signature.ts';
import { nameIn } from '../template/account.ts';
import type { InvokeOutcome, LocalFunction } from './functions.ts';

/** Invokes a function later, again when it fails. */
export type InvokeLater = (fn: LocalFunction, event: unknown, requestId?: string) => void;

/** An invocation by the API. */
export interface InvokeCall {
  readonly arn: string;
  readonly requestId: string;
  /** The function that asked for it; `null`: a person or a service. */
  readonly caller: string | null;
}

interface LambdaApiOptions {
  /** @default a free one */
  readonly port?: number;
  readonly access?: Access;
  /** @default by the credentials of this process's SDK */
  readonly checkSignature?: CheckSignature;
  /** Finds a function by its id in the template, name or ARN. */
  readonly find: (name: string) => LocalFunction | undefined;
  readonly invoke: (fn: LocalFunction, event: unknown, requestId?: string) => Promise<InvokeOutcome>;
  readonly invokeLater: InvokeLater;
  /** Hears of each invocation. @default no one */
  readonly onInvoke?: (call: InvokeCall) => void;
}

/** Lambda's Invoke, for the functions themselves and for people's command lines. */
export function startLambdaApi({
  port,
  access,
  checkSignature = ownSignatures(),
  find,
  invoke,
  invokeLater,
  onInvoke,
}: LambdaApiOptions): Promise<Listening> {
  const app = awsJsonApp('lambda', checkSignature);
  app.post('/2015-03-31/functions/:name/invocations', async (c) => {
    const body = await c.req.text();
    const fn = functionNamed(c.req.param('name'), c);
    const event: unknown = body === '' ? {} : JSON.parse(body);
    const type = c.req.header('x-amz-invocation-type') ?? 'RequestResponse';
    const requestId = randomUUID();
    c.header('x-amzn-requestid', requestId);
    onInvoke?.({ arn: fn.arn, requestId, caller: callerOf(c.env.incoming.headers) });
    switch (type) {
      case 'Event':
        invokeLater(fn, event, requestId);
        return c.body(null, 202);
      case 'RequestResponse':
        return answerOf(await invoke(fn, event, requestId), c);
      default:
        throw new ServiceError('InvalidParameterValueException', `Invocation type ${type} is not known here`);
    }
  });
  app.notFound(() => {
    throw new ServiceError('ResourceNotFoundException', 'Function not found: ', 404);
  });

  function functionNamed(name: string, { env }: Context<NodeEnv>): LocalFunction {
    const fn = find(name) ?? find(nameIn(name));
    if (!fn) throw new ServiceError('ResourceNotFoundException', `Function not found: ${name}`, 404);
    const request = { action: 'lambda:InvokeFunction', resource: fn.arn };
    const refusal = access?.refusal(env.incoming.headers, request);
    if (refusal) throw new ServiceError('AccessDeniedException', refusal, 403);
    return fn;
  }

  return serve(app, { port });
}

function answerOf(outcome: InvokeOutcome, c: Context<NodeEnv>): Response {
  return c.body(JSON.stringify(outcome.ok ? outcome.result : outcome.error), 200, {
    'content-type': 'application/json',
    'x-amz-executed-version': '$LATEST',
    ...(!outcome.ok && { 'x-amz-function-error': 'Unhandled' }),
  });
}
