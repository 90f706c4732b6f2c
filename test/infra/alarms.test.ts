import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anchorOf } from '../../infra/alarms.ts';
import { type Resource, resourcesOf, synthesize, textOf } from '../support/synthesize.ts';

const { pipeline } = synthesize();
const alarms = resourcesOf(pipeline, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
const sections = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8')
  .split(/^## /m)
  .slice(1)
  .map((section) => ({ heading: section.slice(0, section.indexOf('\n')), text: section }));

describe('an alarm', () => {
  it.each(alarms)('$AlarmName says its impact and where to read on, and goes to the topic', (alarm) => {
    expect(alarm.AlarmDescription).toMatch(/^[A-Z].{20,}\. What to do: docs\/runbook\.md#[a-z-]+$/);
    expect(alarm.AlarmActions).toEqual([{ Ref: 'AlarmTopic' }]);
  });

  it.each(alarms)(
    '$AlarmName has its section in the runbook: meaning, investigation, resolution',
    (alarm) => {
      const anchor = alarm.AlarmDescription.split('#')[1];
      const section = sections.find(({ heading }) => anchorOf(heading) === anchor);
      expect(section?.text).toMatch(/\*\*Means\*\*[\s\S]+\*\*Investigate\*\*[\s\S]+\*\*Resolve\*\*/);
      const [, title] = alarm.AlarmName.split('crier-nysb-2018: ');
      expect([section?.heading, section?.heading.replace(/ fails$/, ' reports errors')]).toContain(title);
    },
  );

  it('is there for every section of the runbook that is about one', () => {
    const anchors = alarms.map(({ AlarmDescription }) => AlarmDescription.split('#')[1]);
    const about = sections.filter(({ text }) => text.includes('**Resolve**'));
    expect(
      about.map(({ heading }) => anchorOf(heading)).filter((anchor) => !anchors.includes(anchor)),
    ).toEqual([]);
  });
});

describe('alarms', () => {
  it.each(resourcesOf(pipeline, 'AWS::Lambda::Function'))('watch the errors of %s', (id) => {
    const watching = alarms.filter(
      ({ MetricName, Dimensions }) => MetricName === 'Errors' && Dimensions[0].Value.Ref === id,
    );
    expect(watching).toHaveLength(1);
    expect(watching[0]).toMatchObject({ Threshold: 1, TreatMissingData: 'notBreaching' });
  });

  it.each(
    resourcesOf(pipeline, 'AWS::Lambda::EventSourceMapping').map(
      ([, { Properties }]) => Properties.FunctionName.Ref,
    ),
  )('watch the log of %s, whose failures are answers', (consumer) => {
    const logs = pipeline.Resources[consumer]!.Properties.LoggingConfig.LogGroup.Ref;
    const filter = resourcesOf(pipeline, 'AWS::Logs::MetricFilter').find(
      ([, { Properties }]) => Properties.LogGroupName.Ref === logs,
    );
    expect(filter?.[1].Properties).toMatchObject({
      FilterPattern: '{ $.level = "ERROR" }',
      MetricTransformations: [
        { MetricNamespace: 'Crier/nysb-2018', MetricName: `${consumer}ErrorLines`, MetricValue: '1' },
      ],
    });
    expect(alarms.find(({ MetricName }) => MetricName === `${consumer}ErrorLines`)).toMatchObject({
      Namespace: 'Crier/nysb-2018',
      Statistic: 'Sum',
      Threshold: 1,
    });
  });

  it.each(resourcesOf(pipeline, 'AWS::SQS::Queue').filter(([id]) => id.endsWith('DeadLetters')))(
    'watch the depth of %s',
    (id) => {
      const watching = alarms.filter(
        ({ MetricName, Dimensions }) =>
          MetricName === 'ApproximateNumberOfMessagesVisible' && Dimensions[0].Value['Fn::GetAtt'][0] === id,
      );
      expect(watching).toHaveLength(1);
      expect(watching[0]).toMatchObject({ Threshold: 1, Statistic: 'Maximum' });
    },
  );

  it('watch for a sweep that is not called: no data is bad', () => {
    expect(alarms.find(({ AlarmName }) => AlarmName.endsWith('Sweep is silent'))).toMatchObject({
      MetricName: 'Invocations',
      Dimensions: [{ Name: 'FunctionName', Value: { Ref: 'Sweep' } }],
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 1,
      EvaluationPeriods: 3,
      Period: 300,
      TreatMissingData: 'breaching',
    });
  });

  it('go to an encrypted topic under a key that CloudWatch and EventBridge may use', () => {
    const { KmsMasterKeyId } = pipeline.Resources.AlarmTopic!.Properties;
    const key = pipeline.Resources[KmsMasterKeyId['Fn::GetAtt'][0]]!;
    expect(key.Properties.EnableKeyRotation).toBe(true);
    const services = (statements: readonly { Principal: { Service?: string } }[]) =>
      statements.flatMap(({ Principal }) => Principal.Service ?? []).toSorted();
    const both = ['cloudwatch.amazonaws.com', 'events.amazonaws.com'];
    expect(services(key.Properties.KeyPolicy.Statement)).toEqual(both);
    const [[, policy]] = resourcesOf(pipeline, 'AWS::SNS::TopicPolicy') as [[string, Resource]];
    expect(services(policy.Properties.PolicyDocument.Statement)).toEqual(both);
  });

  it('attack: an alarm of another launch or account can’t publish', () => {
    const [[, policy]] = resourcesOf(pipeline, 'AWS::SNS::TopicPolicy') as [[string, Resource]];
    const of = policy.Properties.PolicyDocument.Statement.find(
      ({ Principal }: { Principal: { Service?: string } }) =>
        Principal.Service === 'cloudwatch.amazonaws.com',
    );
    expect(textOf(of.Condition.ArnLike['aws:SourceArn'])).toMatch(
      /:<AWS::AccountId>:alarm:crier-nysb-2018:\*$/,
    );
  });

  it('are sent by email when the context names an address', () => {
    const subscriptions = (options = {}) =>
      resourcesOf(synthesize(options).pipeline, 'AWS::SNS::Subscription').map(
        ([, { Properties }]) => Properties,
      );
    expect(subscriptions()).toEqual([]);
    expect(subscriptions({ alarmEmail: 'ops@example.com' })).toEqual([
      { Protocol: 'email', Endpoint: 'ops@example.com', TopicArn: { Ref: 'AlarmTopic' } },
    ]);
  });
});
