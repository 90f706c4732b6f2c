import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Context, Hono } from 'hono';
import type { StatusCode } from 'hono/utils/http-status';
import type { HttpEvent, HttpResult } from '../../../functions/console/http/event.ts';
import { machineClock } from '../../../functions/lib/clock.ts';
import type { Listening } from '../../lib/listen.ts';
import type { PageKey } from '../../lib/page-key.ts';
import { type NodeEnv, serve } from '../../lib/serve.ts';
import type { InvokeOutcome } from '../lambda/functions.ts';
import { LIMITS } from '../limits.ts';

interface HttpApiOptions {
  /** @default a free one */
  readonly port?: number;
  /** What opens the pages. */
  readonly pageKey: PageKey;
  /** Answers every request. */
  readonly invoke: (event: HttpEvent) => Promise<InvokeOutcome>;
  /** Hears the status of each answer. */
  readonly onAnswer?: (status: number) => void;
  /** @default API Gateway's */
  readonly mostSeconds?: number;
}

/** An HTTP API whose every request goes to one function, in payload format 2.0. */
export function startHttpApi(options: HttpApiOptions): Promise<Listening> {
  const { port, pageKey, invoke, mostSeconds, onAnswer } = options;
  const app = new Hono<NodeEnv>();
  app.use(async (c, next) => {
    await next();
    onAnswer?.(c.res.status);
  });
  app.all('*', async (c) => {
    const body = Buffer.from(await c.req.arrayBuffer());
    const event = eventOf(c, body);
    if (isTooLarge(body, event)) return c.json({ message: 'Request Entity Too Large' }, 413);
    const outcome = await within(mostSeconds ?? LIMITS.httpSeconds.most, invoke(event));
    if (!outcome) return c.json({ message: 'Service Unavailable' }, 503);
    if (!outcome.ok) return c.json({ message: 'Internal Server Error' }, 500);
    return answerOf(c, outcome.result as HttpResult);
  });
  return serve(app, { port, pages: { key: pageKey } });
}

/** Whether API Gateway refuses the request, or Lambda the event that it becomes. */
function isTooLarge(body: Buffer, event: HttpEvent): boolean {
  if (body.length > LIMITS.httpRequest.most) return true;
  return Buffer.byteLength(JSON.stringify(event)) > LIMITS.lambdaRequest.most;
}

/** What comes within some seconds of the machine's time; `null` when nothing does. */
async function within<Result>(seconds: number, result: Promise<Result>): Promise<Result | null> {
  const timer = new AbortController();
  const late = wait(seconds * 1000, null, { signal: timer.signal, ref: false }).catch(() => null);
  try {
    return await Promise.race([result, late]);
  } finally {
    timer.abort();
  }
}

/** Bodies of these types are passed as text, others in base64: a form's too. */
const TEXT = /^(text\/|application\/(json|javascript|xml)\b)/;

/** The event that API Gateway makes of a request, from the address as it was sent. */
function eventOf({ env }: Context<NodeEnv>, body: Buffer): HttpEvent {
  const { method = 'GET', url = '/', headers } = env.incoming;
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

function answerOf(c: Context<NodeEnv>, result: HttpResult): Response {
  const { statusCode, headers, cookies, body, isBase64Encoded } = result;
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  // Some statuses may have no body, not even an empty one.
  return c.newResponse(bytes.length > 0 ? bytes : null, statusCode as StatusCode, { ...headers });
}
