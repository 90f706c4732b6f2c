import type { IncomingHttpHeaders } from 'node:http';
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { NodeEnv } from './serve.ts';

/** An error that the SDK tells apart by its code, such as `ResourceNotFoundException`. */
export class ServiceError extends Error {
  readonly code: string;
  /** Of the HTTP answer. */
  readonly status: ContentfulStatusCode;

  constructor(code: string, message: string, status: ContentfulStatusCode = 400) {
    super(message);
    this.name = 'ServiceError';
    this.code = code;
    this.status = status;
  }
}

/** What a service does with the input of one operation. @throws ServiceError when it refuses. */
type Operation = (input: unknown, headers: IncomingHttpHeaders) => Promise<unknown>;

const TYPE = { 'content-type': 'application/x-amz-json-1.1' };

/** An app that answers errors as AWS's JSON services do, and any request with "unknown" until it gets routes. */
export function awsJsonApp(): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>();
  app.onError((error, c) => {
    const { code, status, message } =
      error instanceof ServiceError ? error : new ServiceError('InternalFailure', String(error), 500);
    // Services name an error's code in the body or in a header; the SDK reads either.
    const body = JSON.stringify({ __type: code, message, Message: message });
    return c.body(body, status, { ...TYPE, 'x-amzn-errortype': code });
  });
  app.notFound((c) => {
    throw new ServiceError('UnknownOperationException', `${c.req.method} ${c.req.path} is not known here`);
  });
  return app;
}

/**
 * Lets an app answer operations of AWS's JSON protocol: a header names the operation, the body is its input.
 * @param service The prefix of the header: `AWSEvents`.
 */
export function addOperations(
  app: Hono<NodeEnv>,
  { service, operations }: { service: string; operations: Readonly<Record<string, Operation>> },
): void {
  app.post('*', async (c) => {
    const target = c.req.header('x-amz-target') ?? '';
    const operation = operations[target.replace(`${service}.`, '')];
    if (!operation) throw new ServiceError('UnknownOperationException', `${target} is not known here`);
    return awsJson(c, await operation(await c.req.json(), c.env.incoming.headers));
  });
}

/** An answer of AWS's JSON services. */
export function awsJson(c: Context<NodeEnv>, content: unknown): Response {
  return c.body(JSON.stringify(content), 200, TYPE);
}
