import { createHash } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import type { ReadyPerson } from './people.ts';

/** What a code was given for. */
export interface Grant {
  /** The client's id. */
  readonly client: string;
  readonly redirectUri: string;
  /** SHA-256 of the verifier, in base64url: RFC 7636. */
  readonly challenge: string;
  readonly nonce: string | null;
  readonly person: ReadyPerson;
}

/** The pair of keys of one provider. */
interface Keys {
  readonly privateKey: CryptoKey;
  /** The public key, as published. */
  readonly jwk: JWK;
}

const KEY_ID = 'local';
const ALGORITHM = 'RS256';
const LIFETIME = '5m';

let ownKeys: Promise<Keys> | undefined;

/** The keys of this process: making a pair takes nearly half as long as the rest of a start. Tokens name their issuer. */
export function signingKeys(): Promise<Keys> {
  ownKeys ??= makeKeys();
  return ownKeys;
}

async function makeKeys(): Promise<Keys> {
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM);
  const jwk = { ...(await exportJWK(publicKey)), kid: KEY_ID, alg: ALGORITHM, use: 'sig' };
  return { privateKey, jwk };
}

/** Whether a request for tokens comes from the client that the code was given to. */
export function isFor({ challenge, redirectUri, client }: Grant, form: URLSearchParams): boolean {
  const verifier = form.get('code_verifier') ?? '';
  return (
    challenge === createHash('sha256').update(verifier).digest('base64url') &&
    redirectUri === form.get('redirect_uri') &&
    client === form.get('client_id')
  );
}

/** A signed token that names the grant's person, with Cognito's names for user and groups. */
export function idToken(
  { person, client, nonce }: Grant,
  { issuer, keys }: { issuer: string; keys: Keys },
): Promise<string> {
  const claims = {
    name: person.name,
    ...(person.email && { email: person.email, email_verified: true }),
    'cognito:username': person.id,
    ...(person.groups.length > 0 && { 'cognito:groups': person.groups }),
    ...(nonce && { nonce }),
  };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: ALGORITHM, kid: KEY_ID })
    .setIssuer(issuer)
    .setAudience(client)
    .setSubject(`local-${person.id}`)
    .setIssuedAt()
    .setExpirationTime(LIFETIME)
    .sign(keys.privateKey);
}
