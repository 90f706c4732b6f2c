import { randomUUID } from 'node:crypto';
import { consoleCookies } from '../../../functions/console/http/cookies.ts';
import type { HttpEvent, HttpResult } from '../../../functions/console/http/event.ts';
import type { Handler } from '../../../functions/lib/runtime.ts';
import type { Cloud } from '../../../local/cloud/cloud.ts';

export interface Answer extends HttpResult {
  /** The body as text. */
  readonly text: string;
  readonly bytes: Buffer;
  readonly location: string;
}

interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  /** What else the event should hold instead. */
  readonly event?: Partial<HttpEvent>;
}

/** A browser at the function itself: it keeps cookies, and makes events of payload format 2.0. */
export interface Browser {
  readonly cookies: Map<string, string>;
  /** What the console calls its cookies. */
  readonly names: Readonly<Record<'session' | 'flow' | 'notice', string>>;
  /** When its requests come; set it to let time pass. */
  now: number;
  get(path: string, sent?: Sent): Promise<Answer>;
  /** Sends a form as a page of the console would. */
  post(path: string, fields: Readonly<Record<string, string>> | string, sent?: Sent): Promise<Answer>;
  /** Sends a form that has problems. @returns the page that it is led back to, which shows them */
  submit(path: string, fields: Readonly<Record<string, string>>): Promise<Answer>;
  /** Opens a page. What has words, `/filers?q=smith&state=linked`, is searched by the page's form. */
  open(path: string): Promise<Answer>;
  /** Chooses someone at the provider. @returns the path and query to which it leads back */
  wayBack(authorize: string, person: string): Promise<string>;
  /** Goes through the provider as someone. @returns the answer to the way back */
  signIn(person: string, to?: string): Promise<Answer>;
  /** The secret of its forms. */
  csrf(): Promise<string>;
}

export function browserAt(
  handler: Handler<HttpEvent, HttpResult>,
  { console: origin, pageKey }: Pick<Cloud, 'console' | 'pageKey'>,
): Browser {
  const { session, flow, notice } = consoleCookies({ isRehearsal: true, origin });
  const cookies = new Map<string, string>();
  const browser: Browser = {
    cookies,
    names: { session: session.name, flow: flow.name, notice: notice.name },
    now: Date.parse('2026-11-24T12:00:00Z'),
    get,
    post,
    submit,
    open,
    wayBack,
    signIn,
    csrf,
  };

  async function send(method: string, path: string, event: Partial<HttpEvent>): Promise<Answer> {
    const [rawPath = '', ...query] = path.split('?');
    const result = await handler(
      {
        rawPath,
        rawQueryString: query.join('?'),
        ...(cookies.size > 0 && { cookies: [...cookies].map(([name, value]) => `${name}=${value}`) }),
        requestContext: { requestId: randomUUID(), timeEpoch: browser.now, http: { method } },
        ...event,
      },
      { awsRequestId: randomUUID(), getRemainingTimeInMillis: () => 29_000 },
    );
    for (const cookie of result.cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const bytes = Buffer.from(result.body, result.isBase64Encoded ? 'base64' : 'utf8');
    return { ...result, bytes, text: bytes.toString(), location: result.headers.location ?? '' };
  }

  function get(path: string, { headers = {}, event = {} }: Sent = {}): Promise<Answer> {
    return send('GET', path, { headers, ...event });
  }

  function post(
    path: string,
    fields: Readonly<Record<string, string>> | string,
    sent: Sent = {},
  ): Promise<Answer> {
    const text = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString();
    return send('POST', path, {
      headers: {
        origin,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
        ...sent.headers,
      },
      // API Gateway hands forms on in base64.
      body: Buffer.from(text).toString('base64'),
      isBase64Encoded: true,
      ...sent.event,
    });
  }

  async function submit(path: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
    const { statusCode, location } = await post(path, fields);
    if (statusCode !== 303 || !/[?&]form=/.test(location)) {
      throw new Error(`Cannot return to the form because it was accepted: ${statusCode} ${location}`);
    }
    return get(location);
  }

  async function open(path: string): Promise<Answer> {
    const { pathname, searchParams } = new URL(path, origin);
    if (!searchParams.has('q')) return get(path);
    const { location } = await post(pathname, { ...Object.fromEntries(searchParams), csrf: await csrf() });
    return get(location);
  }

  async function signIn(person: string, to?: string): Promise<Answer> {
    const start = await get(
      to === undefined ? '/sign-in/start' : `/sign-in/start?to=${encodeURIComponent(to)}`,
    );
    return get(await wayBack(start.location, person));
  }

  async function wayBack(authorize: string, person: string): Promise<string> {
    const url = new URL(authorize);
    url.searchParams.set('person', person);
    const { authorization } = pageKey;
    const answer = await fetch(url, { redirect: 'manual', headers: { authorization } });
    const back = new URL(answer.headers.get('location') ?? '');
    return `${back.pathname}${back.search}`;
  }

  async function csrf(): Promise<string> {
    const { text } = await get('/');
    return /name="csrf" value="([^"]+)"/.exec(text)![1]!;
  }

  return browser;
}
