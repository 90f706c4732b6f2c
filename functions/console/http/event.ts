import { isPlainPath } from './paths.ts';
import { Refusal } from './refusal.ts';

/** An HTTP API's event in payload format 2.0, as far as it is used. */
export interface HttpEvent {
  readonly rawPath: string;
  readonly rawQueryString?: string;
  readonly cookies?: readonly string[];
  /** Names in lower case; several values of one are joined by a comma. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
  readonly requestContext: {
    readonly requestId: string;
    /** When the request came, epoch milliseconds. */
    readonly timeEpoch: number;
    readonly http: { readonly method: string; readonly sourceIp?: string };
  };
}

/** What an HTTP API sends on. */
export interface HttpResult {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

/** The largest body that any form of the console sends, in bytes. Uploads go to S3. */
export const MAX_BODY_BYTES = 256 * 1024;

/** What browsers do with pages and forms. */
const METHODS: readonly string[] = ['GET', 'HEAD', 'POST'];

/** A request as it came in. */
interface Incoming {
  readonly request: Request;
  /** Why the request is refused at once: an unknown path or method, or a body that is too large. */
  readonly refusal: Refusal | null;
}

/** The request of an event. Its host is always the console's own: the event's isn't trusted. */
export function requestOf(event: HttpEvent, origin: string): Incoming {
  const { rawPath, rawQueryString, body, requestContext } = event;
  const { method } = requestContext.http;
  const refuse = (refusal: Refusal) => ({ request: new Request(origin), refusal });
  if (!METHODS.includes(method)) return refuse(badMethod());
  if (!isPlainPath(rawPath)) return refuse(badPath());
  const bytes = body ? Buffer.from(body, event.isBase64Encoded ? 'base64' : 'utf8') : null;
  if (bytes && bytes.length > MAX_BODY_BYTES) return refuse(tooLarge());
  const hasBody = bytes !== null && method === 'POST';
  const query = rawQueryString ? `?${rawQueryString}` : '';
  const request = new Request(`${origin}${rawPath}${query}`, {
    method,
    headers: headersOf(event),
    ...(hasBody && { body: bytes }),
  });
  return { request, refusal: null };
}

const NAME = /^[a-zA-Z0-9-]+$/;
const VALUE = /^[\x20-\x7e\t]*$/;

/** The event's headers; those that aren't plain ASCII are left out, and none of them is read. */
function headersOf({ headers = {}, cookies = [] }: HttpEvent): Headers {
  const kept = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && NAME.test(name) && VALUE.test(value)) kept.set(name, value);
  }
  // One by one: a bad cookie set by another site of the domain must not lose the user's session.
  const plain = cookies.flatMap((some) => some.split(';')).filter((cookie) => VALUE.test(cookie));
  if (plain.length > 0) kept.set('cookie', plain.map((cookie) => cookie.trim()).join('; '));
  return kept;
}

function badMethod(): Refusal {
  return new Refusal(405, 'bad-method', {
    title: 'Crier can’t process this request',
    why: 'The request was neither for a page nor for a form. Nothing was done.',
    action: 'Open the console in a browser.',
  });
}

function badPath(): Refusal {
  return new Refusal(400, 'bad-path', {
    title: 'This address doesn’t work',
    why: 'It contains characters that no Crier address has.',
    action: 'Go to the overview and find the page from there.',
  });
}

function tooLarge(): Refusal {
  return new Refusal(413, 'too-large', {
    title: 'The request was too large',
    why: 'It was larger than any Crier form allows.',
    action: 'Nothing was done. Upload files on the roster page or the launch plan page.',
  });
}

const TEXT = /^(text\/|application\/json|image\/svg\+xml)/;

/** What API Gateway sends on: text as it is, everything else in base64. */
export async function resultOf(response: Response): Promise<HttpResult> {
  const headers = new Headers(response.headers);
  const cookies = headers.getSetCookie();
  headers.delete('set-cookie');
  const isText = TEXT.test(headers.get('content-type') ?? 'text/') && !headers.has('content-encoding');
  const bytes = Buffer.from(await response.arrayBuffer());
  return {
    statusCode: response.status,
    headers: Object.fromEntries(headers),
    cookies,
    body: bytes.toString(isText ? 'utf8' : 'base64'),
    isBase64Encoded: !isText,
  };
}
