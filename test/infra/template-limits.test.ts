import { describe, expect, it } from 'vitest';
import { VARIANTS } from '../../infra/variants.ts';
import { listOf, resourcesOf, synthesize, type Template } from '../support/synthesize.ts';

/** The longest text that a reference is replaced by when the stack is deployed: an ARN with the longest names. */
const REFERENCE = `arn:aws-us-gov:dynamodb:us-gov-west-1:123456789012:table/${'x'.repeat(100)}`;

/** What an account and a region put in, at its longest. */
const OF_ACCOUNT: Readonly<Record<string, string>> = {
  'AWS::AccountId': '123456789012',
  'AWS::Partition': 'aws-us-gov',
  'AWS::Region': 'ap-southeast-1',
  'AWS::URLSuffix': 'amazonaws.com',
};

/** A document as it is deployed, without the spaces that AWS doesn't count. */
function deployed(document: unknown): string {
  return JSON.stringify(resolved(document));
}

function resolved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolved);
  if (typeof value !== 'object' || value === null) return value;
  const [[name, inner] = ['', null] as const, ...others] = Object.entries(value);
  if (others.length === 0 && name === 'Fn::Join') {
    const [glue, parts] = inner as [string, unknown[]];
    return parts.map((part) => String(resolved(part))).join(glue);
  }
  if (others.length === 0 && typeof inner === 'string' && inner in OF_ACCOUNT) return OF_ACCOUNT[inner];
  if (others.length === 0 && (name === 'Ref' || name.startsWith('Fn::'))) return REFERENCE;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, resolved(part)]));
}

/** The sizes of a property of all resources of a type, by id. */
function sizes(template: Template, type: string, property: string): [id: string, size: number][] {
  return resourcesOf(template, type).map(([id, { Properties }]) => [
    id,
    deployed(Properties[property] ?? '').length,
  ]);
}

/** The inline policies of a role share one limit. */
function policySizes(template: Template): [role: string, size: number][] {
  const policies = resourcesOf(template, 'AWS::IAM::Policy').flatMap(([, { Properties }]) =>
    listOf<unknown>(Properties.Roles).map(
      (role) => [JSON.stringify(role), deployed(Properties.PolicyDocument).length] as const,
    ),
  );
  const byRole = Map.groupBy(policies, ([role]) => role);
  return [...byRole].map(([role, all]) => [role, all.reduce((sum, [, size]) => sum + size, 0)]);
}

const KB = 1024;

/** What CloudFormation or the service refuses beyond, from their pages of quotas. */
const LIMITS: readonly [what: string, most: number, sizes: (template: Template) => [string, number][]][] = [
  ['a template, in bytes', 1_000_000, (template) => [['all', Buffer.byteLength(JSON.stringify(template))]]],
  ['resources', 500, ({ Resources }) => [['all', Object.keys(Resources).length]]],
  ['outputs', 200, ({ Outputs }) => [['all', Object.keys(Outputs).length]]],
  ['the inline policies of a role', 10_240, policySizes],
  ['who may take a role', 2048, (template) => sizes(template, 'AWS::IAM::Role', 'AssumeRolePolicyDocument')],
  [
    'the policy of a bucket',
    20 * KB,
    (template) => sizes(template, 'AWS::S3::BucketPolicy', 'PolicyDocument'),
  ],
  ['the policy of a key', 32 * KB, (template) => sizes(template, 'AWS::KMS::Key', 'KeyPolicy')],
  [
    'the policy of a topic',
    30 * KB,
    (template) => sizes(template, 'AWS::SNS::TopicPolicy', 'PolicyDocument'),
  ],
  ['the pattern of a rule', 2048, (template) => sizes(template, 'AWS::Events::Rule', 'EventPattern')],
  [
    'the description of a function',
    256,
    (template) => sizes(template, 'AWS::Lambda::Function', 'Description'),
  ],
  [
    'the description of an alarm',
    1024,
    (template) => sizes(template, 'AWS::CloudWatch::Alarm', 'AlarmDescription'),
  ],
  ['the name of an alarm', 255, (template) => sizes(template, 'AWS::CloudWatch::Alarm', 'AlarmName')],
  [
    'the rule of a composite alarm',
    10_240,
    (template) => sizes(template, 'AWS::CloudWatch::CompositeAlarm', 'AlarmRule'),
  ],
];

describe.each(Object.keys(VARIANTS))('the templates of the variant %s', (variant) => {
  const { data, pipeline } = synthesize(VARIANTS[variant]!);

  it.each(LIMITS)('stay within the limit of %s, %i', (_what, most, sizesOf) => {
    const found = [...sizesOf(data), ...sizesOf(pipeline)];
    expect(found.filter(([, size]) => size > most)).toEqual([]);
  });
});

it.each(LIMITS)('the limit of %s is held against something', (_what, _most, sizesOf) => {
  const { data, pipeline } = synthesize();
  expect([...sizesOf(data), ...sizesOf(pipeline)]).not.toEqual([]);
});
