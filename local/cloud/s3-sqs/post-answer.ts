import type { PostRefusal } from './post-policy.ts';
import { documentXml, errorXml, XML_TYPE } from './xml.ts';

/** What S3 answers. */
export interface PostAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Why a form isn't taken, in S3's words, besides its policy. */
export const REFUSALS = {
  noFile: badRequest('InvalidArgument', 'POST requires exactly one file upload per request.'),
  noKey: badRequest('InvalidArgument', "Bucket POST must contain a field named 'key'."),
  malformed: badRequest(
    'MalformedPOSTRequest',
    'The body of your POST request is not well-formed multipart/form-data.',
  ),
  tooLarge: badRequest('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size'),
  tooSmall: badRequest('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size'),
};

function badRequest(code: string, message: string): PostRefusal {
  return { status: 400, code, message };
}

/** A form that isn't taken. */
export class Refused extends Error {
  readonly refusal: PostRefusal;

  constructor(refusal: PostRefusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** Leads the browser on where the form asks for it; else answers with the status that it asks for. */
export function postAnswer(
  fields: ReadonlyMap<string, string>,
  { bucket, key, etag }: { bucket: string; key: string; etag: string },
): PostAnswer {
  const stored = { Bucket: bucket, Key: key, ETag: `"${etag}"` };
  const redirect = fields.get('success_action_redirect');
  if (redirect !== undefined && URL.canParse(redirect)) {
    const url = new URL(redirect);
    for (const [name, value] of Object.entries(stored)) url.searchParams.set(name.toLowerCase(), value);
    return { status: 303, headers: { location: url.href, etag: stored.ETag }, body: '' };
  }
  const status = fields.get('success_action_status');
  if (status !== '201') return { status: status === '200' ? 200 : 204, headers: {}, body: '' };
  return { status: 201, headers: XML_TYPE, body: documentXml('PostResponse', stored) };
}

/** The answer to a form that isn't taken. */
export function refusalAnswer({ status, code, message }: PostRefusal): PostAnswer {
  return { status, headers: XML_TYPE, body: errorXml(code, message) };
}
