import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../functions/lib/clock.ts';
import { jsonService, ServiceError } from '../../lib/json-service.ts';
import { type Listening, listen } from '../../lib/listen.ts';
import type { Access } from '../iam/access.ts';
import { ACCOUNT, arnOf, nameIn, REGION } from '../template/account.ts';
import { type BusEvent, eventPattern } from './pattern.ts';

/** A rule of a bus, as the template writes it. */
export interface Rule {
  readonly name: string;
  readonly bus: string;
  readonly pattern: unknown;
  /** Hands the event to each target. */
  readonly targets: readonly ((event: BusEvent) => Promise<void>)[];
}

/** What somebody puts on a bus. */
export interface NewEvent {
  readonly source: string;
  readonly detailType: string;
  readonly detail: unknown;
  /** @default now */
  readonly at?: Temporal.Instant;
  readonly resources?: readonly string[];
}

export interface EventBridge extends Listening {
  addBus(name: string): void;
  /** @throws Error when the pattern can't be read or the bus doesn't exist. */
  addRule(rule: Rule): void;
  /** Puts an event and hands it to the targets of the rules that match. */
  put(bus: string, event: NewEvent): Promise<BusEvent>;
  /** Events put on buses other than the default one, oldest first. */
  readonly events: readonly BusEvent[];
}

export const DEFAULT_BUS = 'default';

export interface EventBridgeOptions {
  readonly port?: number;
  readonly clock: Clock;
  readonly access?: Access;
}

/** EventBridge: buses, rules and PutEvents. */
export async function startEventBridge({ port, clock, access }: EventBridgeOptions): Promise<EventBridge> {
  const buses = new Map([[DEFAULT_BUS, [] as CompiledRule[]]]);
  const events: BusEvent[] = [];

  async function put(bus: string, event: NewEvent): Promise<BusEvent> {
    const rules = buses.get(bus);
    if (!rules) throw new Error(`Cannot put an event because the bus ${bus} must exist`);
    const put = busEvent(event, event.at ?? clock.now());
    if (bus !== DEFAULT_BUS) events.push(put);
    const matching = rules.filter(({ matches }) => matches(put));
    await Promise.all(matching.flatMap(({ targets }) => targets.map((target) => target(put))));
    return put;
  }

  async function putEntry(entry: Entry): Promise<{ EventId: string } | PutFailure> {
    const bus = nameIn(entry.EventBusName ?? DEFAULT_BUS);
    if (!buses.has(bus)) {
      return { ErrorCode: 'ResourceNotFoundException', ErrorMessage: `Event bus ${bus} does not exist.` };
    }
    const { Source, DetailType, Detail, Time, Resources } = entry;
    if (!Source || !DetailType)
      return { ErrorCode: 'InvalidArgument', ErrorMessage: 'Parameter is missing.' };
    const detail = parseDetail(Detail);
    if (!detail) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
    const { id } = await put(bus, {
      source: Source,
      detailType: DetailType,
      detail,
      ...(Time !== undefined && { at: Temporal.Instant.fromEpochMilliseconds(Math.round(Time * 1000)) }),
      ...(Resources && { resources: Resources }),
    });
    return { EventId: id };
  }

  const server = createServer(
    jsonService('AWSEvents', {
      PutEvents: async (input, headers) => {
        const { Entries = [] } = input as { Entries?: Entry[] };
        if (Entries.length === 0 || Entries.length > 10) {
          throw new ServiceError('ValidationException', 'Entries must hold 1 to 10 events');
        }
        for (const { EventBusName = DEFAULT_BUS } of Entries) {
          const resource = arnOf('events', `event-bus/${nameIn(EventBusName)}`);
          const refusal = access?.refusal(headers, { action: 'events:PutEvents', resource });
          if (refusal) throw new ServiceError('AccessDeniedException', refusal);
        }
        access?.changed();
        const answers: Awaited<ReturnType<typeof putEntry>>[] = [];
        for (const entry of Entries) answers.push(await putEntry(entry));
        return { FailedEntryCount: answers.filter((one) => 'ErrorCode' in one).length, Entries: answers };
      },
    }),
  );

  return {
    ...(await listen(server, port)),
    events,
    put,
    addBus: (name) => void buses.set(name, []),
    addRule: ({ name, bus, pattern, targets }) => {
      const rules = buses.get(bus);
      if (!rules) throw new Error(`Cannot add the rule ${name} because its bus must exist: it is ${bus}`);
      rules.push({ matches: eventPattern(pattern), targets });
    },
  };
}

interface CompiledRule {
  readonly matches: (event: unknown) => boolean;
  readonly targets: Rule['targets'];
}

/** An entry of PutEvents. `Time` in epoch seconds. */
interface Entry {
  readonly EventBusName?: string;
  readonly Source?: string;
  readonly DetailType?: string;
  readonly Detail?: string;
  readonly Time?: number;
  readonly Resources?: readonly string[];
}

interface PutFailure {
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
}

function busEvent({ source, detailType, detail, resources = [] }: NewEvent, at: Temporal.Instant): BusEvent {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': detailType,
    source,
    account: ACCOUNT,
    time: at.round('second').toString(),
    region: REGION,
    resources,
    detail,
  };
}

function parseDetail(detail = ''): object | null {
  try {
    const parsed: unknown = JSON.parse(detail);
    return typeof parsed === 'object' && !Array.isArray(parsed) ? parsed : null;
  } catch {
    return null;
  }
}
