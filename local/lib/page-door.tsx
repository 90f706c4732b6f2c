import type { IncomingMessage, ServerResponse } from 'node:http';
import { localPage } from './local-page.tsx';
import type { PageKey } from './page-key.ts';

/** What a server with pages lets in: who has the key of the start. */
export interface PageDoor {
  readonly key: PageKey;
  /** Whether a request is not for a page, and is checked by other means. @default none is */
  readonly isProgram?: (request: Pick<IncomingMessage, 'method' | 'url'>) => boolean;
}

type Visit = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

/** What becomes of a request at the door. */
type Admission =
  | { readonly kind: 'open' | 'closed' }
  /** It has come by the link: it gets the cookie, and is led to the address without the key. */
  | { readonly kind: 'led'; readonly location: string };

/** Decides whether a request may open a page. */
export function admission(visit: Visit, { key, isProgram }: PageDoor): Admission {
  if (isProgram?.(visit)) return { kind: 'open' };
  const hasKey = key.isIn(visit.headers);
  if (!visit.url?.startsWith('/')) return { kind: 'closed' };
  // Absolute, so that a path that begins with two slashes leads nowhere else.
  const address = new URL(`http://${visit.headers.host}${visit.url}`);
  const given = address.searchParams.get('key');
  if (given === null || visit.method !== 'GET') return { kind: hasKey ? 'open' : 'closed' };
  if (!hasKey && !key.is(given)) return { kind: 'closed' };
  address.searchParams.delete('key');
  return { kind: 'led', location: address.href };
}

/** No page may pass its address on: it can hold the key. */
const HEADERS = {
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};

/** Answers a request that may not continue to the page. @returns whether it has answered */
export function answerAtDoor(request: IncomingMessage, response: ServerResponse, door: PageDoor): boolean {
  const decided = admission(request, door);
  switch (decided.kind) {
    case 'open':
      return false;
    case 'led':
      response.writeHead(303, { ...HEADERS, location: decided.location, 'set-cookie': door.key.setCookie });
      response.end();
      return true;
    case 'closed':
      refuse(request, response);
      return true;
  }
}

const WHERE = 'To open Crier’s pages, use the link that npm start printed in its terminal.';

function refuse({ headers: { accept = '' } }: IncomingMessage, response: ServerResponse): void {
  const [type, body] = accept.includes('text/html')
    ? (['text/html', closedPage()] as const)
    : accept.includes('application/json')
      ? (['application/json', JSON.stringify({ message: WHERE })] as const)
      : (['text/plain', `${WHERE}\n`] as const);
  response.writeHead(403, {
    ...HEADERS,
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    connection: 'close',
  });
  response.end(body);
}

function closedPage(): string {
  return localPage({
    title: 'Link needed · Crier',
    body: (
      <div class="crier-sign-in">
        <h1>Open Crier with its link</h1>
        <p>{WHERE}</p>
        <p>Each start prints a new link; earlier links stop working.</p>
      </div>
    ),
  });
}
