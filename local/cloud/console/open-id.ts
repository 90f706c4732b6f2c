import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Listening } from '../../lib/listen.ts';
import type { PageKey } from '../../lib/page-key.ts';
import { type NodeEnv, serve } from '../../lib/serve.ts';
import { type Grant, idToken, isFor, signingKeys } from './id-token.ts';
import { peoplePage, strayPage } from './open-id-page.tsx';
import type { ReadyPerson } from './people.ts';

/** A client as the template registers it. */
export interface OpenIdClient {
  readonly id: string;
  /** Addresses to which a sign-in may lead back. */
  readonly callbacks: readonly string[];
  /** Addresses to which signing out may lead. */
  readonly logouts: readonly string[];
}

interface OpenIdOptions {
  /** @default a free one */
  readonly port?: number;
  /** What opens the pages. */
  readonly pageKey: PageKey;
  /** Address of the console, where a browser that was not sent here should go. */
  readonly console: () => string;
  readonly people: () => readonly ReadyPerson[];
  /** Hears of each person who signs in. @default no one */
  readonly onSignIn?: (id: string) => void;
  /** `undefined` for a client that isn't registered. */
  readonly client: (id: string) => OpenIdClient | undefined;
}

/** What becomes of a request to sign in. */
type Authorization =
  | { readonly kind: 'refused'; readonly message: string }
  /** The browser hasn't chosen a person yet. */
  | { readonly kind: 'choose' }
  | { readonly kind: 'granted'; readonly grant: Grant };

const NO_STORE = { 'cache-control': 'no-store' };
const PAGE_HEADERS = {
  ...NO_STORE,
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
  'referrer-policy': 'no-referrer',
};

/**
 * An OpenID Connect provider instead of Cognito, for this machine alone: it asks for no password. The console
 * talks to it as to any other.
 */
export async function startOpenId(options: OpenIdOptions): Promise<Listening> {
  const keys = await signingKeys();
  let issuer = '';
  const app = new Hono<NodeEnv>();
  app.get('/.well-known/openid-configuration', (c) => c.json(metadata(issuer), 200, NO_STORE));
  app.get('/jwks', (c) => c.json({ keys: [keys.jwk] }, 200, NO_STORE));
  addCodeFlow(app, { ...options, tokenOf: (grant) => idToken(grant, { issuer, keys }) });
  addLogout(app, options);
  app.notFound((c) => c.html(strayPage(options.console()), c.req.path === '/' ? 200 : 404, PAGE_HEADERS));
  app.onError((error, c) => c.text(error.message, 500));
  const listening = await serve(app, { port: options.port, pages: { key: options.pageKey, isProgram } });
  issuer = listening.url;
  return listening;
}

/** What the client itself asks for, without a browser: what is public, and tokens for a code and its verifier. */
function isProgram({ url = '' }: { readonly url?: string | undefined }): boolean {
  return url === '/.well-known/openid-configuration' || url === '/jwks' || url === '/token';
}

/** Signs in: a browser gets a code for the person whom it chooses, and the client an ID token for the code. */
function addCodeFlow(
  app: Hono<NodeEnv>,
  { tokenOf, ...options }: OpenIdOptions & { tokenOf: (grant: Grant) => Promise<string> },
): void {
  const grants = new Map<string, Grant>();

  app.get('/authorize', (c) => {
    const query = new URL(c.req.url).searchParams;
    const decided = authorize(query, options);
    if (decided.kind === 'refused') {
      return query.size === 0 ? c.notFound() : c.text(decided.message, 400);
    }
    if (decided.kind === 'choose') return c.html(peoplePage(options.people(), query), 200, PAGE_HEADERS);
    const code = randomUUID();
    grants.set(code, decided.grant);
    options.onSignIn?.(decided.grant.person.id);
    c.header('cache-control', 'no-store');
    return c.redirect(leadBack(decided.grant, { code, state: query.get('state') ?? '' }));
  });

  app.post('/token', async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const code = form.get('code') ?? '';
    const grant = grants.get(code);
    // A code is good once, for a wrong request too.
    grants.delete(code);
    if (!grant || !isFor(grant, form)) return c.json({ error: 'invalid_grant' }, 400, NO_STORE);
    const tokens = { access_token: randomUUID(), token_type: 'Bearer', expires_in: 300 };
    return c.json({ ...tokens, id_token: await tokenOf(grant) }, 200, NO_STORE);
  });
}

/** No one stays signed in here, so there is nothing to end: the browser is led back. */
function addLogout(app: Hono<NodeEnv>, { client }: OpenIdOptions): void {
  app.get('/logout', (c) => {
    const back = c.req.query('logout_uri') ?? c.req.query('post_logout_redirect_uri') ?? '';
    const known = client(c.req.query('client_id') ?? '');
    if (!known?.logouts.includes(back)) return c.text('This place is not registered.', 400);
    c.header('cache-control', 'no-store');
    return c.redirect(back);
  });
}

function metadata(issuer: string): Record<string, string | string[]> {
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

function authorize(query: URLSearchParams, { client, people }: OpenIdOptions): Authorization {
  const get = (name: string) => query.get(name) ?? '';
  const known = client(get('client_id'));
  const redirectUri = get('redirect_uri');
  if (!known?.callbacks.includes(redirectUri)) {
    return { kind: 'refused', message: 'This client or its redirect_uri is not registered.' };
  }
  const challenge = get('code_challenge');
  if (get('response_type') !== 'code' || get('code_challenge_method') !== 'S256' || !challenge) {
    return { kind: 'refused', message: 'Only the code flow with S256 is known here.' };
  }
  const person = people().find(({ id }) => id === query.get('person'));
  if (!person) return { kind: 'choose' };
  const nonce = query.get('nonce');
  return { kind: 'granted', grant: { client: known.id, redirectUri, challenge, nonce, person } };
}

function leadBack({ redirectUri }: Grant, given: { code: string; state: string }): string {
  const back = new URL(redirectUri);
  for (const [name, value] of Object.entries(given)) back.searchParams.set(name, value);
  return back.href;
}
