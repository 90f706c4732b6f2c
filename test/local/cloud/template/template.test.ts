import { describe, expect, it } from 'vitest';
import type { CloudFormation } from '../../../../local/cloud/template/cloudformation.ts';
import { readTemplate } from '../../../../local/cloud/template/template.ts';

const data: CloudFormation = {
  Resources: {
    Log: { Type: 'AWS::DynamoDB::Table', Properties: {} },
    Inbox: { Type: 'AWS::S3::Bucket', Properties: {} },
    Named: { Type: 'AWS::Events::EventBus', Properties: { Name: 'crier-nysb' } },
  },
  Outputs: {
    Out: { Value: { 'Fn::GetAtt': ['Log', 'Arn'] }, Export: { Name: 'data:LogArn' } },
  },
};

function resolved(properties: Record<string, unknown>): Record<string, unknown> {
  const pipeline: CloudFormation = {
    Parameters: { Size: { Default: 'small' } },
    Resources: {
      Probe: { Type: 'AWS::Lambda::Function', Properties: properties },
      Role: { Type: 'AWS::IAM::Role' },
      Queue: { Type: 'AWS::SQS::Queue' },
      Topic: { Type: 'AWS::SNS::Topic' },
    },
  };
  const stacks = [
    { name: 'crier-nysb-data', template: data },
    { name: 'crier-nysb-pipeline', template: pipeline },
  ];
  const template = readTemplate(stacks);
  const [queue] = template.ofType('AWS::SQS::Queue');
  template.setReference(queue!, 'http://sqs.localhost/queue');
  return { ...template.ofType('AWS::Lambda::Function')[0]!.properties };
}
const value = (given: unknown) => resolved({ given }).given;

describe('readTemplate', () => {
  it.each<[string, unknown, unknown]>([
    ['a plain value', 60, 60],
    ['a resource without a name of its own', { Ref: 'Role' }, 'crier-nysb-pipeline-Role'],
    ['a reference that is an address', { Ref: 'Queue' }, 'http://sqs.localhost/queue'],
    [
      'a reference that is an ARN',
      { Ref: 'Topic' },
      'arn:aws:sns:us-east-1:000000000000:crier-nysb-pipeline-Topic',
    ],
    [
      'an attribute',
      { 'Fn::GetAtt': ['Queue', 'Arn'] },
      'arn:aws:sqs:us-east-1:000000000000:crier-nysb-pipeline-Queue',
    ],
    ['a name', { 'Fn::GetAtt': ['Queue', 'QueueName'] }, 'crier-nysb-pipeline-Queue'],
    ['a parameter', { Ref: 'Size' }, 'small'],
    ['the account', { Ref: 'AWS::AccountId' }, '000000000000'],
    [
      "another stack's export",
      { 'Fn::ImportValue': 'data:LogArn' },
      'arn:aws:dynamodb:us-east-1:000000000000:table/crier-nysb-data-Log',
    ],
    [
      'a join, nested',
      { 'Fn::Join': ['/', [{ 'Fn::ImportValue': 'data:LogArn' }, 'index', '*']] },
      'arn:aws:dynamodb:us-east-1:000000000000:table/crier-nysb-data-Log/index/*',
    ],
    ['a substitution', { 'Fn::Sub': `a-\${AWS::Region}-\${Role}` }, 'a-us-east-1-crier-nysb-pipeline-Role'],
    [
      'lists and objects',
      { a: [{ Ref: 'Size' }, { b: { Ref: 'Role' } }] },
      { a: ['small', { b: 'crier-nysb-pipeline-Role' }] },
    ],
    ['what an event pattern says', { key: [{ prefix: 'inbox/' }] }, { key: [{ prefix: 'inbox/' }] }],
  ])('resolves %s', (_, given, expected) => {
    expect(value(given)).toEqual(expected);
  });

  it('names resources as the template does, and buckets in lower case', () => {
    const template = readTemplate([{ name: 'crier-nysb-data', template: data }]);
    const names = ['AWS::Events::EventBus', 'AWS::S3::Bucket'].map((type) => template.ofType(type)[0]?.name);
    expect(names).toEqual(['crier-nysb', 'crier-nysb-data-inbox']);
  });

  it.each([
    ['a reference to nothing', { Ref: 'Gone' }, 'Gone must be in the stack crier-nysb-pipeline'],
    ['an import that no stack exports', { 'Fn::ImportValue': 'x' }, 'a stack must export x: none does'],
    ['a function that it does not know', { 'Fn::Cidr': ['10.0.0.0/8', 1] }, 'Cannot resolve Fn::Cidr'],
    [
      'a substitution that it does not know',
      { 'Fn::Sub': `\${Queue.Arn}` },
      'Queue.Arn must be in the stack',
    ],
    ['no value', { Ref: 'AWS::NoValue' }, 'AWS::NoValue must be in the stack'],
    [
      'an attribute that it does not know',
      { 'Fn::GetAtt': ['Role', 'RoleId'] },
      'Cannot resolve Role.RoleId',
    ],
  ])('throws on %s', (_, given, message) => {
    expect(() => value(given)).toThrow(message);
  });
});
