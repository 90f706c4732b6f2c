import type { IncomingHttpHeaders } from 'node:http';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../functions/lib/clock.ts';
import { addOperations, awsJsonApp, ServiceError } from '../../lib/aws-json.ts';
import type { Listening } from '../../lib/listen.ts';
import { serve } from '../../lib/serve.ts';
import type { Access } from '../iam/access.ts';
import { type CheckSignature, ownSignatures } from '../iam/signature.ts';
import { LIMITS } from '../limits.ts';
import { arnOf, nameIn } from '../template/account.ts';
import { type Buses, createBuses, DEFAULT_BUS } from './buses.ts';

/** EventBridge, listening, and its buses as this process uses them. */
export interface EventBridge extends Listening, Buses {}

interface EventBridgeOptions {
  /** @default a free one */
  readonly port?: number;
  readonly clock: Clock;
  readonly access?: Access;
  /** @default by the credentials of this process's SDK */
  readonly checkSignature?: CheckSignature;
}

/** An entry of PutEvents. */
interface Entry {
  readonly EventBusName?: string;
  readonly Source?: string;
  readonly DetailType?: string;
  /** A JSON object. */
  readonly Detail?: string;
  /** Epoch seconds. */
  readonly Time?: number;
  readonly Resources?: readonly string[];
}

/** What PutEvents answers for one entry. */
type EntryResult =
  | { readonly EventId: string }
  | { readonly ErrorCode: string; readonly ErrorMessage: string };

/** EventBridge as far as Crier uses it: buses, rules and PutEvents. */
export async function startEventBridge({
  port,
  clock,
  access,
  checkSignature = ownSignatures(),
}: EventBridgeOptions): Promise<EventBridge> {
  const buses = createBuses(clock);

  async function putEvents(input: unknown, headers: IncomingHttpHeaders): Promise<unknown> {
    const { Entries = [] } = input as { Entries?: Entry[] };
    checkSizes(Entries);
    for (const { EventBusName = DEFAULT_BUS } of Entries) {
      const resource = arnOf('events', `event-bus/${nameIn(EventBusName)}`);
      const refusal = access?.refusal(headers, { action: 'events:PutEvents', resource });
      if (refusal) throw new ServiceError('AccessDeniedException', refusal);
    }
    access?.changed();
    const results: EntryResult[] = [];
    for (const entry of Entries) results.push(await putEntry(entry, buses));
    return { FailedEntryCount: results.filter((one) => 'ErrorCode' in one).length, Entries: results };
  }

  const app = awsJsonApp('events', checkSignature);
  addOperations(app, { service: 'AWSEvents', operations: { PutEvents: putEvents } });
  return { ...(await serve(app, { port })), ...buses };
}

/** @throws ServiceError when these are none, too many or too large. */
function checkSizes(entries: readonly Entry[]): void {
  const { eventEntries, eventBytes } = LIMITS;
  if (entries.length === 0 || entries.length > eventEntries.most) {
    throw new ServiceError('ValidationException', `Entries must hold 1 to ${eventEntries.most} events`);
  }
  const bytes = entries.map(bytesOf).reduce((sum, one) => sum + one, 0);
  if (bytes <= eventBytes.most) return;
  throw new ServiceError(
    'ValidationException',
    'Total size of the entries in the request is over the limit.',
  );
}

/** As AWS counts: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevent-size.html */
function bytesOf({ Time, Source = '', DetailType = '', Detail = '', Resources = [] }: Entry): number {
  return (
    (Time === undefined ? 0 : 14) + Buffer.byteLength([Source, DetailType, Detail, ...Resources].join(''))
  );
}

async function putEntry(entry: Entry, buses: Buses): Promise<EntryResult> {
  const bus = nameIn(entry.EventBusName ?? DEFAULT_BUS);
  if (!buses.has(bus)) {
    return { ErrorCode: 'ResourceNotFoundException', ErrorMessage: `Event bus ${bus} does not exist.` };
  }
  const { Source: source, DetailType: detailType, Detail, Time, Resources: resources } = entry;
  if (!source || !detailType) return { ErrorCode: 'InvalidArgument', ErrorMessage: 'Parameter is missing.' };
  const detail = parseDetail(Detail);
  if (!detail) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
  const at = Time === undefined ? undefined : Temporal.Instant.fromEpochMilliseconds(Math.round(Time * 1000));
  const event = { source, detailType, detail, ...(at && { at }), ...(resources && { resources }) };
  const { id } = await buses.put(bus, event);
  return { EventId: id };
}

function parseDetail(detail = ''): object | null {
  try {
    const parsed: unknown = JSON.parse(detail);
    return typeof parsed === 'object' && !Array.isArray(parsed) ? parsed : null;
  } catch {
    return null;
  }
}
