import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../functions/lib/clock.ts';
import { ACCOUNT, REGION } from '../template/account.ts';
import { type BusEvent, eventPattern } from './pattern.ts';

/** A rule of a bus, as the template writes it. */
interface Rule {
  readonly name: string;
  readonly bus: string;
  readonly pattern: unknown;
  /** Deliver the event, each to its target. */
  readonly targets: readonly ((event: BusEvent) => Promise<void>)[];
}

/** An event to be put on a bus. */
export interface NewEvent {
  readonly source: string;
  readonly detailType: string;
  readonly detail: unknown;
  /** @default now */
  readonly at?: Temporal.Instant;
  /** @default none */
  readonly resources?: readonly string[];
}

/** Buses with their rules, in memory. */
export interface Buses {
  has(bus: string): boolean;
  addBus(name: string): void;
  /** @throws Error when the pattern can't be read or the bus doesn't exist. */
  addRule(rule: Rule): void;
  /**
   * Puts an event and delivers it to the targets of the rules that match.
   * @throws Error when the bus doesn't exist or a target fails.
   */
  put(bus: string, event: NewEvent): Promise<BusEvent>;
  /** Events put on buses other than the default one, oldest first. */
  readonly events: readonly BusEvent[];
}

/** The bus on which AWS's own services publish. */
export const DEFAULT_BUS = 'default';

interface CompiledRule {
  readonly matches: (event: unknown) => boolean;
  readonly targets: Rule['targets'];
}

/** The default bus alone, until more are added. */
export function createBuses(clock: Clock): Buses {
  const buses = new Map<string, CompiledRule[]>([[DEFAULT_BUS, []]]);
  const events: BusEvent[] = [];
  return {
    events,
    has: (bus) => buses.has(bus),
    addBus: (name) => void buses.set(name, []),
    addRule: ({ name, bus, pattern, targets }) => {
      const rules = buses.get(bus);
      if (!rules) throw new Error(`Cannot add the rule ${name} because its bus must exist: it is ${bus}`);
      rules.push({ matches: eventPattern(pattern), targets });
    },
    put: async (bus, event) => {
      const rules = buses.get(bus);
      if (!rules) throw new Error(`Cannot put an event because the bus ${bus} must exist`);
      const put = busEvent(event, event.at ?? clock.now());
      if (bus !== DEFAULT_BUS) events.push(put);
      const matching = rules.filter(({ matches }) => matches(put));
      await Promise.all(matching.flatMap(({ targets }) => targets.map((target) => target(put))));
      return put;
    },
  };
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
