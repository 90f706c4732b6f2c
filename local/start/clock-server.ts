import { type Context, Hono } from 'hono';
import { Temporal } from 'temporal-polyfill';
import { COURT_TIME, readCourtTime } from '../lib/court-time.ts';
import type { Listening } from '../lib/listen.ts';
import type { PageKey } from '../lib/page-key.ts';
import { type NodeEnv, serve } from '../lib/serve.ts';
import type { ClockControl } from './clock-control.ts';
import { type ClockView, clockPage } from './clock-page.tsx';

/** The server of the clock's page. */
export interface ClockServer extends Listening {
  /** Begins to answer with a clock; before that the answer is "starting". */
  serve(control: ClockControl, links: ClockView['links']): void;
}

interface ClockEnv extends NodeEnv {
  readonly Variables: { readonly control: ClockControl; readonly links: ClockView['links'] };
}

type Fields = Readonly<Record<string, unknown>>;

/** What comes of a request to move the clock or to upload. */
type Answer =
  /** It has begun; `done` ends when it has been done. */
  { readonly ok: true; readonly done: Promise<void> } | Refusal;

interface Refusal {
  readonly ok: false;
  readonly status: 400 | 404 | 409;
  readonly message: string;
}

const MAX_BYTES = 4096;
const HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  // Without a referrer a browser wouldn't say either where a form came from.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/**
 * The page "The clock", and the same as JSON: `GET /clock`, `POST /clock/next`, `POST /clock/to` { at }. An answer in
 * JSON comes when the clock has arrived; a browser's form is led back at once to the page, which shows how far it is.
 */
export async function startClockServer({
  pageKey,
  port,
}: {
  pageKey: PageKey;
  port?: number;
}): Promise<ClockServer> {
  let served: ClockEnv['Variables'] | null = null;
  const app = new Hono<ClockEnv>();

  app.use(async (c, next) => {
    const { host = '', origin } = c.env.incoming.headers;
    if (c.req.method === 'POST' && origin !== `http://${host}`) {
      return c.json({ message: 'Only this server’s own pages can move the clock' }, 403, HEADERS);
    }
    if (!served) return c.json({ message: 'Crier is starting' }, 503, HEADERS);
    c.set('control', served.control);
    c.set('links', served.links);
    return next();
  });
  app.get('/', (c) => c.redirect('/clock'));
  app.get('/clock', async (c) =>
    wantsJson(c) ? c.json(await stateOf(c.var.control), 200, HEADERS) : sendPage(c),
  );
  app.post('*', async (c) => {
    const fields = fieldsIn(await c.req.text());
    const asked = fields ? await ask(c.var.control, { path: c.req.path, fields }) : UNREADABLE;
    return wantsJson(c) ? answerJson(c, asked) : answerBrowser(c, asked);
  });
  app.notFound((c) => c.json({ message: 'There is no such page' }, 404, HEADERS));
  app.onError((_, c) => c.body(null, 500));

  return {
    ...(await serve(app, { port, pages: { key: pageKey } })),
    serve: (control, links) => {
      served = { control, links };
    },
  };
}

function wantsJson({ req }: Context<ClockEnv>): boolean {
  return (req.header('accept') ?? '').includes('application/json');
}

/** `null` for what is too long, and for what is neither a form nor an object of JSON. */
function fieldsIn(body: string): Fields | null {
  if (Buffer.byteLength(body) > MAX_BYTES) return null;
  const text = body.trim();
  // By the text, not by its declared type: curl calls JSON a form unless it is given another type.
  if (!text.startsWith('{')) return Object.fromEntries(new URLSearchParams(text));
  try {
    return { ...JSON.parse(text) };
  } catch {
    return null;
  }
}

/** Refuses what can't be done, and begins what can. */
async function ask(
  control: ClockControl,
  { path, fields }: { path: string; fields: Fields },
): Promise<Answer> {
  const [next] = path === '/clock/next' ? await control.upcoming() : [];
  if (control.movingTo()) return refused(409, 'Cannot move the clock because it is already moving');
  switch (path) {
    case '/clock/next':
      if (!next) return refused(409, 'Cannot move the clock because nothing is coming up');
      return { ok: true, done: control.goTo(next.at) };
    case '/clock/to':
      return goTo(fields.at, { control, zone: await control.zone() });
    case '/clock/upload':
      return { ok: true, done: control.upload(String(fields.file)) };
    default:
      return refused(404, 'There is no such page');
  }
}

function goTo(given: unknown, { control, zone }: { control: ClockControl; zone: string }): Answer {
  const at = readCourtTime(String(given), zone);
  if (!at) {
    const found = given === undefined || given === '' ? 'missing' : String(given);
    return refused(400, `Cannot go there because "at" must be ${COURT_TIME}: it is ${found}`);
  }
  if (Temporal.Instant.compare(at, control.now()) < 0) {
    return refused(409, `Cannot go to ${at} because it has passed: the clock can’t go back`);
  }
  return { ok: true, done: control.goTo(at) };
}

function refused(status: Refusal['status'], message: string): Refusal {
  return { ok: false, status, message };
}

const UNREADABLE = refused(400, 'Cannot read the request because it must be a form or a JSON object');

/** Answers once it has been done. */
async function answerJson(c: Context<ClockEnv>, asked: Answer): Promise<Response> {
  if (!asked.ok) return c.json({ message: asked.message }, asked.status, HEADERS);
  const failed = await asked.done.then(
    () => null,
    (error: Error) => error.message,
  );
  if (failed) return c.json({ message: failed }, 500, HEADERS);
  return c.json(await stateOf(c.var.control), 200, HEADERS);
}

/** Leads the browser to the page at once; what fails later is shown there. */
function answerBrowser(c: Context<ClockEnv>, asked: Answer): Response | Promise<Response> {
  if (!asked.ok) return sendPage(c, asked);
  asked.done.catch(() => {});
  return c.body(null, 303, { ...HEADERS, location: '/clock' });
}

async function stateOf(control: ClockControl) {
  const [next] = await control.upcoming();
  const movingTo = control.movingTo();
  return {
    now: control.now().toString(),
    zone: await control.zone(),
    live: movingTo === null,
    movingTo: movingTo?.toString() ?? null,
    next: next ? { at: next.at.toString(), what: next.what } : null,
  };
}

async function sendPage(c: Context<ClockEnv>, refusal?: Refusal): Promise<Response> {
  const { control, links } = c.var;
  const [upcoming, uploads, zone] = await Promise.all([
    control.upcoming(),
    control.uploads(),
    control.zone(),
  ]);
  const movingTo = control.movingTo();
  const last = movingTo || refusal ? null : control.takeLast();
  const view = { zone, now: control.now(), movingTo, upcoming, uploads, last };
  const page = clockPage({ ...view, refusal: refusal?.message ?? null, links });
  return c.html(page, refusal?.status ?? 200, HEADERS);
}
