import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { HttpEvent, HttpResult } from '../../../functions/console/http/event.ts';
import { machineClock } from '../../../functions/lib/shared-clock.ts';
import { type Listening, listen, readBody } from '../../lib/listen.ts';
import type { InvokeOutcome } from '../lambda/functions.ts';

export interface HttpApiOptions {
  readonly port?: number;
  /** Answers every request. */
  readonly invoke: (event: HttpEvent) => Promise<InvokeOutcome>;
}

/** API Gateway takes no more. */
const MAX_BYTES = 10 * 1024 * 1024;

/** An HTTP API whose every request goes to one function, in payload format 2.0. */
export function startHttpApi({ port, invoke }: HttpApiOptions): Promise<Listening> {
  const server = createServer(async (request, response) => {
    const body = await readBody(request).catch(() => null);
    if (!body) return;
    if (body.length > MAX_BYTES) return sendMessage(response, 413, 'Request Entity Too Large');
    const outcome = await invoke(eventOf(request, body));
    if (!outcome.ok) return sendMessage(response, 500, 'Internal Server Error');
    send(response, outcome.result as HttpResult);
  });
  return listen(server, port);
}

/** Bodies of these types come as they are, others in base64: a form's too. */
const TEXT = /^(text\/|application\/(json|javascript|xml)\b)/;

/** The event that API Gateway makes of a request. */
function eventOf(
  { method = 'GET', url = '/', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  body: Buffer,
): HttpEvent {
  const { cookie, ...others } = headers;
  const [path = '', ...query] = url.split('?');
  const isText = TEXT.test(headers['content-type'] ?? '');
  const now = machineClock.now();
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: decoded(path),
    rawQueryString: query.join('?'),
    ...(cookie !== undefined && { cookies: cookie.split('; ') }),
    headers: Object.fromEntries(Object.entries(others).map(([name, value]) => [name, String(value)])),
    ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
    requestContext: {
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      domainName: headers.host ?? '',
      time: now.toString(),
      timeEpoch: now.epochMilliseconds,
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
    },
  } as HttpEvent;
}

/** API Gateway's raw path isn't raw: it is decoded once. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function send(response: ServerResponse, result: HttpResult): void {
  const { statusCode, headers, cookies, body, isBase64Encoded } = result;
  response.writeHead(statusCode, { ...headers, ...(cookies.length > 0 && { 'set-cookie': [...cookies] }) });
  response.end(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'));
}

function sendMessage(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ message }));
}
