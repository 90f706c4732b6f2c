import type { Faults } from '../faults.ts';
import type { Grants } from '../iam/grants.ts';
import type { InvokeLater } from '../lambda/api.ts';
import type { LocalFunction } from '../lambda/functions.ts';
import type { FunctionRegistry } from '../lambda/registry.ts';
import type { Resource, Template } from '../template/template.ts';
import { type Buses, DEFAULT_BUS } from './buses.ts';
import type { BusEvent } from './pattern.ts';
import { checkTarget, inputOf, type RuleTarget } from './rule-target.ts';

type Deliver = (event: BusEvent) => Promise<void>;

/** What a rule's target is. */
type Destination =
  | { readonly kind: 'function'; readonly fn: LocalFunction }
  | { readonly kind: keyof typeof ACTIONS; readonly arn: string };

interface Sending {
  readonly kind: keyof typeof ACTIONS;
  readonly arn: string;
  readonly text: string;
}

/** What events are delivered to. */
export interface RuleTargets {
  /** Addresses of the queues by ARN. */
  readonly queueUrls: ReadonlyMap<string, string>;
  /** ARNs of the topics. */
  readonly topics: ReadonlySet<string>;
  /** What a queue or a topic lets a rule do. */
  readonly grants: Pick<Grants, 'allows'>;
  /** Sends to a queue by ARN. */
  readonly send: (queueArn: string, body: string) => Promise<void>;
  readonly invokeLater: InvokeLater;
}

interface RuleWires extends RuleTargets, Pick<Faults, 'refuses'> {
  readonly functions: Pick<FunctionRegistry, 'find'>;
  /** Hears of an event that a rule may not deliver. */
  readonly onFailure: (where: string, what: string) => void;
  /** Hears what a topic would tell people. */
  readonly onNotice: (text: string) => void;
}

interface RuleProperties {
  readonly EventBusName?: string;
  readonly EventPattern?: unknown;
  readonly State?: string;
  readonly Targets?: readonly RuleTarget[];
}

const EVENTS_SERVICE = 'events.amazonaws.com';
/** What a rule must be allowed to do to each kind of target. */
const ACTIONS = { queue: 'sqs:SendMessage', topic: 'sns:Publish' } as const;

/**
 * Makes the template's buses and rules. As in AWS, an event that a rule may not deliver goes to its dead-letter queue.
 * @throws Error when a rule has a pattern or a target that isn't known here.
 */
export function wireRules(template: Template, wires: RuleWires & { buses: Buses }): void {
  const { buses } = wires;
  const { deliverTo } = delivery(wires);
  for (const { name } of template.ofType('AWS::Events::EventBus')) buses.addBus(name);
  for (const rule of template.ofType('AWS::Events::Rule')) {
    const {
      EventBusName: bus = DEFAULT_BUS,
      EventPattern: pattern,
      State,
      Targets = [],
    } = rule.properties as RuleProperties;
    if (State === 'DISABLED' || !pattern) continue;
    buses.addRule({ name: rule.name, bus, pattern, targets: Targets.map((one) => deliverTo(rule, one)) });
  }
}

function delivery({ functions, queueUrls, topics, grants, ...to }: RuleWires) {
  function destinationOf(arn: string): Destination | null {
    const fn = functions.find(arn);
    if (fn) return { kind: 'function', fn };
    if (queueUrls.has(arn)) return { kind: 'queue', arn };
    return topics.has(arn) ? { kind: 'topic', arn } : null;
  }

  /** @returns whether the target's policy lets the rule send. */
  async function sendAs(rule: Resource, { kind, arn, text }: Sending): Promise<boolean> {
    const request = { service: EVENTS_SERVICE, action: ACTIONS[kind], sourceArn: rule.arn };
    if (!grants.allows(arn, request)) return false;
    if (to.refuses?.({ by: rule.id, action: ACTIONS[kind], resource: arn })) return false;
    if (kind === 'queue') await to.send(arn, text);
    else to.onNotice(text);
    return true;
  }

  /** @returns whether the target took it */
  async function offer(
    rule: Resource,
    { destination, text }: { destination: Destination; text: string },
  ): Promise<boolean> {
    if (destination.kind !== 'function') return sendAs(rule, { ...destination, text });
    const { fn } = destination;
    if (to.refuses?.({ by: rule.id, action: 'lambda:InvokeFunction', resource: fn.arn })) return false;
    to.invokeLater(fn, JSON.parse(text));
    return true;
  }

  function deliverTo(rule: Resource, target: RuleTarget): Deliver {
    checkTarget(target);
    const destination = destinationOf(target.Arn);
    if (!destination) {
      throw new Error(
        `Cannot wire the rule ${rule.id} because its target must be a queue, topic or function here: ` +
          `it is ${target.Arn}`,
      );
    }
    const deadLetters = destinationOf(target.DeadLetterConfig?.Arn ?? '');
    return async (event) => {
      if (await offer(rule, { destination, text: inputOf(event, target) })) return;
      to.onFailure(rule.id, `Cannot deliver an event because the rule may not send to ${target.Arn}`);
      if (deadLetters?.kind !== 'queue') return;
      await sendAs(rule, { ...deadLetters, text: JSON.stringify(event) });
    };
  }

  return { deliverTo };
}
