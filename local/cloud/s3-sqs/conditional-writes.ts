import type { buildApp } from 'fauxqs';
import { encodeKey, type HttpReply, type HttpRequest } from './s3-requests.ts';
import { errorXml, XML_TYPE } from './xml.ts';

/**
 * Writes with `If-None-Match: *`, which fauxqs doesn't know: S3 refuses one where an object is, and one of two at once.
 * @param inside The headers by which a request of this process is known.
 */
export function checkConditionalWrites(
  app: ReturnType<typeof buildApp>,
  inside: Readonly<Record<string, string>>,
): void {
  const underWay = new Map<object, string>();

  app.addHook('preHandler', async (request, reply) => {
    const path = conditionalPath(request);
    if (path === null) return;
    if ([...underWay.values()].includes(path)) return refuse(reply, 409, 'ConditionalRequestConflict');
    underWay.set(request, path);
    const { statusCode } = await app.inject({ method: 'HEAD', url: path, headers: inside });
    if (statusCode === 200) return refuse(reply, 412, 'PreconditionFailed');
  });
  app.addHook('onResponse', async (request) => void underWay.delete(request));
}

function conditionalPath({ method, params, headers }: HttpRequest): string | null {
  const { bucket, '*': key } = params as { bucket?: string; '*'?: string };
  if (method !== 'PUT' || !bucket || !key || headers['if-none-match'] === undefined) return null;
  return `/${bucket}/${encodeKey(key)}`;
}

function refuse(reply: HttpReply, status: number, code: string): unknown {
  reply.code(status);
  for (const [name, value] of Object.entries(XML_TYPE)) reply.header(name, value);
  return reply.send(errorXml(code, 'At least one of the pre-conditions you specified did not hold'));
}
