import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import dynalite from 'dynalite';
import { type Listening, listen, readBody } from '../../lib/listen.ts';
import type { Access } from '../iam/access.ts';
import { arnOf } from '../template/account.ts';

export interface DynamoDbOptions {
  /** @default a free one */
  readonly port?: number;
  /**
   * Directory of the data.
   * @default in memory
   */
  readonly path?: string;
  readonly access?: Access;
}

const CHANGES = /^(Put|Update|Delete|BatchWrite)/;

/** DynamoDB by dynalite, in this process. Functions may do what their roles grant. */
export async function startDynamoDb({ port, path, access }: DynamoDbOptions = {}): Promise<Listening> {
  const server: Server = dynalite({
    createTableMs: 0,
    updateTableMs: 0,
    deleteTableMs: 0,
    ...(path && { path }),
  });
  if (access) checkFirst(server, access);
  const listening = await listen(server, port);
  return {
    url: listening.url,
    close: async () => {
      // Dynalite closes its database once the last connection is gone.
      await listening.close();
    },
  };
}

/** Puts the check before dynalite's own work on a request. */
function checkFirst(server: Server, access: Access): void {
  const [handle] = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', async (request: IncomingMessage, response: ServerResponse) => {
    const body = await readBody(request).catch(() => null);
    if (!body) return;
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    for (const resource of resourcesOf(body)) {
      const refusal = access.refusal(request.headers, { action: `dynamodb:${operation}`, resource });
      if (refusal) return refuse(response, refusal);
    }
    if (CHANGES.test(operation)) access.changed();
    handle?.call(server, replay(request, body), response);
  });
}

/** Tables and indexes that a request names. */
function resourcesOf(body: Buffer): string[] {
  if (body.length === 0) return [];
  const { TableName, IndexName, RequestItems } = JSON.parse(body.toString());
  const names = TableName ? [TableName] : Object.keys(RequestItems ?? {});
  const index = IndexName ? `/index/${IndexName}` : '';
  return names.map((name) => `${arnOf('dynamodb', `table/${name}`)}${index}`);
}

function refuse(response: ServerResponse, message: string): void {
  response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
  response.end(JSON.stringify({ __type: 'com.amazon.coral.service#AccessDeniedException', message }));
}

/** The same request, whose body can be read once more. */
function replay({ headers, method, url }: IncomingMessage, body: Buffer): Readable {
  return Object.assign(Readable.from(body.length > 0 ? [body] : []), { headers, method, url });
}
