import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../infra/crier-app.ts';

describe('cdk-nag', () => {
  const app = createApp({ bundle: false, check: false });
  // What a stack takes from another one has its name only then.
  app.synth();
  const acknowledged = app.node
    .findAll()
    .flatMap(({ node }) => node.metadata)
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.entries(data as Record<string, string>));

  it('finds nothing that is not acknowledged', () => {
    const { success, violations } = new AwsSolutionsChecks(app).validateScope(app);
    expect(violations.map(({ ruleName, violatingResources }) => [ruleName, violatingResources])).toEqual([]);
    expect(success).toBe(true);
  });

  it('is acknowledged finding by finding, each with its reason', () => {
    const rules = acknowledged.map(([id]) => id.replace(/^.*::(AwsSolutions-\w+).*$/, '$1'));
    expect([...new Set(rules)].sort()).toEqual([
      'AwsSolutions-APIG4',
      'AwsSolutions-COG3',
      'AwsSolutions-COG8',
      'AwsSolutions-DDB3',
      'AwsSolutions-IAM5',
      'AwsSolutions-SQS3',
    ]);
    expect(acknowledged.filter(([id]) => /IAM5(?!\[Resource::.+\])/.test(id))).toEqual([]);
    expect(acknowledged.filter(([, reason]) => reason.length < 30)).toEqual([]);
  });
});

describe('the whole app', () => {
  it('passes every check, those of CloudFormation too', () => {
    expect(
      createApp({ bundle: false })
        .synth()
        .stacks.map(({ id }) => id),
    ).toEqual(['Data', 'Pipeline']);
  });
});
