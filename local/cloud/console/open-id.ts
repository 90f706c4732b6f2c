import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { type Listening, listen, readBody } from '../../lib/listen.ts';
import { peoplePage } from './open-id-page.ts';

/** Somebody who is ready to sign in. */
export interface ReadyPerson {
  /** The user name. */
  readonly id: string;
  readonly name: string;
  /** Their own address, as checked. @default none */
  readonly email?: string;
  readonly groups: readonly string[];
}

/** A client as the template registers it. */
export interface OpenIdClient {
  readonly id: string;
  readonly callbacks: readonly string[];
  readonly logouts: readonly string[];
}

export interface OpenIdOptions {
  readonly port?: number;
  readonly people: () => readonly ReadyPerson[];
  /** `undefined` for a client that nobody registered. */
  readonly client: (id: string) => OpenIdClient | undefined;
}

/** What a code was given for. */
interface Grant {
  readonly client: string;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly nonce: string | null;
  readonly person: ReadyPerson;
}

interface Keys {
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

const LIFETIME = '5m';

/**
 * An OpenID Connect provider as Cognito is one, for this machine alone: it asks for no password. The console talks to
 * it as to any other.
 */
export async function startOpenId(options: OpenIdOptions): Promise<Listening> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const keys: Keys = {
    privateKey,
    jwk: { ...(await exportJWK(publicKey)), kid: 'local', alg: 'RS256', use: 'sig' },
  };
  const grants = new Map<string, Grant>();
  let issuer = '';

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer);
    switch (`${request.method} ${url.pathname}`) {
      case 'GET /.well-known/openid-configuration':
        return sendJson(response, 200, metadata(issuer));
      case 'GET /jwks':
        return sendJson(response, 200, { keys: [keys.jwk] });
      case 'GET /authorize':
        return authorize(url.searchParams, response, { options, grants });
      case 'POST /token':
        return token(await formOf(request), response, { issuer, keys, grants });
      case 'GET /logout':
        return logout(url.searchParams, response, options);
      default:
        return sendText(response, 404, 'There is nothing here.');
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: Error) => sendText(response, 500, error.message));
  });
  const listening = await listen(server, options.port);
  issuer = listening.url;
  return listening;
}

function metadata(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    end_session_endpoint: `${issuer}/logout`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none'],
  };
}

/** Shows who is ready to sign in; whom the browser chooses gets a code. */
function authorize(
  query: URLSearchParams,
  response: ServerResponse,
  { options, grants }: { options: OpenIdOptions; grants: Map<string, Grant> },
): void {
  const get = (name: string) => query.get(name) ?? '';
  const client = options.client(get('client_id'));
  const redirectUri = get('redirect_uri');
  if (!client?.callbacks.includes(redirectUri)) {
    sendText(response, 400, 'This client or its redirect_uri is not registered.');
    return;
  }
  if (get('response_type') !== 'code' || get('code_challenge_method') !== 'S256' || !get('code_challenge')) {
    sendText(response, 400, 'Only the code flow with S256 is known here.');
    return;
  }
  const person = options.people().find(({ id }) => id === query.get('person'));
  if (!person) {
    sendHtml(response, peoplePage(options.people(), query));
    return;
  }
  const code = randomUUID();
  const challenge = get('code_challenge');
  grants.set(code, { client: client.id, redirectUri, challenge, nonce: query.get('nonce'), person });
  const back = new URL(redirectUri);
  back.searchParams.set('code', code);
  back.searchParams.set('state', get('state'));
  redirect(response, back.href);
}

/** Trades a code, once, for who it was given for. */
async function token(
  form: URLSearchParams,
  response: ServerResponse,
  { issuer, keys, grants }: { issuer: string; keys: Keys; grants: Map<string, Grant> },
): Promise<void> {
  const code = form.get('code') ?? '';
  const grant = grants.get(code);
  grants.delete(code);
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  const fits =
    grant?.challenge === challenge &&
    grant.redirectUri === form.get('redirect_uri') &&
    grant.client === form.get('client_id');
  if (!grant || !fits) return sendJson(response, 400, { error: 'invalid_grant' });
  const { person, client, nonce } = grant;
  const claims = {
    name: person.name,
    ...(person.email && { email: person.email, email_verified: true }),
    'cognito:username': person.id,
    ...(person.groups.length > 0 && { 'cognito:groups': person.groups }),
    ...(nonce && { nonce }),
  };
  const idToken = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: 'local' })
    .setIssuer(issuer)
    .setAudience(client)
    .setSubject(`local-${person.id}`)
    .setIssuedAt()
    .setExpirationTime(LIFETIME)
    .sign(keys.privateKey);
  sendJson(response, 200, {
    access_token: randomUUID(),
    token_type: 'Bearer',
    expires_in: 300,
    id_token: idToken,
  });
}

/** Nobody stays signed in here, so there is nothing to end: the browser is led back. */
function logout(query: URLSearchParams, response: ServerResponse, { client }: OpenIdOptions): void {
  const back = query.get('logout_uri') ?? query.get('post_logout_redirect_uri') ?? '';
  const known = client(query.get('client_id') ?? '');
  if (known?.logouts.includes(back)) redirect(response, back);
  else sendText(response, 400, 'This place is not registered.');
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  return new URLSearchParams((await readBody(request)).toString());
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location, 'cache-control': 'no-store' });
  response.end();
}

function sendJson(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
}

function sendHtml(response: ServerResponse, html: string): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
  });
  response.end(html);
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(text);
}
