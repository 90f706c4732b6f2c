import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { awsJsonApp, ServiceError } from '../../lib/aws-json.ts';
import type { Listening } from '../../lib/listen.ts';
import { type NodeEnv, serve } from '../../lib/serve.ts';
import type { Access } from '../iam/access.ts';
import { callerOf, type Lineage, lineageOf } from '../iam/caller.ts';
import { type CheckSignature, ownSignatures } from '../iam/signature.ts';
import { LIMITS } from '../limits.ts';
import { nameIn } from '../template/account.ts';
import type { InvokeOptions, InvokeOutcome, LocalFunction } from './functions.ts';
import { isLoop } from './loops.ts';

/** Invokes a function later, again when it fails. */
export type InvokeLater = (fn: LocalFunction, event: unknown, options?: InvokeOptions) => void;

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
  readonly invoke: (fn: LocalFunction, event: unknown, options: InvokeOptions) => Promise<InvokeOutcome>;
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
    const type = c.req.header('x-amz-invocation-type') ?? 'RequestResponse';
    const requestId = randomUUID();
    c.header('x-amzn-requestid', requestId);
    const { headers } = c.env.incoming;
    const lineage = lineageOf(headers);
    checkLoop(fn, lineage);
    checkSize(body, type === 'Event' ? LIMITS.lambdaLaterRequest.most : LIMITS.lambdaRequest.most);
    const event: unknown = body === '' ? {} : JSON.parse(body);
    onInvoke?.({ arn: fn.arn, requestId, caller: callerOf(headers) });
    switch (type) {
      case 'Event':
        invokeLater(fn, event, { requestId, lineage });
        return c.body(null, 202);
      case 'RequestResponse':
        return answerOf(await invoke(fn, event, { requestId, lineage }), c);
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

/** @throws ServiceError when Lambda would end the loop that the call is of. */
function checkLoop(fn: LocalFunction, lineage: Lineage): void {
  if (!isLoop(fn, lineage)) return;
  throw new ServiceError('RecursiveInvocationException', `${fn.name} was invoked in a recursive loop`, 400);
}

/** @throws ServiceError when the event is more than Lambda takes. */
function checkSize(body: string, most: number): void {
  if (Buffer.byteLength(body) <= most) return;
  const message = `Request must be smaller than ${most} bytes for the InvokeFunction operation`;
  throw new ServiceError('RequestTooLargeException', message, 413);
}

function answerOf(outcome: InvokeOutcome, c: Context<NodeEnv>): Response {
  return c.body(JSON.stringify(outcome.ok ? outcome.result : outcome.error), 200, {
    'content-type': 'application/json',
    'x-amz-executed-version': '$LATEST',
    ...(!outcome.ok && { 'x-amz-function-error': 'Unhandled' }),
  });
}
