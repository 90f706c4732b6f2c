import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SEND_TIMEOUT_SECONDS, SHUTDOWN_MARGIN_MILLISECONDS } from '../../functions/domain/run/timeouts.ts';
import { anchorOf } from '../../infra/alarms.ts';
import { type Resource, resourcesOf, synthesize, textOf } from '../support/synthesize.ts';

const { data, pipeline } = synthesize();

interface Watched {
  readonly MetricName: string;
  readonly Dimensions: readonly { readonly Name: string; readonly Value: unknown }[];
}

const metricAlarms = resourcesOf(pipeline, 'AWS::CloudWatch::Alarm');
const composites = resourcesOf(pipeline, 'AWS::CloudWatch::CompositeAlarm').map(
  ([, { Properties }]) => Properties,
);
const alarms = metricAlarms.map(([, { Properties }]) => Properties);
/** Those that notify people. */
const notifying = [...alarms, ...composites].filter(({ AlarmActions }) => AlarmActions);
/** The ids of the alarms that a composite one stands for. */
const partsOf = ({ AlarmRule }: { AlarmRule: unknown }) =>
  [...textOf(AlarmRule).matchAll(/ALARM\("<(\w+)\.Arn>"\)/g)].map(([, id]) => id!);
/** Alarms of a metric of AWS about a resource. */
const watching = (metric: string, id: string) =>
  alarms.filter(
    ({ MetricName, Dimensions }) =>
      MetricName === metric &&
      Dimensions.some(({ Value }: { Value: unknown }) => textOf(Value) === `<${id}>`),
  );
const sections = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8')
  .split(/^## /m)
  .slice(1)
  .map((section) => ({ heading: section.slice(0, section.indexOf('\n')), text: section }));

describe('an alarm', () => {
  it.each(notifying)('$AlarmName says its impact and where to read on, and goes to the topic', (alarm) => {
    expect(alarm.AlarmDescription).toMatch(/^[A-Z].{20,}\. What to do: docs\/runbook\.md#[a-z-]+$/);
    expect(alarm.AlarmActions).toEqual([{ Ref: 'AlarmTopic' }]);
  });

  it.each(notifying)('$AlarmName tells when it is over', ({ OKActions }) => {
    expect(OKActions).toEqual([{ Ref: 'AlarmTopic' }]);
  });

  it('notifies no one only as a part of a composite one, which does', () => {
    const silent = metricAlarms.filter(([, { Properties }]) => !Properties.AlarmActions).map(([id]) => id);
    expect(composites.flatMap(partsOf).toSorted()).toEqual(silent.toSorted());
    expect(new Set(silent).size).toBe(silent.length);
    expect(composites.every(({ AlarmActions }) => AlarmActions)).toBe(true);
  });

  it.each(notifying)(
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
    const anchors = notifying.map(({ AlarmDescription }) => AlarmDescription.split('#')[1]);
    const about = sections.filter(({ text }) => text.includes('**Resolve**'));
    expect(
      about.map(({ heading }) => anchorOf(heading)).filter((anchor) => !anchors.includes(anchor)),
    ).toEqual([]);
  });
});

describe('alarms', () => {
  it.each(resourcesOf(pipeline, 'AWS::Lambda::Function'))('watch the errors of %s', (id) => {
    expect(watching('Errors', id)).toEqual([
      expect.objectContaining({ Threshold: 1, TreatMissingData: 'notBreaching' }),
    ]);
  });

  it.each(resourcesOf(pipeline, 'AWS::Lambda::Function'))(
    'watch every line of level ERROR of %s',
    (id, { Properties: { LoggingConfig } }) => {
      const filter = resourcesOf(pipeline, 'AWS::Logs::MetricFilter').find(
        ([, { Properties }]) =>
          Properties.LogGroupName.Ref === LoggingConfig.LogGroup.Ref &&
          Properties.FilterPattern === '{ $.level = "ERROR" }',
      );
      expect(filter?.[1].Properties.MetricTransformations).toEqual([
        { MetricNamespace: 'Crier/nysb-2018', MetricName: `${id}ErrorLines`, MetricValue: '1' },
      ]);
      expect(alarms.find(({ MetricName }) => MetricName === `${id}ErrorLines`)).toMatchObject({
        Namespace: 'Crier/nysb-2018',
        Statistic: 'Sum',
        Threshold: 1,
      });
    },
  );

  it.each(resourcesOf(pipeline, 'AWS::Lambda::Function'))(
    'watch the throttles of %s, and calls that nearly take its time limit',
    (id, { Properties: { Timeout } }) => {
      expect(watching('Throttles', id)).toEqual([
        expect.objectContaining({ Statistic: 'Sum', Threshold: 1 }),
      ]);
      expect(watching('Duration', id)).toEqual([
        expect.objectContaining({ Statistic: 'Maximum', Threshold: 950 * Timeout }),
      ]);
    },
  );

  it('find no sender close to its limit that stops as it should', () => {
    const [alarm] = watching('Duration', 'SendEmail');
    expect(alarm.Threshold).toBeGreaterThan(SEND_TIMEOUT_SECONDS * 1000 - SHUTDOWN_MARGIN_MILLISECONDS);
  });

  it.each(resourcesOf(data, 'AWS::DynamoDB::Table'))(
    'watch the throttles of %s and its indexes',
    (id, { Properties: { GlobalSecondaryIndexes = [] } }) => {
      const alarm = alarms.find(({ AlarmName }) => AlarmName.endsWith(`Tables are throttled (${id})`));
      const [sum, ...metrics] = alarm.Metrics;
      expect(sum.Expression).toMatch(/^SUM\(\[m0(,m\d)+\]\)$/);
      const watched = metrics.map(({ MetricStat: { Metric } }: { MetricStat: { Metric: Watched } }) => [
        Metric.MetricName,
        Metric.Dimensions.find(({ Name }) => Name === 'GlobalSecondaryIndexName')?.Value,
      ]);
      const names = [
        undefined,
        ...GlobalSecondaryIndexes.map(({ IndexName }: { IndexName: string }) => IndexName),
      ];
      expect(watched).toEqual(
        names.flatMap((name) => [
          ['ReadThrottleEvents', name],
          ['WriteThrottleEvents', name],
        ]),
      );
    },
  );

  it.each(resourcesOf(pipeline, 'AWS::Events::Rule'))(
    'watch for events that %s could not deliver',
    (id, rule) => {
      const bus = rule.Properties.EventBusName;
      const found = alarms.filter(
        ({ MetricName, Dimensions }) =>
          MetricName === 'FailedInvocations' && JSON.stringify(Dimensions).includes(`"${id}"`),
      );
      // For a rule of another bus, Ref gives "bus|rule": only the ARN has the name alone.
      const name = bus
        ? { 'Fn::Select': [2, { 'Fn::Split': ['/', { 'Fn::GetAtt': [id, 'Arn'] }] }] }
        : { Ref: id };
      expect(found).toEqual([
        expect.objectContaining({
          Threshold: 1,
          Dimensions: [
            ...(bus ? [{ Name: 'EventBusName', Value: bus }] : []),
            { Name: 'RuleName', Value: name },
          ],
        }),
      ]);
    },
  );

  it('watch for phases whose schedule failed', () => {
    expect(alarms.find(({ MetricName }) => MetricName === 'InvocationDroppedCount')).toMatchObject({
      Namespace: 'AWS/Scheduler',
      Dimensions: [{ Name: 'ScheduleGroup', Value: 'crier-nysb-2018' }],
    });
  });

  it.each([
    ['Too many bounces', 'Reputation.BounceRate', 0.05],
    ['Too many complaints', 'Reputation.ComplaintRate', 0.001],
  ])('watch the reputation of the account and of the launch: %s', (title, metric, threshold) => {
    const parts = alarms.filter(({ MetricName }) => MetricName === metric);
    expect(
      parts.map(({ AlarmName, Dimensions = [], Threshold }) => [AlarmName, Dimensions.length, Threshold]),
    ).toEqual([
      [`crier-nysb-2018: ${title} (account)`, 0, threshold],
      [`crier-nysb-2018: ${title} (this launch)`, 1, threshold],
    ]);
  });

  it("watch the account's quota of emails, as the sweep logs it", () => {
    const filters = resourcesOf(pipeline, 'AWS::Logs::MetricFilter').map(([, { Properties }]) => Properties);
    const [filter] = filters.filter(({ FilterPattern }) => FilterPattern === '{ $.code = "quota-used" }');
    expect(filter.LogGroupName).toEqual(pipeline.Resources.Sweep!.Properties.LoggingConfig.LogGroup);
    expect(filter.MetricTransformations).toEqual([
      { MetricNamespace: 'Crier/nysb-2018', MetricName: 'EmailQuotaUsed', MetricValue: '$.percent' },
    ]);
    expect(alarms.find(({ MetricName }) => MetricName === 'EmailQuotaUsed')).toMatchObject({
      Statistic: 'Maximum',
      Threshold: 80,
    });
  });

  it('count a failing console once: its errors, error lines and answers are parts of one', () => {
    const parts = composites.find(({ AlarmName }) => AlarmName.endsWith(': Console fails'))!;
    expect(partsOf(parts as never).map((id) => pipeline.Resources[id]!.Properties.MetricName)).toEqual([
      'Errors',
      'ConsoleErrorLines',
      '5xx',
    ]);
  });

  it.each(resourcesOf(pipeline, 'AWS::SQS::Queue').filter(([id]) => id.endsWith('DeadLetters')))(
    'watch the depth of %s',
    (id) => {
      const of = alarms.filter(
        ({ MetricName, Dimensions }) =>
          MetricName === 'ApproximateNumberOfMessagesVisible' && Dimensions[0].Value['Fn::GetAtt'][0] === id,
      );
      expect(of).toEqual([expect.objectContaining({ Threshold: 1, Statistic: 'Maximum' })]);
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

  it('are sent by email to every address that the settings name', () => {
    const subscriptions = (options = {}) =>
      resourcesOf(synthesize(options).pipeline, 'AWS::SNS::Subscription').map(
        ([, { Properties }]) => Properties,
      );
    expect(subscriptions()).toEqual([]);
    expect(subscriptions({ alarmEmails: ['ops@example.com', 'court-it@example.com'] })).toEqual([
      { Protocol: 'email', Endpoint: 'ops@example.com', TopicArn: { Ref: 'AlarmTopic' } },
      { Protocol: 'email', Endpoint: 'court-it@example.com', TopicArn: { Ref: 'AlarmTopic' } },
    ]);
  });
});
