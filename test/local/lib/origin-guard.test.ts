import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../../../local/lib/listen.ts';
import { foreignHeader, type Guests } from '../../../local/lib/origin-guard.ts';
import { newPageKey } from '../../../local/lib/page-key.ts';
import { rawRequest } from '../../support/local/raw-request.ts';

const CONSOLE = 'http://127.0.0.1:4726';
const OWN = 'http://127.0.0.1:4721';
const LINK = { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
const FORM = { ...LINK, origin: 'null' };
const PAGES: Guests = { pages: { key: newPageKey() } };
const UPLOADS: Guests = { origins: () => [CONSOLE], signed: true };

interface Visit {
  readonly method?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly guests?: Guests;
}

function foreignIn({ method = 'GET', headers, guests = {} }: Visit) {
  return foreignHeader({ method, headers: { host: '127.0.0.1:4721', ...headers }, port: 4721 }, guests);
}

describe('a server on loopback answers', () => {
  it.each<[string, Visit]>([
    ['a program', { headers: {} }],
    ['a program that says localhost', { headers: { host: 'localhost:4721' } }],
    ['an address that a person types', { headers: { 'sec-fetch-site': 'none' } }],
    ['its own page', { method: 'POST', headers: { origin: OWN, 'sec-fetch-site': 'same-origin' } }],
    ['a link on another page of Crier', { headers: LINK, guests: PAGES }],
    ['a link of the console to a file that it signed', { headers: LINK, guests: UPLOADS }],
    [
      'a script of the console that uploads',
      { method: 'POST', headers: { origin: CONSOLE, 'sec-fetch-site': 'same-site' }, guests: UPLOADS },
    ],
    ['a form of the console, whose origin is withheld', { method: 'POST', headers: FORM, guests: UPLOADS }],
  ])('%s', (_, visit) => {
    expect(foreignIn(visit)).toBeNull();
  });
});

describe('attack: a page of another website makes the browser send', () => {
  const evil = 'http://evil.example';
  const neighbor = 'http://127.0.0.1:9999';
  it.each<[string, Visit, string]>([
    ['a name of its own that leads here', { headers: { host: 'evil.example:4721' } }, 'Host'],
    ['a name that starts like ours', { headers: { host: '127.0.0.1.evil.example:4721' } }, 'Host'],
    ['our name with its own port', { headers: { host: '127.0.0.1:9999' } }, 'Host'],
    ['our name without a port', { headers: { host: '127.0.0.1' } }, 'Host'],
    ['no name', { headers: { host: '' } }, 'Host'],
    ['its origin', { method: 'POST', headers: { origin: evil, 'sec-fetch-site': 'cross-site' } }, 'Origin'],
    ['its origin alone', { method: 'POST', headers: { origin: evil } }, 'Origin'],
    ['an origin that is hidden', { method: 'POST', headers: { origin: 'null' } }, 'Origin'],
    ['our origin by https', { headers: { origin: 'https://127.0.0.1:4721' } }, 'Origin'],
    ['a request without an origin', { headers: { 'sec-fetch-site': 'cross-site' } }, 'Sec-Fetch-Site'],
    [
      'a link from elsewhere',
      { headers: { ...LINK, 'sec-fetch-site': 'cross-site' }, guests: PAGES },
      'Sec-Fetch-Site',
    ],
    ['a request from another port', { headers: { 'sec-fetch-site': 'same-site' } }, 'Sec-Fetch-Site'],
    [
      'a script of another port',
      { headers: { origin: neighbor, 'sec-fetch-site': 'same-site' }, guests: UPLOADS },
      'Sec-Fetch-Site',
    ],
    [
      'a frame of another port',
      { headers: { ...LINK, 'sec-fetch-dest': 'iframe' }, guests: PAGES },
      'Sec-Fetch-Site',
    ],
    [
      'a form of another port',
      { method: 'POST', headers: { ...LINK, origin: neighbor }, guests: PAGES },
      'Sec-Fetch-Site',
    ],
    ['a link to a service', { headers: LINK }, 'Sec-Fetch-Site'],
    [
      'a script without an origin to S3',
      { method: 'POST', headers: { origin: 'null', 'sec-fetch-site': 'same-site' }, guests: UPLOADS },
      'Sec-Fetch-Site',
    ],
    ['a site that no browser knows', { headers: { 'sec-fetch-site': 'any' } }, 'Sec-Fetch-Site'],
  ])('%s, and is refused', (_, visit, header) => {
    expect(foreignIn(visit)).toBe(header);
  });
});

describe('listen', () => {
  let server: Listening;
  const seen: string[] = [];
  beforeAll(async () => {
    server = await listen(
      createServer(({ url = '' }, response) => void response.end(String(seen.push(url)))),
    );
  });
  afterAll(() => server.close());

  it('attack: a page opens a WebSocket, and the server never sees it', async () => {
    const answer = await rawRequest(server.url, {
      headers: {
        origin: 'http://evil.example',
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': Buffer.alloc(16).toString('base64'),
      },
    });
    expect([answer.status, seen]).toEqual([403, []]);
    expect(answer.body).toContain('Refused because of the Origin header');
    expect(answer.body).toContain('enter the address that npm start printed');
  });

  it('passes on what comes from this machine', async () => {
    expect([(await fetch(server.url)).status, seen]).toEqual([200, ['/']]);
  });
});
