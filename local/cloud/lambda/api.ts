import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { ServiceError, sendError, sendJson } from '../../lib/json-service.ts';
import { type Listening, listen, readBody } from '../../lib/listen.ts';
import type { Access } from '../iam/access.ts';
import { nameIn } from '../template/account.ts';
import type { InvokeOutcome, LocalFunction } from './functions.ts';

export interface LambdaApiOptions {
  readonly port?: number;
  readonly access?: Access;
  /** Finds a function by its id in the template, name or ARN. */
  readonly find: (name: string) => LocalFunction | undefined;
  readonly invoke: (fn: LocalFunction, event: unknown) => Promise<InvokeOutcome>;
  /** Invokes later, again when it fails. */
  readonly invokeLater: (fn: LocalFunction, event: unknown) => void;
}

const PATH = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

/** Lambda's Invoke, for people and their command lines. */
export function startLambdaApi(options: LambdaApiOptions): Promise<Listening> {
  const server = createServer(async (request, response) => {
    try {
      const body = await readBody(request);
      const fn = functionOf(request.url ?? '', request.headers);
      const event: unknown = body.length > 0 ? JSON.parse(body.toString()) : {};
      switch (request.headers['x-amz-invocation-type'] ?? 'RequestResponse') {
        case 'Event':
          options.invokeLater(fn, event);
          return sendJson(response, 202, undefined);
        case 'DryRun':
          return sendJson(response, 204, undefined);
        default:
          return sendOutcome(response, await options.invoke(fn, event));
      }
    } catch (error) {
      sendError(response, error);
    }
  });

  function functionOf(url: string, headers: IncomingHttpHeaders): LocalFunction {
    const [, encoded = ''] = PATH.exec(url.split('?')[0] ?? '') ?? [];
    const name = decodeURIComponent(encoded);
    const fn = options.find(name) ?? options.find(nameIn(name));
    if (!fn) throw new ServiceError('ResourceNotFoundException', `Function not found: ${name}`, 404);
    const request = { action: 'lambda:InvokeFunction', resource: fn.arn };
    const refusal = options.access?.refusal(headers, request);
    if (refusal) throw new ServiceError('AccessDeniedException', refusal, 403);
    return fn;
  }

  return listen(server, options.port);
}

function sendOutcome(response: ServerResponse, outcome: InvokeOutcome): void {
  response.writeHead(200, {
    'content-type': 'application/json',
    'x-amz-executed-version': '$LATEST',
    ...(!outcome.ok && { 'x-amz-function-error': 'Unhandled' }),
  });
  response.end(JSON.stringify(outcome.ok ? outcome.result : outcome.error));
}
