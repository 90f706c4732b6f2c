import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Temporal } from 'temporal-polyfill';
import { COURT_TIME, courtTime } from '../lib/court-time.ts';
import { type Listening, listen, readBody } from '../lib/listen.ts';
import type { ClockDesk } from './clock-desk.ts';
import { type ClockView, clockPage } from './clock-page.ts';

/** The server of the clock's page. */
export interface ClockServer extends Listening {
  /** Begins to answer with a clock. Before that there is nothing to see. */
  serve(desk: ClockDesk, links: ClockView['links']): void;
}

/** What came of what was asked for. `done` ends when it has been done. */
type Answer =
  | { readonly ok: true; readonly done: Promise<void> }
  | { readonly ok: false; readonly status: 400 | 404 | 409; readonly message: string };

/** Another name that a strange website lets lead here would let it move the clock. */
const OWN_HOST = /^(127\.0\.0\.1|localhost)(:\d+)?$/;
const MAX_BYTES = 4096;
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  // Without a referrer a browser wouldn't say either where a form came from.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/**
 * The page "The clock", and the same as JSON: `GET /clock`, `POST /clock/next`, `POST /clock/to` { at }. An answer in
 * JSON comes when the clock has arrived; a browser's form is led back at once to the page, which shows how far it is.
 */
export async function startClockServer({ port }: { port?: number } = {}): Promise<ClockServer> {
  let served: { desk: ClockDesk; links: ClockView['links'] } | null = null;
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { host = '', origin } = request.headers;
    const isPost = request.method === 'POST';
    if (!OWN_HOST.test(host) || (isPost && origin !== `http://${host}`)) {
      return sendJson(response, 403, { message: 'Only pages of this server may move the clock' });
    }
    if (!served) return sendJson(response, 503, { message: 'Crier is starting' });
    const { desk, links } = served;
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const wantsJson = (request.headers.accept ?? '').includes('application/json');
    if (!isPost) {
      if (pathname === '/') return void response.writeHead(302, { location: '/clock' }).end();
      if (pathname !== '/clock') return sendJson(response, 404, { message: 'There is no such page' });
      return wantsJson ? sendJson(response, 200, await stateOf(desk)) : sendPage(response, { desk, links });
    }
    const fields = await fieldsOf(request);
    const asked = fields
      ? await ask(desk, { pathname, fields })
      : refused(400, 'Cannot read what was sent because it must be a form, or an object of JSON');
    if (!asked.ok) {
      const { status, message } = asked;
      if (wantsJson) return sendJson(response, status, { message });
      return sendPage(response, { desk, links, refusal: message, status });
    }
    if (!wantsJson) {
      // A failure stands on the page that it leads to.
      asked.done.catch(() => {});
      return void response.writeHead(303, { ...HEADERS, location: '/clock' }).end();
    }
    const failed = await asked.done.then(
      () => null,
      (error: Error) => error.message,
    );
    if (failed) return sendJson(response, 500, { message: failed });
    return sendJson(response, 200, await stateOf(desk));
  }

  const listening = await listen(server, port);
  return {
    ...listening,
    serve: (desk, links) => {
      served = { desk, links };
    },
  };
}

/** Looks whether it can be done, and begins. */
async function ask(
  desk: ClockDesk,
  { pathname, fields }: { pathname: string; fields: Readonly<Record<string, unknown>> },
): Promise<Answer> {
  const [next] = pathname === '/clock/next' ? await desk.coming() : [];
  if (desk.movingTo()) return refused(409, 'Cannot move the clock because it is on its way already');
  switch (pathname) {
    case '/clock/next':
      return next
        ? { ok: true, done: desk.goTo(next.at) }
        : refused(409, 'Cannot go on because nothing comes');
    case '/clock/to': {
      const at = courtTime(String(fields.at), desk.zone);
      if (!at)
        return refused(400, `Cannot go there because "at" must be ${COURT_TIME}: it is ${found(fields.at)}`);
      if (Temporal.Instant.compare(at, desk.now()) < 0)
        return refused(409, `Cannot go to ${at} because it is over: the clock never goes back`);
      return { ok: true, done: desk.goTo(at) };
    }
    case '/clock/upload':
      return { ok: true, done: desk.upload(String(fields.file)) };
    default:
      return refused(404, 'There is no such page');
  }
}

function refused(status: 400 | 404 | 409, message: string): Answer {
  return { ok: false, status, message };
}

/** What was given, to whoever gave it. */
function found(value: unknown): string {
  return value === undefined || value === '' ? 'missing' : String(value);
}

async function fieldsOf(request: IncomingMessage): Promise<Record<string, unknown> | null> {
  const body = await readBody(request);
  if (body.length > MAX_BYTES) return null;
  const text = body.toString().trim();
  // By what it is: curl calls JSON a form unless it is told otherwise.
  if (!text.startsWith('{')) return Object.fromEntries(new URLSearchParams(text));
  try {
    return { ...JSON.parse(text) };
  } catch {
    return null;
  }
}

async function stateOf(desk: ClockDesk): Promise<object> {
  const [next] = await desk.coming();
  const movingTo = desk.movingTo();
  return {
    now: desk.now().toString(),
    zone: desk.zone,
    live: movingTo === null,
    movingTo: movingTo?.toString() ?? null,
    next: next ? { at: next.at.toString(), what: next.what } : null,
  };
}

async function sendPage(
  response: ServerResponse,
  {
    desk,
    links,
    refusal = null,
    status = 200,
  }: { desk: ClockDesk; links: ClockView['links']; refusal?: string | null; status?: number },
): Promise<void> {
  const [coming, uploads] = await Promise.all([desk.coming(), desk.uploads()]);
  const { zone } = desk;
  const view = { zone, now: desk.now(), movingTo: desk.movingTo(), coming, uploads, last: desk.last() };
  response.writeHead(status, { ...HEADERS, 'content-type': 'text/html; charset=utf-8' });
  response.end(clockPage({ ...view, refusal, links }));
}

function sendJson(response: ServerResponse, status: number, content: object): void {
  response.writeHead(status, { ...HEADERS, 'content-type': 'application/json' });
  response.end(JSON.stringify(content));
}
