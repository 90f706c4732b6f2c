import type { Readable } from 'node:stream';
import type { buildApp } from 'fauxqs';
import type { Credentials } from '../iam/credentials.ts';
import { type CorsRule, corsHeaders } from './cors.ts';
import { type NewFile, type ObjectStore, type Parts, postObject } from './s3-post.ts';
import { encodeKey, FORM_HEADER, isForm } from './s3-requests.ts';
import { errorXml, XML_TYPE } from './xml.ts';

/** How forms are taken. */
export interface FormOptions {
  /** A bucket's rules for browsers. @default none */
  readonly corsOf?: (bucket: string) => readonly CorsRule[];
  /** Origins whose pages may post forms: to a bucket whose rules allow any origin, none but these. @default none */
  readonly origins?: () => readonly string[];
}

interface Inside {
  /** The key that signs good forms. */
  readonly credentials: Credentials;
  /** Headers of requests that come from within. */
  readonly inside: Readonly<Record<string, string>>;
}

type App = ReturnType<typeof buildApp>;

/**
 * Lets browsers post forms to buckets. fauxqs alone takes any form, checks no policy, reads it whole and takes 11 MiB
 * at most; here a form is checked as S3 checks it, and its file is passed on to fauxqs piece by piece.
 */
export function takeForms(
  app: App,
  { corsOf = () => [], origins = () => [], credentials, inside }: FormOptions & Inside,
): void {
  const options = { now: () => Date.now(), credentials, store: storeIn(app, inside) };
  app.addContentTypeParser('multipart/form-data', (_request, payload, done) => done(null, payload));

  app.addHook('onRequest', async (request, reply) => {
    const bucket = bucketOf(request.url);
    const { headers, method } = request;
    const isPreflight = method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
    const allowed = corsHeaders(corsOf(bucket), { headers, method, isPreflight, origins: origins() });
    if (allowed) for (const [name, value] of Object.entries(allowed)) reply.header(name, value);
    if (!isPreflight) return;
    if (allowed) return reply.code(200).send();
    const body = errorXml('AccessForbidden', 'CORSResponse: This CORS request is not allowed.');
    return reply.code(403).headers(XML_TYPE).send(body);
  });

  app.addHook('preHandler', async (request, reply) => {
    if (!isForm(request)) return;
    const body = request.body as Readable;
    const answer = await postObject(
      { bucket: bucketOf(request.url), headers: request.headers, body },
      options,
    );
    return reply.code(answer.status).headers(answer.headers).send(answer.body);
  });
}

function bucketOf(url: string): string {
  return decodeURIComponent(/^\/([^/?]*)/.exec(url)?.[1] ?? '');
}

/** Keeps files in fauxqs, by requests to it. */
function storeIn(app: App, inside: Inside['inside']): ObjectStore {
  async function send(
    method: 'PUT' | 'POST' | 'DELETE',
    url: string,
    request: { headers?: Readonly<Record<string, string>>; payload?: Buffer | string } = {},
  ) {
    const answer = await app.inject({
      method,
      url,
      headers: { ...request.headers, ...inside, [FORM_HEADER]: 'yes' },
      ...(request.payload !== undefined && { payload: request.payload }),
    });
    if (answer.statusCode < 300) return answer;
    throw new Error(`Cannot keep the file because S3 must take it: it answered ${answer.statusCode}`);
  }

  const urlOf = ({ bucket, key }: NewFile) => `/${bucket}/${encodeKey(key)}`;

  return {
    put: async (object, payload) => {
      const { headers } = await send('PUT', urlOf(object), { headers: object.headers, payload });
      return { etag: String(headers.etag).replaceAll('"', '') };
    },
    begin: async (object): Promise<Parts> => {
      const url = urlOf(object);
      const { body } = await send('POST', `${url}?uploads=`, { headers: object.headers, payload: '' });
      const uploadId = /<UploadId>([^<]+)<\/UploadId>/.exec(body)?.[1] ?? '';
      const etags: string[] = [];
      return {
        add: async (payload) => {
          const part = `${url}?partNumber=${etags.length + 1}&uploadId=${uploadId}`;
          const headers = { 'content-type': 'application/octet-stream' };
          etags.push(String((await send('PUT', part, { headers, payload })).headers.etag));
        },
        finish: async () => {
          const parts = etags.map(
            (etag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${etag}</ETag></Part>`,
          );
          const answer = await send('POST', `${url}?uploadId=${uploadId}`, {
            headers: { 'content-type': 'application/xml' },
            payload: `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`,
          });
          return { etag: /<ETag>(?:&quot;|")?([^<&"]+)/.exec(answer.body)?.[1] ?? '' };
        },
        abort: async () => void (await send('DELETE', `${url}?uploadId=${uploadId}`)),
      };
    },
  };
}
