import { ACCOUNT, arnOf, REGION } from './account.ts';
import type { SynthesizedStack } from './template.ts';

/** Resolves the references of templates. */
export interface Resolver {
  /** @throws Error on a function or reference that can't be resolved. */
  value(stack: SynthesizedStack, value: unknown): unknown;
  /** Physical name of a resource: its own when the template says one. */
  nameOf(stack: SynthesizedStack, id: string): string;
  /** ARN of a resource; empty when its type has none here. */
  arnOf(stack: SynthesizedStack, id: string): string;
  setReference(stack: SynthesizedStack, to: { id: string; reference: string }): void;
  /** Sets what `Fn::GetAtt` gives where only whoever runs the resource knows it: an address. */
  setAttribute(stack: SynthesizedStack, to: { id: string; name: string; value: string }): void;
}

const PSEUDO: Readonly<Record<string, unknown>> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Region': REGION,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::NoValue': undefined,
};

/** Properties in which templates give a resource's name. */
const NAME_PROPERTIES = [
  'Name',
  'TableName',
  'BucketName',
  'QueueName',
  'FunctionName',
  'RoleName',
  'TopicName',
  'LogGroupName',
];

/** ARNs by type of resource and physical name. */
const ARNS: Readonly<Record<string, (name: string) => string>> = {
  'AWS::DynamoDB::Table': (name) => arnOf('dynamodb', `table/${name}`),
  'AWS::Events::EventBus': (name) => arnOf('events', `event-bus/${name}`),
  'AWS::Events::Rule': (name) => arnOf('events', `rule/${name}`),
  'AWS::IAM::Role': (name) => `arn:aws:iam::${ACCOUNT}:role/${name}`,
  'AWS::KMS::Key': (name) => arnOf('kms', `key/${name}`),
  'AWS::Lambda::Function': (name) => arnOf('lambda', `function:${name}`),
  'AWS::Logs::LogGroup': (name) => arnOf('logs', `log-group:${name}:*`),
  'AWS::S3::Bucket': (name) => `arn:aws:s3:::${name}`,
  'AWS::SNS::Topic': (name) => arnOf('sns', name),
  'AWS::SQS::Queue': (name) => arnOf('sqs', name),
  'AWS::Scheduler::ScheduleGroup': (name) => arnOf('scheduler', `schedule-group/${name}`),
};
/** Types whose `Ref` is the ARN. */
const REFERRED_BY_ARN = new Set(['AWS::SNS::Topic']);

export function resolver(stacks: readonly SynthesizedStack[]): Resolver {
  const references = new Map<string, string>();
  const attributes = new Map<string, string>();
  const keyOf = (stack: SynthesizedStack, id: string) => `${stack.name}/${id}`;

  function typeOf(stack: SynthesizedStack, id: string): string {
    const resource = stack.template.Resources[id];
    if (!resource)
      throw new Error(`Cannot resolve a reference because ${id} must be in the stack ${stack.name}`);
    return resource.Type;
  }

  function nameOf(stack: SynthesizedStack, id: string): string {
    const properties = stack.template.Resources[id]?.Properties ?? {};
    const given = NAME_PROPERTIES.find((name) => name in properties);
    if (given) return String(value(stack, properties[given]));
    const name = `${stack.name}-${id}`;
    return typeOf(stack, id) === 'AWS::S3::Bucket' ? name.toLowerCase() : name;
  }

  function reference(stack: SynthesizedStack, id: string): unknown {
    if (id in PSEUDO) return PSEUDO[id];
    if (id === 'AWS::StackName') return stack.name;
    const parameter = stack.template.Parameters?.[id];
    if (parameter) return parameter.Default;
    const type = typeOf(stack, id);
    if (REFERRED_BY_ARN.has(type)) return attribute(stack, [id, 'Arn']);
    return references.get(keyOf(stack, id)) ?? nameOf(stack, id);
  }

  function attribute(stack: SynthesizedStack, [id, name]: readonly [string, string]): string {
    const type = typeOf(stack, id);
    const set = attributes.get(`${keyOf(stack, id)}.${name}`);
    if (set !== undefined) return set;
    const arn = ARNS[type];
    if (/^(Topic)?Arn$/.test(name) && arn) return arn(nameOf(stack, id));
    if (/^(Queue|Topic)?Name$/.test(name)) return nameOf(stack, id);
    throw new Error(`Cannot resolve ${id}.${name} because the embedded cloud doesn't know it of ${type}`);
  }

  function imported(name: string): unknown {
    for (const stack of stacks) {
      const output = Object.values(stack.template.Outputs ?? {}).find(({ Export }) => Export?.Name === name);
      if (output) return value(stack, output.Value);
    }
    throw new Error(`Cannot resolve an import because a stack must export ${name}: none does`);
  }

  function substitute(stack: SynthesizedStack, operand: unknown): string {
    const [text, own] = Array.isArray(operand) ? [operand[0], operand[1] ?? {}] : [operand, {}];
    return String(text).replaceAll(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      if (name in own) return String(value(stack, own[name]));
      const [id = '', member] = name.split(/\.(.*)/);
      return String(member ? attribute(stack, [id, member]) : reference(stack, id));
    });
  }

  const functions: Readonly<Record<string, (stack: SynthesizedStack, operand: unknown) => unknown>> = {
    Ref: (stack, operand) => reference(stack, String(operand)),
    'Fn::GetAtt': (stack, operand) => {
      const [id = '', name = ''] = Array.isArray(operand) ? operand : String(operand).split(/\.(.*)/);
      return attribute(stack, [id, name]);
    },
    'Fn::ImportValue': (stack, operand) => imported(String(value(stack, operand))),
    'Fn::Join': (stack, operand) => {
      const [separator, parts] = operand as [string, unknown];
      return (value(stack, parts) as unknown[]).join(separator);
    },
    'Fn::Select': (stack, operand) => {
      const [index, parts] = operand as [number | string, unknown];
      return (value(stack, parts) as unknown[])[Number(index)];
    },
    'Fn::Split': (stack, operand) => {
      const [separator, text] = operand as [string, unknown];
      return String(value(stack, text)).split(separator);
    },
    'Fn::Sub': substitute,
  };

  function value(stack: SynthesizedStack, given: unknown): unknown {
    if (Array.isArray(given)) return given.map((one) => value(stack, one)).filter((one) => one !== undefined);
    if (typeof given !== 'object' || given === null) return given;
    const entries = Object.entries(given);
    const [[name, operand] = ['', undefined]] = entries;
    if (entries.length === 1 && (name === 'Ref' || name.startsWith('Fn::'))) {
      const apply = functions[name];
      if (!apply) throw new Error(`Cannot resolve ${name} because the embedded cloud doesn't know it`);
      return apply(stack, operand);
    }
    const resolved = entries.map(([key, one]) => [key, value(stack, one)] as const);
    return Object.fromEntries(resolved.filter(([, one]) => one !== undefined));
  }

  return {
    value,
    nameOf,
    arnOf: (stack, id) => ARNS[typeOf(stack, id)]?.(nameOf(stack, id)) ?? '',
    setReference: (stack, { id, reference }) => void references.set(keyOf(stack, id), reference),
    setAttribute: (stack, { id, name, value }) => void attributes.set(`${keyOf(stack, id)}.${name}`, value),
  };
}
