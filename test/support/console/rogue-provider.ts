import { createServer } from 'node:http';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { type Listening, listen } from '../../../local/lib/listen.ts';

/** What is wrong with the identity that it gives out; nothing when left out. */
export interface ForgedToken {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly algorithm?: 'none' | 'HS256';
  readonly key?: 'other';
}

interface Rogue extends Listening {
  /** What the identity should carry as nonce. */
  nonce: string;
}

let keys: ReturnType<typeof makeKeys> | undefined;

/** The published pair and another one, made once. */
function rogueKeys(): ReturnType<typeof makeKeys> {
  keys ??= makeKeys();
  return keys;
}

function makeKeys() {
  return Promise.all([generateKeyPair('RS256', { extractable: true }), generateKeyPair('RS256')]);
}

/** A provider that says of everyone that they are a clerk, in one way or another. */
export async function startRogue({ claims = {}, algorithm, key }: ForgedToken): Promise<Rogue> {
  const [{ publicKey, privateKey }, other] = await rogueKeys();
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256', use: 'sig' };

  async function token(issuer: string): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const identity = {
      iss: issuer,
      aud: client,
      sub: 'x',
      iat: now,
      exp: now + 300,
      nonce: rogue.nonce,
      name: 'Rogue',
      'cognito:username': 'rogue',
      'cognito:groups': ['clerk'],
      ...claims,
    };
    if (algorithm === 'none') return new UnsecuredJWT(identity).encode();
    const jwt = new SignJWT(identity);
    if (algorithm === 'HS256') {
      const password = new TextEncoder().encode(await exportSPKI(publicKey));
      return jwt.setProtectedHeader({ alg: 'HS256', kid: 'k' }).sign(password);
    }
    const signer: CryptoKey = key === 'other' ? other.privateKey : privateKey;
    return jwt.setProtectedHeader({ alg: 'RS256', kid: 'k' }).sign(signer);
  }

  let client = '';
  const server = createServer(async (request, response) => {
    const { url } = rogue;
    let body = '';
    for await (const piece of request) body += piece;
    client = new URLSearchParams(body).get('client_id') ?? client;
    const answers: Record<string, () => Promise<object> | object> = {
      '/.well-known/openid-configuration': () => ({
        issuer: url,
        authorization_endpoint: `${url}/authorize`,
        token_endpoint: `${url}/token`,
        jwks_uri: `${url}/jwks`,
      }),
      '/jwks': () => ({ keys: [jwk] }),
      '/token': async () => ({ access_token: 'x', token_type: 'Bearer', id_token: await token(url) }),
    };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(await answers[request.url ?? '']?.()));
  });
  const rogue: Rogue = Object.assign(await listen(server), { nonce: '' });
  return rogue;
}
