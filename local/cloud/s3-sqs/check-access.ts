import type { buildApp } from 'fauxqs';
import type { Access } from '../iam/access.ts';
import { headersOf } from '../iam/caller.ts';
import { nameIn } from '../template/account.ts';
import type { BucketPolicies } from './bucket-policies.ts';
import {
  type HttpRequest,
  isForm,
  isPresigned,
  listingThatTells,
  s3Refusal,
  s3Request,
} from './s3-requests.ts';
import { sqsRefusal, sqsRequest } from './sqs-requests.ts';
import { errorXml } from './xml.ts';

type App = ReturnType<typeof buildApp>;

/** Refuses what the caller's role doesn't grant, and notes what changes something. */
export function checkAccess(
  app: App,
  { access, policies, signer, onSend, onWrite }: AccessHooks & Checks,
): void {
  hideMissing(app, { access, signer });
  app.addHook('preHandler', async (request, reply) => {
    const sqs = sqsRequest(request);
    // A form is checked by its signature.
    const asked = sqs ?? (isForm(request) ? null : s3Request(request));
    if (!asked) return;
    const headers = sqs ? request.headers : callerHeaders(request, signer);
    const refusal = access?.refusal(headers, asked) ?? policies?.refusal(asked) ?? null;
    if (refusal) return sqs ? sqsRefusal(reply, refusal) : s3Refusal(reply, refusal);
    if (!asked.changes) return;
    access?.changed();
    if (sqs) onSend(nameIn(sqs.resource));
    else onWrite(request);
  });
}

/** Who may not list a bucket isn't told that an object is missing: S3 answers 403 instead of 404. */
function hideMissing(app: App, { access, signer }: Pick<Checks, 'access' | 'signer'>): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    const listing = reply.statusCode === 404 ? listingThatTells(request) : null;
    const refusal = listing && access?.refusal(callerHeaders(request, signer), listing);
    if (!refusal) return done(null, payload);
    reply.code(403);
    done(null, request.method === 'HEAD' ? payload : errorXml('AccessDenied', refusal));
  });
}

/** Those of the function that makes a request, or that signed it for a browser. */
function callerHeaders(request: HttpRequest, signer: string | undefined): HttpRequest['headers'] {
  return signer && isPresigned(request) ? headersOf(signer) : request.headers;
}

interface Checks {
  readonly access: Access | undefined;
  readonly policies: BucketPolicies | undefined;
  readonly signer: string | undefined;
}

interface AccessHooks {
  readonly onSend: (queue: string) => void;
  readonly onWrite: (request: object) => void;
}
