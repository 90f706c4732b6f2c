import type { IncomingHttpHeaders } from 'node:http';
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { CheckSignature, Flaw, Service } from '../cloud/iam/signature.ts';
import { FLAW_MESSAGES } from '../cloud/iam/signature.ts';
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

/** AWS's code for each flaw of a signature, in its JSON services. */
export const JSON_FLAWS: Readonly<Record<Flaw, string>> = {
  unsigned: 'MissingAuthenticationTokenException',
  'unknown-key': 'UnrecognizedClientException',
  'wrong-signature': 'InvalidSignatureException',
  'wrong-payload': 'InvalidSignatureException',
  expired: 'InvalidSignatureException',
};

/**
 * An app that answers errors as AWS's JSON services do, and any request with "unknown" until it gets routes. What isn't
 * signed well is refused.
 */
export function awsJsonApp(service: Service, checkSignature: CheckSignature): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>();
  app.use(async (c, next) => {
    const { method = '', url = '', headers } = c.env.incoming;
    const body = Buffer.from(await c.req.arrayBuffer());
    const flaw = checkSignature({ method, url, headers, body }, service);
    if (flaw) throw new ServiceError(JSON_FLAWS[flaw], FLAW_MESSAGES[flaw], 403);
    return next();
  });
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
