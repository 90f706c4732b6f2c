import { describe, expect, it } from 'vitest';
import { EVENT_KINDS } from '../../functions/aws/event-bus.ts';
import { LEASE_SECONDS, SEND_TIMEOUT_SECONDS } from '../../functions/domain/run/timeouts.ts';
import { resourceOf, resourcesOf, synthesize, textOf } from '../support/synthesize.ts';

const { pipeline } = synthesize();
const resource = (id: string) => resourceOf(pipeline, id);
const queues = resourcesOf(pipeline, 'AWS::SQS::Queue');
const sources = resourcesOf(pipeline, 'AWS::Lambda::EventSourceMapping');
const allRules = resourcesOf(pipeline, 'AWS::Events::Rule');
const rules = allRules.filter(([, { Properties }]) => !Properties.EventBusName);

const WORK: [queue: string, consumer: string, batchSize: number, deadLetters: string][] = [
  ['LaunchInboxQueue', 'PlanLaunch', 1, 'LaunchInboxDeadLetters'],
  ['RosterInboxQueue', 'IngestRoster', 1, 'RosterInboxDeadLetters'],
  ['UnknownInboxQueue', 'ReportUnknown', 1, 'UnknownInboxDeadLetters'],
  ['IndexRosterQueue', 'IndexRoster', 1, 'IndexRosterDeadLetters'],
  ['ChunkQueue', 'SendEmail', 10, 'ChunkDeadLetters'],
  ['FeedbackQueue', 'RecordFeedback', 100, 'FeedbackDeadLetters'],
  ['ExportQueue', 'ExportLog', 1, 'ExportDeadLetters'],
  ['PrincipalQueue', 'RecordPrincipals', 10, 'PrincipalDeadLetters'],
];

describe('work queues', () => {
  it('and dead letters are all there are', () => {
    expect(queues.map(([id]) => id).sort()).toEqual(
      [
        ...WORK.flatMap(([queue, , , dead]) => [queue, dead]),
        'EraseDeadLetters',
        'NoticeDeadLetters',
        'ScheduleDeadLetters',
        'StaffDeadLetters',
        'SweepDeadLetters',
      ].sort(),
    );
  });

  it.each(queues)('%s is encrypted and refuses whoever comes without TLS', (id, { Properties }) => {
    expect(Properties.SqsManagedSseEnabled).toBe(true);
    const [, policy] = resourcesOf(pipeline, 'AWS::SQS::QueuePolicy').find(
      ([, { Properties }]) => Properties.Queues[0].Ref === id,
    )!;
    expect(policy.Properties.PolicyDocument.Statement).toContainEqual({
      Action: 'sqs:*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Resource: { 'Fn::GetAtt': [id, 'Arn'] },
    });
  });

  it.each(WORK)(
    '%s is worked off by %s and gives up after five tries',
    (queue, consumer, batchSize, dead) => {
      const { Properties } = resource(queue);
      expect(Properties.RedrivePolicy).toEqual({
        deadLetterTargetArn: { 'Fn::GetAtt': [dead, 'Arn'] },
        maxReceiveCount: 5,
      });
      expect(resource(dead).Properties.MessageRetentionPeriod).toBe(14 * 24 * 60 * 60);
      const source = sources.filter(
        ([, { Properties }]) => textOf(Properties.EventSourceArn) === `<${queue}.Arn>`,
      );
      expect(source).toHaveLength(1);
      expect(source[0]![1].Properties).toMatchObject({
        BatchSize: batchSize,
        FunctionName: { Ref: consumer },
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      });
    },
  );

  it.each(WORK)('%s hides a message for six times the time limit of %s at least', (queue, consumer) => {
    const { VisibilityTimeout } = resource(queue).Properties;
    expect(VisibilityTimeout).toBeGreaterThanOrEqual(6 * resource(consumer).Properties.Timeout);
  });

  it('chunks outlive their sender, in the lease and in the queue', () => {
    const { Timeout } = resource('SendEmail').Properties;
    expect(LEASE_SECONDS).toBeGreaterThanOrEqual(Timeout + 60);
    expect(resource('ChunkQueue').Properties.VisibilityTimeout).toBe(6 * SEND_TIMEOUT_SECONDS);
    expect(6 * SEND_TIMEOUT_SECONDS).toBeGreaterThanOrEqual(LEASE_SECONDS);
  });

  it('chunks are sent by this many senders at once as the context says', () => {
    const scaling = (options = {}) =>
      resourcesOf(synthesize(options).pipeline, 'AWS::Lambda::EventSourceMapping').find(
        ([, { Properties }]) => Properties.FunctionName.Ref === 'SendEmail',
      )![1].Properties.ScalingConfig;
    expect(scaling()).toEqual({ MaximumConcurrency: 5 });
    expect(scaling({ senders: 40 })).toEqual({ MaximumConcurrency: 40 });
  });
});

describe('rules', () => {
  const patterns = Object.fromEntries(
    rules.map(([, { Properties }]) => [textOf(Properties.Targets[0].Arn), Properties.EventPattern]),
  );
  const bucket = {
    name: [expect.objectContaining({ 'Fn::ImportValue': expect.stringContaining('InboxBucket') })],
  };

  it('take uploads by their place', () => {
    const created = (key: unknown) => ({
      source: ['aws.s3'],
      'detail-type': ['Object Created'],
      detail: { bucket, object: { key } },
    });
    expect(patterns).toMatchObject({
      '<LaunchInboxQueue.Arn>': created([{ prefix: 'inbox/launch/' }]),
      '<RosterInboxQueue.Arn>': created([{ prefix: 'inbox/roster/' }, { prefix: 'inbox/update/' }]),
      '<UnknownInboxQueue.Arn>': created([
        {
          'anything-but': {
            prefix: [
              'inbox/launch/',
              'inbox/roster/',
              'inbox/update/',
              'reports/',
              'search/',
              'exports/',
              'erasures/',
            ],
          },
        },
      ]),
    });
  });

  it('take what SES says about this launch and of no other', () => {
    expect(patterns['<FeedbackQueue.Arn>']).toEqual({
      source: ['aws.ses'],
      detail: { mail: { tags: { 'ses:configuration-set': ['crier-nysb-2018'] } } },
    });
    expect(Object.keys(patterns)).toHaveLength(5);
  });

  it.each(rules)('%s may fill its queue', (id, { Properties }) => {
    const [target] = Properties.Targets;
    const queue = target.Arn['Fn::GetAtt'][0];
    const allowed = resourcesOf(pipeline, 'AWS::SQS::QueuePolicy')
      .filter(([, { Properties }]) => Properties.Queues[0].Ref === queue)
      .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement);
    expect(allowed).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Condition: {
          ArnLike: { 'aws:SourceArn': { 'Fn::GetAtt': [id, 'Arn'] } },
          StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
        },
      }),
    );
  });
});

describe('people', () => {
  it('are told every event that waits for one of them, on the bus of the launch', () => {
    const [rule, ...others] = allRules.filter(
      ([, { Properties }]) => Properties.EventBusName && Properties.Targets[0].InputTransformer,
    );
    expect(others).toEqual([]);
    const { EventBusName, EventPattern, Targets } = rule![1].Properties;
    expect(EventBusName['Fn::ImportValue']).toMatch(/^crier-nysb-2018-data:.*Bus/);
    expect(EventPattern.source).toEqual(['crier']);
    const silent = ['LaunchPlanned', 'RosterIngested', 'PhaseStarted', 'PhaseCompleted'];
    expect([...EventPattern['detail-type'], ...silent].toSorted()).toEqual(EVENT_KINDS.toSorted());
    expect(Targets[0].Arn).toEqual({ Ref: 'AlarmTopic' });
  });
});
