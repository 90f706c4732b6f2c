import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import { answerAtDoor, type PageDoor } from './page-door.tsx';

/** Whose requests a server on loopback answers, besides programs on this machine and its own pages. */
export interface Guests {
  /** Origins whose pages may call it: `http://127.0.0.1:4726`. @default none */
  readonly origins?: () => readonly string[];
  /**
   * Who may open its pages. Links and redirects of other pages on this machine may lead there, too.
   * @default it has no pages
   */
  readonly pages?: PageDoor;
  /**
   * Whether it checks a signature on each request. Then links of other pages on this machine may open what they are
   * signed for, and forms may come without an origin, which a page's policy can withhold.
   */
  readonly signed?: boolean;
}

/** A request, as far as it shows who sent it. */
interface Visit {
  readonly method: string | undefined;
  readonly headers: IncomingHttpHeaders;
  /** The port that it came in on. */
  readonly port: number | undefined;
}

/** What is foreign about a request. */
type Foreign = 'Host' | 'Origin' | 'Sec-Fetch-Site';

/**
 * The header that shows that a request comes from another website; `null` when none does. A page of any website can
 * make a browser on this machine send requests here. `Host` catches a website whose name resolves to this machine (DNS
 * rebinding), `Origin` and `Sec-Fetch-Site` the others. Programs send neither of the two:
 * https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site
 */
export function foreignHeader({ method, headers, port }: Visit, guests: Guests = {}): Foreign | null {
  const { host = '', origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = headers;
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return 'Host';
  const isNavigation = mode === 'navigate';
  if (site === 'same-site') {
    if (origin !== undefined && guests.origins?.().includes(origin)) return null;
    if (guests.signed && method === 'POST' && isNavigation && origin === 'null') return null;
    const isLink = method === 'GET' && isNavigation && headers['sec-fetch-dest'] === 'document';
    if ((guests.pages || guests.signed) && isLink && origin === undefined) return null;
    return 'Sec-Fetch-Site';
  }
  const isOwnOrigin = origin === undefined || origin === `http://${host}`;
  if (!isOwnOrigin && !guests.origins?.().includes(origin)) return 'Origin';
  return site === undefined || site === 'same-origin' || site === 'none' ? null : 'Sec-Fetch-Site';
}

/** Lets a server see no request from another website, and none for a page without the key: they get a 403. */
export function guardServer(server: Server, guests: Guests = {}): void {
  const handlers = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { method, headers, socket } = request;
    const foreign = foreignHeader({ method, headers, port: socket.localPort }, guests);
    if (foreign) return refuse(response, foreign);
    if (guests.pages && answerAtDoor(request, response, guests.pages)) return;
    for (const handle of handlers) handle.call(server, request, response);
  });
}

function refuse(response: ServerResponse, foreign: Foreign): void {
  response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
  response.end(
    `Refused because of the ${foreign} header: on this machine, Crier responds only to its own pages. ` +
      'To open a page, enter the address that npm start printed.\n',
  );
}
