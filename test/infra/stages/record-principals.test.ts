import { describe, expect, it } from 'vitest';
import { resourcesOf, synthesize } from '../../support/synthesize.ts';

const own = synthesize();
const organization = synthesize({ trail: 'organization' });
const [[, trail] = []] = resourcesOf(own.pipeline, 'AWS::CloudTrail::Trail');

describe('the trail', () => {
  it('logs writes of uploads, and invocations of what people invoke, and nothing else', () => {
    const selectors = trail!.Properties.AdvancedEventSelectors as { FieldSelectors: object[] }[];
    const fields = selectors.map(({ FieldSelectors }) => JSON.stringify(FieldSelectors));
    expect(fields).toHaveLength(2);
    expect(fields[0]).toContain('{"Equals":["AWS::S3::Object"],"Field":"resources.type"}');
    expect(fields[0]).toContain('{"Equals":["false"],"Field":"readOnly"}');
    expect(fields[0]).toMatch(
      /"resources.ARN","StartsWith":\[\{[^[]*\["",\[[^[]*InboxBucketArn\w+"\},"\/inbox\/"\]/,
    );
    const functions = [...fields[1]!.matchAll(/"Fn::GetAtt":\["(\w+)"/g)].map(([, id]) => id);
    expect(fields[1]).toContain('"AWS::Lambda::Function"');
    expect(functions.toSorted()).toEqual(['Act', 'ActivateRoster', 'Erase', 'ReleasePhase']);
  });

  it('has validated files in a bucket to which it alone may write', () => {
    expect(trail!.Properties).toMatchObject({ EnableLogFileValidation: true, IsLogging: true });
    const policies = JSON.stringify(resourcesOf(own.data, 'AWS::S3::BucketPolicy'));
    const name = trail!.Properties.TrailName as string;
    expect(policies).toMatch(
      new RegExp(`cloudtrail.amazonaws.com.*aws:SourceArn|aws:SourceArn.*trail/${name}`),
    );
  });

  it('is left out where the organization has one; what it says is recorded anyway', () => {
    expect(resourcesOf(organization.pipeline, 'AWS::CloudTrail::Trail')).toEqual([]);
    expect(JSON.stringify(organization.data)).not.toContain('TrailBucket');
    const rules = (stacks: typeof own) =>
      resourcesOf(stacks.pipeline, 'AWS::Events::Rule').map(([, { Properties }]) =>
        JSON.stringify(Properties),
      );
    const ofTrail = (stacks: typeof own) => rules(stacks).filter((rule) => rule.includes('via CloudTrail'));
    expect(ofTrail(organization)).toHaveLength(1);
    expect(ofTrail(organization)).toEqual(ofTrail(own));
  });
});
