import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOpenId } from '../../../../local/cloud/console/open-id.ts';
import type { Listening } from '../../../../local/lib/listen.ts';
import { newPageKey } from '../../../../local/lib/page-key.ts';

const BACK = 'http://127.0.0.1:4726/sign-in/return';
const PERSON = { id: 'ann', name: '<b>Ann</b>', groups: ['clerk'] };
// RFC 7636, appendix B.
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

let provider: Listening;
const pageKey = newPageKey();
const headers = { authorization: pageKey.authorization };
beforeAll(async () => {
  provider = await startOpenId({
    pageKey,
    console: () => 'http://127.0.0.1:4726',
    people: () => [PERSON],
    client: (id) =>
      id === 'console' ? { id, callbacks: [BACK], logouts: ['http://127.0.0.1:4726/sign-in'] } : undefined,
  });
});
afterAll(() => provider.close());

function authorize(changes: Record<string, string> = {}): Promise<Response> {
  const query = new URLSearchParams({
    client_id: 'console',
    redirect_uri: BACK,
    response_type: 'code',
    code_challenge: CHALLENGE,
    code_challenge_method: 'S256',
    state: 's',
    nonce: 'n',
    person: 'ann',
    ...changes,
  });
  return fetch(`${provider.url}/authorize?${query}`, { redirect: 'manual', headers });
}

async function aCode(): Promise<string> {
  const answer = await authorize();
  return new URL(answer.headers.get('location')!).searchParams.get('code')!;
}

async function trade(code: string, changes: Record<string, string> = {}): Promise<Response> {
  const body = new URLSearchParams({
    code,
    code_verifier: VERIFIER,
    redirect_uri: BACK,
    client_id: 'console',
    ...changes,
  });
  return fetch(`${provider.url}/token`, { method: 'POST', body });
}

describe('the provider of one machine', () => {
  it('shows who is ready, as text', async () => {
    const text = await (await authorize({ person: '' })).text();
    expect(text).toContain('&lt;b&gt;Ann&lt;/b&gt;');
    expect(text).toContain('No password is needed.');
  });

  it.each(['/', '/authorize', '/favicon.ico'])(
    'leads whoever opens %s by itself to the console',
    async (path) => {
      const text = await (await fetch(provider.url + path, { headers })).text();
      expect(text).toContain('Sign in from the console');
      expect(text).toContain('href="http://127.0.0.1:4726"');
    },
  );

  it('trades a code once', async () => {
    const code = await aCode();
    const { id_token: token } = (await (await trade(code)).json()) as { id_token: string };
    const claims = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString());
    expect(claims).toMatchObject({
      iss: provider.url,
      aud: 'console',
      nonce: 'n',
      'cognito:username': 'ann',
      'cognito:groups': ['clerk'],
    });
    expect((await trade(code)).status).toBe(400);
  });

  it.each([
    ['another verifier', { code_verifier: 'x' }],
    ['another client', { client_id: 'other' }],
    ['another way back', { redirect_uri: 'http://127.0.0.1:9/' }],
  ])('gives nothing for a code with %s', async (_what, changes) => {
    expect((await trade(await aCode(), changes)).status).toBe(400);
  });

  it.each([
    ['a client that is not registered', { client_id: 'other' }],
    ['a way back that is not registered', { redirect_uri: 'https://evil.example/' }],
    ['no PKCE', { code_challenge: '' }],
    ['a plain challenge', { code_challenge_method: 'plain' }],
    ['another flow', { response_type: 'token' }],
  ])('refuses %s', async (_what, changes) => {
    expect((await authorize(changes)).status).toBe(400);
  });

  it('leads back after signing out, to registered places only', async () => {
    const out = (uri: string) =>
      fetch(`${provider.url}/logout?client_id=console&logout_uri=${encodeURIComponent(uri)}`, {
        redirect: 'manual',
        headers,
      });
    expect((await out('http://127.0.0.1:4726/sign-in')).status).toBe(302);
    expect((await out('https://evil.example/')).status).toBe(400);
  });
});
