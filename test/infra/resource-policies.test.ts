import { describe, expect, it } from 'vitest';
import { listOf, type Statement, synthesize, type Template } from '../support/synthesize.ts';

const { data, pipeline } = synthesize();

interface Trusting extends Statement {
  readonly Principal?: '*' | { readonly Service?: string | readonly string[] };
}

/**
 * Services that are trusted without a source, by type of the policy. AWS doesn't evaluate conditions where EventBridge
 * publishes to a topic, nor to the key of one: with them, no notice would arrive (decision 0190).
 */
const WITHOUT_SOURCE = ['AWS::KMS::Key events.amazonaws.com', 'AWS::SNS::TopicPolicy events.amazonaws.com'];

/** Every statement of a resource's policy that trusts a service, whatever type of resource it is. */
function trusting({ Resources }: Template) {
  return Object.entries(Resources).flatMap(([id, { Type, Properties }]) =>
    // A role's trust is its own, and is checked below.
    Type === 'AWS::IAM::Role'
      ? []
      : documentsIn(Properties).flatMap(({ Statement: statements }) =>
          listOf(statements).flatMap((one) => servicesOf(one).map((service) => ({ id, Type, service, one }))),
        ),
  );
}

/** Policy documents anywhere in a resource's properties. */
function documentsIn(value: unknown): { Statement: Trusting | readonly Trusting[] }[] {
  if (typeof value === 'string' && value.includes('"Statement"')) return documentsIn(JSON.parse(value));
  if (typeof value !== 'object' || value === null) return [];
  if ('Statement' in value) return [value as { Statement: Trusting[] }];
  return Object.values(value).flatMap(documentsIn);
}

function servicesOf({ Effect, Principal }: Trusting): readonly string[] {
  if (Effect !== 'Allow' || Principal === undefined || Principal === '*') return [];
  return listOf(Principal.Service ?? []) as readonly string[];
}

/** Condition keys of a statement. */
function keysOf({ Condition = {} }: Trusting): string[] {
  return Object.values(Condition).flatMap((tests) => Object.keys(tests));
}

const all = [...trusting(data), ...trusting(pipeline)];
const conditioned = all.filter(({ Type, service }) => !WITHOUT_SOURCE.includes(`${Type} ${service}`));

describe('a policy that trusts a service', () => {
  it('is found in buckets, keys, queues and topics', () => {
    const types = new Set(all.map(({ Type }) => Type));
    for (const type of ['S3::BucketPolicy', 'KMS::Key', 'SQS::QueuePolicy', 'SNS::TopicPolicy']) {
      expect(types).toContain(`AWS::${type}`);
    }
  });

  it.each(conditioned)("attack: another account's $service can't use $id", ({ one }) => {
    expect(keysOf(one)).toEqual(expect.arrayContaining(['aws:SourceArn', 'aws:SourceAccount']));
    expect(JSON.stringify(one.Condition)).toContain('{"Ref":"AWS::AccountId"}');
    // Never every resource of the account.
    expect(JSON.stringify(one.Condition)).not.toMatch(/"(aws:SourceArn)":"\*"/);
  });

  it('names no source only where AWS would not evaluate it', () => {
    const without = all.filter(({ one }) => !keysOf(one).includes('aws:SourceArn'));
    expect(without.map(({ Type, service }) => `${Type} ${service}`).toSorted()).toEqual(WITHOUT_SOURCE);
  });
});
