import type { IncomingHttpHeaders, RequestListener, ServerResponse } from 'node:http';
import { readBody } from './listen.ts';

/** An error that the SDK shall see by its code. */
export class ServiceError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = 'ServiceError';
    this.code = code;
    this.status = status;
  }
}

export type Operation = (input: unknown, headers: IncomingHttpHeaders) => Promise<unknown>;

/** Answers AWS's JSON protocol: the operation stands in a header, its input in the body. */
export function jsonService(
  prefix: string,
  operations: Readonly<Record<string, Operation>>,
): RequestListener {
  return async (request, response) => {
    const target = String(request.headers['x-amz-target'] ?? '');
    const operation = operations[target.replace(`${prefix}.`, '')];
    try {
      const body = await readBody(request);
      if (!operation) throw new ServiceError('UnknownOperationException', `${target} is not known here`);
      sendJson(response, 200, await operation(JSON.parse(body.toString()), request.headers));
    } catch (error) {
      sendError(response, error);
    }
  };
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
  response.end(body === undefined ? '' : JSON.stringify(body));
}

/** Both ways in which AWS's JSON services name an error's code: in the body and in a header. */
export function sendError(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) return;
  const { code, status, message } =
    error instanceof ServiceError ? error : new ServiceError('InternalFailure', String(error), 500);
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': code });
  response.end(JSON.stringify({ __type: code, message, Message: message }));
}
