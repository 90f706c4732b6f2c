import { Readable } from 'node:stream';
import type { buildApp } from 'fauxqs';
import { JSON_FLAWS } from '../../lib/aws-json.ts';
import { type CheckSignature, FLAW_MESSAGES, type Flaw } from '../iam/signature.ts';
import { isForm } from './s3-requests.ts';
import { errorXml, XML_TYPE } from './xml.ts';

/** Carries a secret of this process in its own requests to fauxqs, which aren't signed. */
export const INSIDE = 'x-crier-inside';

type App = ReturnType<typeof buildApp>;

/** S3's code for each flaw of a signature. */
const S3_FLAWS: Readonly<Record<Flaw, string>> = {
  unsigned: 'AccessDenied',
  'unknown-key': 'InvalidAccessKeyId',
  'wrong-signature': 'SignatureDoesNotMatch',
  'wrong-payload': 'XAmzContentSHA256Mismatch',
  expired: 'AccessDenied',
};

/**
 * Refuses every request that isn't signed well: fauxqs itself checks no signature. A form is left to its own policy,
 * and what this process asks itself needs none.
 */
export function requireSignatures(
  app: App,
  { checkSignature, inside }: { checkSignature: CheckSignature; inside: string },
): void {
  app.addHook('preParsing', async (request, reply, payload) => {
    const { method, headers } = request;
    if (headers[INSIDE] === inside || isForm(request)) return payload;
    const body = Buffer.concat(await Array.fromAsync(payload as AsyncIterable<Buffer>));
    const isSqs = String(headers['x-amz-target'] ?? '').startsWith('AmazonSQS.');
    const signed = { method, url: request.raw.url ?? '', headers, body };
    const flaw = checkSignature(signed, isSqs ? 'sqs' : 's3');
    if (!flaw) return replayed(body);
    if (!isSqs) return reply.code(403).headers(XML_TYPE).send(errorXml(S3_FLAWS[flaw], FLAW_MESSAGES[flaw]));
    const answer = { __type: `com.amazonaws.sqs#${JSON_FLAWS[flaw]}`, message: FLAW_MESSAGES[flaw] };
    return reply.code(403).header('content-type', 'application/x-amz-json-1.0').send(JSON.stringify(answer));
  });
}

/** The same body again. */
function replayed(body: Buffer): Readable {
  const stream = new Readable({ read() {} });
  if (body.length > 0) stream.push(body);
  stream.push(null);
  return stream;
}
