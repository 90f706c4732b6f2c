import type { Credentials } from '../iam/credentials.ts';
import { isSignatureOf } from '../iam/signature.ts';

/** Why S3 refuses a form, in its own words. */
export interface PostRefusal {
  readonly status: 400 | 403;
  readonly code: string;
  readonly message: string;
}

/** How many bytes the file may have. */
export interface SizeLimits {
  readonly min: number;
  readonly max: number;
}

type PolicyCheck =
  | { readonly ok: true; readonly size: SizeLimits }
  | { readonly ok: false; readonly refusal: PostRefusal };

/** S3 takes no larger object at once. */
const NO_LIMITS: SizeLimits = { min: 0, max: 5 * 1024 ** 3 };

/** Fields that a policy needn't name. */
const FREE = new Set(['policy', 'x-amz-signature', 'file']);

/**
 * Checks a form as S3 does: who signed it, whether it is still good, and every condition.
 * @param fields the form's fields before the file, names in lower case
 */
export function checkPolicy(
  fields: ReadonlyMap<string, string>,
  { bucket, now, credentials }: { bucket: string; now: number; credentials: Credentials },
): PolicyCheck {
  const encoded = fields.get('policy');
  if (encoded === undefined) return denied('Access Denied');
  const signature = checkSignature(encoded, { fields, credentials });
  if (signature) return { ok: false, refusal: signature };
  const policy = readPolicy(encoded);
  if (!policy) return refused(400, 'InvalidPolicyDocument', 'Invalid Policy: Invalid JSON.');
  if (!(now < policy.expiration)) return denied('Invalid according to Policy: Policy expired.');
  return checkConditions(policy.conditions, new Map(fields).set('bucket', bucket));
}

function refused(status: PostRefusal['status'], code: string, message: string): PolicyCheck {
  return { ok: false, refusal: { status, code, message } };
}

function denied(message: string): PolicyCheck {
  return refused(403, 'AccessDenied', message);
}

const CREDENTIAL = /^([^/]+)\/(\d{8})\/([a-z0-9-]+)\/s3\/aws4_request$/;

function checkSignature(
  policy: string,
  { fields, credentials }: { fields: ReadonlyMap<string, string>; credentials: Credentials },
): PostRefusal | null {
  const [, key, date, region] = CREDENTIAL.exec(fields.get('x-amz-credential') ?? '') ?? [];
  if (fields.get('x-amz-algorithm') !== 'AWS4-HMAC-SHA256' || !key || !date || !region) {
    const message = 'The form must carry X-Amz-Algorithm and X-Amz-Credential of Signature Version 4.';
    return { status: 400, code: 'InvalidArgument', message };
  }
  if (key !== credentials.accessKeyId) {
    const message = 'The AWS Access Key Id you provided does not exist in our records.';
    return { status: 403, code: 'InvalidAccessKeyId', message };
  }
  const signature = fields.get('x-amz-signature') ?? '';
  // https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-UsingHTTPPOST.html
  if (isSignatureOf(policy, { credentials, scope: [date, region, 's3'], signature })) return null;
  const message =
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.';
  return { status: 403, code: 'SignatureDoesNotMatch', message };
}

interface Policy {
  /** Epoch milliseconds. */
  readonly expiration: number;
  readonly conditions: readonly unknown[];
}

function readPolicy(encoded: string): Policy | null {
  try {
    const { expiration, conditions } = JSON.parse(Buffer.from(encoded, 'base64').toString());
    return Array.isArray(conditions) ? { expiration: Date.parse(expiration), conditions } : null;
  } catch {
    return null;
  }
}

/** Every condition holds, and every field is named by one. */
function checkConditions(conditions: readonly unknown[], fields: ReadonlyMap<string, string>): PolicyCheck {
  const named = new Set<string>();
  let size = NO_LIMITS;
  for (const condition of conditions.flatMap(asLists)) {
    const [operator, first, second] = condition;
    if (operator === 'content-length-range') {
      size = { min: Number(first), max: Number(second) };
      continue;
    }
    const name = String(first).replace(/^\$/, '').toLowerCase();
    named.add(name);
    const value = fields.get(name) ?? '';
    const holds = operator === 'starts-with' ? value.startsWith(String(second)) : value === String(second);
    if (!holds || (operator !== 'starts-with' && operator !== 'eq')) {
      return denied(`Invalid according to Policy: Policy Condition failed: ${JSON.stringify(condition)}`);
    }
  }
  const extra = [...fields.keys()].filter((name) => !FREE.has(name));
  const unnamed = extra.filter((name) => name !== 'bucket' && !named.has(name));
  if (unnamed.length > 0)
    return denied(`Invalid according to Policy: Extra input fields: ${unnamed.join(', ')}`);
  return { ok: true, size };
}

/** `{"acl": "private"}` says the same as `["eq", "$acl", "private"]`. */
function asLists(condition: unknown): (readonly unknown[])[] {
  if (Array.isArray(condition)) return [condition];
  return Object.entries(condition as object).map(([name, value]) => ['eq', `$${name}`, value]);
}
