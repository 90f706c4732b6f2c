import { randomBytes } from 'node:crypto';

/** A key that signs requests. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Random credentials: each start of a cloud makes its own. */
export function newCredentials(): Credentials {
  return {
    // The form of AWS's keys, by which people and scanners recognize one.
    accessKeyId: `AKIALOCAL${randomBytes(6).toString('hex').toUpperCase().slice(0, 11)}`,
    secretAccessKey: randomBytes(30).toString('base64'),
  };
}

/** The credentials by which the SDK signs in this process; without any, no request is signed well. */
export function environmentCredentials(environment: NodeJS.ProcessEnv = process.env): Credentials {
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = environment;
  return { accessKeyId, secretAccessKey };
}
