import { EventEmitter } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import dynalite from 'dynalite';
import { JSON_FLAWS } from '../../lib/aws-json.ts';
import { type Listening, listen, readBody } from '../../lib/listen.ts';
import type { Access } from '../iam/access.ts';
import { type CheckSignature, FLAW_MESSAGES, ownSignatures } from '../iam/signature.ts';
import { arnOf } from '../template/account.ts';
import { type TableRequest, tableRules } from './rules.ts';

interface DynamoDbOptions {
  /** @default a free one */
  readonly port?: number;
  /**
   * Directory of the data.
   * @default in memory
   */
  readonly path?: string;
  readonly access?: Access;
  /** @default by the credentials of this process's SDK */
  readonly checkSignature?: CheckSignature;
}

/** A request, as far as it is looked at. */
interface ParsedRequest extends TableRequest {
  readonly IndexName?: string;
}

/** An error as DynamoDB answers it. */
interface Refusal {
  readonly type: string;
  readonly message: string;
}

const INVALID = 'com.amazon.coral.validate#ValidationException';
const CHANGES = /^(Put|Update|Delete|BatchWrite)/;

/** How long closing waits for requests that dynalite works on. */
const GRACE_MILLISECONDS = 1000;

/** DynamoDB by dynalite, in this process. Functions may do what their roles grant. */
export async function startDynamoDb(options: DynamoDbOptions = {}): Promise<Listening> {
  const { port, path, access, checkSignature = ownSignatures() } = options;
  const server: Server = dynalite({
    createTableMs: 0,
    updateTableMs: 0,
    deleteTableMs: 0,
    ...(path && { path }),
  });
  const { drain } = guard(server, { access, checkSignature });
  const { url, close } = await listen(server, { port });
  return {
    url,
    close: async () => {
      // Dynalite closes its database once the last connection is gone, and fails if it is at work then.
      await drain();
      await close();
    },
  };
}

/** Checks each request before dynalite gets it. `drain` lets no more in and waits for those that are open. */
function guard(server: Server, checks: Checks): { drain: () => Promise<void> } {
  const open = new Set<ServerResponse>();
  const rules = tableRules();
  let isDraining = false;
  const [handle] = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', async (request: IncomingMessage, response: ServerResponse) => {
    const body = await readBody(request).catch(() => null);
    if (!body) return;
    if (isDraining) return void response.destroy();
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    const parsed = parse(body);
    const refusal =
      unsigned(request, { body, ...checks }) ?? refusalOf(request, { operation, parsed, ...checks });
    if (refusal) return refuse(response, refusal);
    if (operation === 'CreateTable') rules.learn(parsed);
    const message = rules.violation(parsed);
    if (message) return refuse(response, { type: INVALID, message });
    open.add(response);
    response.once('close', () => open.delete(response));
    handle?.call(server, replay(request, body), response);
  });
  return {
    drain: async () => {
      isDraining = true;
      const end = performance.now() + GRACE_MILLISECONDS;
      while (open.size > 0 && performance.now() < end) await nextTurn();
    },
  };
}

interface Checks {
  readonly access: Access | undefined;
  readonly checkSignature: CheckSignature;
}

/** AWS's answer to a request that isn't signed well; `null` for one that is. */
function unsigned(
  { method = '', url = '', headers }: IncomingMessage,
  { body, checkSignature }: { body: Buffer; checkSignature: CheckSignature },
): Refusal | null {
  const flaw = checkSignature({ method, url, headers, body }, 'dynamodb');
  return flaw && { type: `com.amazon.coral.service#${JSON_FLAWS[flaw]}`, message: FLAW_MESSAGES[flaw] };
}

/** AWS's answer when the caller may not make a request; `null` when it may. Notes what changes something. */
function refusalOf(
  { headers }: IncomingMessage,
  { operation, parsed, access }: { operation: string; parsed: ParsedRequest; access: Access | undefined },
): Refusal | null {
  for (const resource of resourcesOf(parsed)) {
    const message = access?.refusal(headers, { action: `dynamodb:${operation}`, resource });
    if (message) return { type: 'com.amazon.coral.service#AccessDeniedException', message };
  }
  if (CHANGES.test(operation)) access?.changed();
  return null;
}

/** Tables and indexes that a request names. */
function resourcesOf({ TableName, IndexName, RequestItems }: ParsedRequest): string[] {
  const names = TableName ? [TableName] : Object.keys(RequestItems ?? {});
  const index = IndexName ? `/index/${IndexName}` : '';
  return names.map((name) => `${arnOf('dynamodb', `table/${name}`)}${index}`);
}

function refuse(response: ServerResponse, { type, message }: Refusal): void {
  response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
  response.end(JSON.stringify({ __type: type, message }));
}

/** A body that is no JSON is left to dynalite, which refuses it. */
function parse(body: Buffer): ParsedRequest {
  try {
    return JSON.parse(body.toString() || '{}');
  } catch {
    return {};
  }
}

/** The same request, whose body comes again. A stream would cost more than the check. */
function replay({ headers, method, url }: IncomingMessage, body: Buffer): EventEmitter {
  const request = Object.assign(new EventEmitter(), { headers, method, url });
  process.nextTick(() => {
    if (body.length > 0) request.emit('data', body);
    request.emit('end');
  });
  return request;
}
