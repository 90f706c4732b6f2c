import { ACCOUNT, REGION } from './account.ts';
import type { RawResource, SynthesizedStack } from './cloudformation.ts';
import { defaultName, isReferredByArn, NAME_PROPERTIES, resourceArn } from './names.ts';

/** Resolves the references of templates. */
export interface Resolver {
  /**
   * A value of a stack's template with every reference and function resolved.
   * @throws Error on a function or reference that can't be resolved.
   */
  value(stack: SynthesizedStack, value: unknown): unknown;
  /** Physical name of a resource: its own when the template gives one. */
  nameOf(stack: SynthesizedStack, id: string): string;
  /** ARN of a resource; empty when its type has none here. */
  arnOf(stack: SynthesizedStack, id: string): string;
  /** Sets what a `Ref` gives for a resource whose name isn't enough: a queue's address. */
  setReference(stack: SynthesizedStack, to: { id: string; reference: string }): void;
  /** Sets what `Fn::GetAtt` gives for an attribute that is known once the resource runs: an address. */
  setAttribute(stack: SynthesizedStack, to: { id: string; name: string; value: string }): void;
}

/** The stack of a value, and what is known to resolve it. */
interface Scope {
  readonly stack: SynthesizedStack;
  readonly stacks: readonly SynthesizedStack[];
  /** By `placeOf` a resource. */
  readonly references: ReadonlyMap<string, string>;
  /** By `placeOf` a resource and the attribute's name. */
  readonly attributes: ReadonlyMap<string, string>;
}

const PSEUDO_PARAMETERS: Readonly<Record<string, string>> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Region': REGION,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
};

/** CloudFormation's functions as far as the templates use them. */
const FUNCTIONS: Readonly<Record<string, (operand: unknown, scope: Scope) => unknown>> = {
  Ref: (operand, scope) => reference(String(operand), scope),
  'Fn::GetAtt': (operand, scope) => {
    const [id, name] = operand as [string, string];
    return attribute(id, { name, scope });
  },
  'Fn::ImportValue': (operand, scope) => imported(String(resolved(operand, scope)), scope),
  'Fn::Join': (operand, scope) => {
    const [separator, parts] = operand as [string, unknown];
    return (resolved(parts, scope) as unknown[]).join(separator);
  },
  'Fn::Select': (operand, scope) => {
    const [place, list] = operand as [number | string, unknown];
    return (resolved(list, scope) as unknown[])[Number(place)];
  },
  'Fn::Split': (operand, scope) => {
    const [separator, text] = operand as [string, unknown];
    return String(resolved(text, scope)).split(separator);
  },
  'Fn::Sub': (operand, scope) =>
    String(operand).replaceAll(/\$\{([^}]+)\}/g, (_, id: string) => String(reference(id, scope))),
};

/** Resolves references among these stacks. */
export function resolver(stacks: readonly SynthesizedStack[]): Resolver {
  const references = new Map<string, string>();
  const attributes = new Map<string, string>();
  const scopeOf = (stack: SynthesizedStack): Scope => ({ stack, stacks, references, attributes });
  return {
    value: (stack, value) => resolved(value, scopeOf(stack)),
    nameOf: (stack, id) => nameOf(id, scopeOf(stack)),
    arnOf: (stack, id) => arnOf(id, scopeOf(stack)) ?? '',
    setReference: (stack, { id, reference }) => void references.set(placeOf(stack, id), reference),
    setAttribute: (stack, { id, name, value }) => void attributes.set(`${placeOf(stack, id)}.${name}`, value),
  };
}

function resolved(given: unknown, scope: Scope): unknown {
  if (Array.isArray(given)) return given.map((one) => resolved(one, scope));
  if (typeof given !== 'object' || given === null) return given;
  const entries = Object.entries(given);
  const [[name, operand] = ['', undefined]] = entries;
  if (entries.length === 1 && (name === 'Ref' || name.startsWith('Fn::'))) {
    const apply = FUNCTIONS[name];
    if (!apply) throw new Error(`Cannot resolve ${name} because the embedded cloud doesn't know it`);
    return apply(operand, scope);
  }
  return Object.fromEntries(entries.map(([key, one]) => [key, resolved(one, scope)]));
}

function reference(id: string, scope: Scope): unknown {
  const { stack, references } = scope;
  if (id in PSEUDO_PARAMETERS) return PSEUDO_PARAMETERS[id];
  const parameter = stack.template.Parameters?.[id];
  if (parameter) return parameter.Default;
  if (isReferredByArn(resourceAt(id, scope).Type)) return attribute(id, { name: 'Arn', scope });
  return references.get(placeOf(stack, id)) ?? nameOf(id, scope);
}

function attribute(id: string, { name, scope }: { name: string; scope: Scope }): string {
  const { Type } = resourceAt(id, scope);
  const set = scope.attributes.get(`${placeOf(scope.stack, id)}.${name}`);
  if (set !== undefined) return set;
  if (name === 'QueueName') return nameOf(id, scope);
  const arn = name === 'Arn' ? arnOf(id, scope) : null;
  if (arn !== null) return arn;
  throw new Error(`Cannot resolve ${id}.${name} because the embedded cloud doesn't know it of ${Type}`);
}

/** What a stack exports under a name. */
function imported(name: string, scope: Scope): unknown {
  const stack = scope.stacks.find((one) => exportsOf(one).has(name));
  if (stack) return resolved(exportsOf(stack).get(name), { ...scope, stack });
  throw new Error(`Cannot resolve an import because a stack must export ${name}: none does`);
}

const exported = new WeakMap<SynthesizedStack, ReadonlyMap<string, unknown>>();

/** Values by the names under which a stack exports them: each is imported many times at every start. */
function exportsOf(stack: SynthesizedStack): ReadonlyMap<string, unknown> {
  const known = exported.get(stack);
  if (known) return known;
  const outputs = Object.values(stack.template.Outputs ?? {});
  const found = new Map(outputs.flatMap(({ Export, Value }) => (Export ? [[Export.Name, Value]] : [])));
  exported.set(stack, found);
  return found;
}

function nameOf(id: string, scope: Scope): string {
  const { Type, Properties = {} } = resourceAt(id, scope);
  const given = NAME_PROPERTIES.find((name) => name in Properties);
  if (given) return String(resolved(Properties[given], scope));
  return defaultName(Type, { stack: scope.stack.name, id });
}

/** `null` when its type has none here. A rule's ARN names its bus as well, unless that is the default one. */
function arnOf(id: string, scope: Scope): string | null {
  const { Type, Properties = {} } = resourceAt(id, scope);
  const name = nameOf(id, scope);
  const bus = Type === 'AWS::Events::Rule' ? Properties.EventBusName : undefined;
  return resourceArn(Type, bus === undefined ? name : `${resolved(bus, scope)}/${name}`);
}

function resourceAt(id: string, { stack }: Scope): RawResource {
  const resource = stack.template.Resources[id];
  if (resource) return resource;
  throw new Error(`Cannot resolve a reference because ${id} must be in the stack ${stack.name}`);
}

function placeOf({ name }: SynthesizedStack, id: string): string {
  return `${name}/${id}`;
}
