import { describe, expect, it } from 'vitest';
import { CHUNK_VISIBILITY_SECONDS, LEASE_SECONDS } from '../../functions/delivery/times.ts';
import { EVENT_KINDS } from '../../functions/shared/events.client.ts';
import {
  listOf,
  type Resource,
  resourcesOf,
  statementsOf,
  statementsOfRole,
  synthesize,
  textOf,
} from './synthesize.ts';

const { pipeline } = synthesize();
const functions = resourcesOf(pipeline, 'AWS::Lambda::Function');
const queues = resourcesOf(pipeline, 'AWS::SQS::Queue');
const sources = resourcesOf(pipeline, 'AWS::Lambda::EventSourceMapping');
const allRules = resourcesOf(pipeline, 'AWS::Events::Rule');
const rules = allRules.filter(([, { Properties }]) => !Properties.EventBusName);

const ENTRIES = {
  PlanLaunch: 'functions/launch/plan-launch.lambda.ts',
  IngestRoster: 'functions/roster/ingest-roster.lambda.ts',
  ReportUnknown: 'functions/inbox/report-unknown.lambda.ts',
  ActivateRoster: 'functions/roster/activate-roster.lambda.ts',
  StartPhase: 'functions/phases/start-phase.lambda.ts',
  ReleasePhase: 'functions/phases/release-phase.lambda.ts',
  SendEmail: 'functions/delivery/send-email.lambda.ts',
  RecordFeedback: 'functions/feedback/record-feedback.lambda.ts',
  Sweep: 'functions/sweep/sweep.lambda.ts',
};

const WORK: [queue: string, consumer: string, batchSize: number, deadLetters: string][] = [
  ['LaunchInboxQueue', 'PlanLaunch', 1, 'LaunchInboxDeadLetters'],
  ['RosterInboxQueue', 'IngestRoster', 1, 'RosterInboxDeadLetters'],
  ['UnknownInboxQueue', 'ReportUnknown', 1, 'UnknownInboxDeadLetters'],
  ['ChunkQueue', 'SendEmail', 1, 'ChunkDeadLetters'],
  ['FeedbackQueue', 'RecordFeedback', 10, 'FeedbackDeadLetters'],
];

function resource(id: string): Resource {
  const found = pipeline.Resources[id];
  if (!found) throw new Error(`Cannot find ${id} in the template`);
  return found;
}

describe('functions', () => {
  it('name their entries', () => {
    const entries = functions.map(([id, { Metadata }]) => [id, Metadata?.['crier:entry']]);
    expect(Object.fromEntries(entries)).toEqual(ENTRIES);
  });

  it.each(functions)('%s runs on Node 24, arm64, from an ES module', (_id, { Properties }) => {
    expect(Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
    });
  });

  it.each(functions)('%s writes to a log of its own that is kept for a year', (_id, { Properties }) => {
    const logs = resource(Properties.LoggingConfig.LogGroup.Ref);
    expect(logs.Properties.RetentionInDays).toBe(365);
  });

  it.each(functions)(
    '%s has a role of its own, without policies of AWS and without "*" in its actions',
    (id) => {
      const role = resource(resource(id).Properties.Role['Fn::GetAtt'][0]);
      expect(role.Properties).not.toHaveProperty('ManagedPolicyArns');
      const actions = statementsOf(pipeline, id).flatMap(({ Action }) => listOf(Action));
      expect(actions.filter((action) => action.includes('*'))).toEqual([]);
      expect(actions.filter((action) => action === 'dynamodb:Scan')).toEqual([]);
    },
  );

  it('only ask for the quota of everything at once', () => {
    const wide = functions.flatMap(([id]) =>
      statementsOf(pipeline, id)
        .filter(({ Resource }) => listOf(Resource).includes('*'))
        .map(({ Action }) => Action),
    );
    expect([...new Set(wide)]).toEqual(['ses:GetSendQuota']);
  });
});

describe('work queues', () => {
  it('and dead letters are all there are', () => {
    expect(queues.map(([id]) => id).sort()).toEqual(
      [
        ...WORK.flatMap(([queue, , , dead]) => [queue, dead]),
        'ScheduleDeadLetters',
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
    expect(resource('ChunkQueue').Properties.VisibilityTimeout).toBe(CHUNK_VISIBILITY_SECONDS);
    expect(CHUNK_VISIBILITY_SECONDS).toBeGreaterThanOrEqual(LEASE_SECONDS);
  });

  it('chunks are sent by so many senders at once as the context says', () => {
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
        { 'anything-but': { prefix: ['inbox/launch/', 'inbox/roster/', 'inbox/update/', 'reports/'] } },
      ]),
    });
  });

  it('take what SES says of this launch and of no other', () => {
    expect(patterns['<FeedbackQueue.Arn>']).toEqual({
      source: ['aws.ses'],
      detail: { mail: { tags: { 'ses:configuration-set': [{ Ref: 'ConfigurationSet' }] } } },
    });
    expect(Object.keys(patterns)).toHaveLength(4);
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
        Condition: { ArnEquals: { 'aws:SourceArn': { 'Fn::GetAtt': [id, 'Arn'] } } },
      }),
    );
  });
});

describe('people', () => {
  it('are told every event that waits for one of them, on the bus of the launch', () => {
    const [rule, ...others] = allRules.filter(([, { Properties }]) => Properties.EventBusName);
    expect(others).toEqual([]);
    const { EventBusName, EventPattern, Targets } = rule![1].Properties;
    expect(EventBusName['Fn::ImportValue']).toMatch(/^crier-nysb-2018-data:.*Bus/);
    expect(EventPattern.source).toEqual(['crier']);
    const silent = ['LaunchPlanned', 'RosterIngested', 'PhaseStarted', 'PhaseCompleted'];
    expect([...EventPattern['detail-type'], ...silent].toSorted()).toEqual(EVENT_KINDS.toSorted());
    expect(Targets[0].Arn).toEqual({ Ref: 'AlarmTopic' });
  });
});

describe('schedules', () => {
  it("of phases have a group of the launch's own, which goes with the pipeline", () => {
    expect(resource('ScheduleGroup')).toMatchObject({
      Type: 'AWS::Scheduler::ScheduleGroup',
      Properties: { Name: 'crier-nysb-2018' },
      DeletionPolicy: 'Delete',
    });
  });

  it.each([
    ['ScheduleRole', 'crier-nysb-2018', 'StartPhase', 'ScheduleDeadLetters'],
    ['SweepScheduleRole', 'default', 'Sweep', 'SweepDeadLetters'],
  ])('take %s in the group %s of this account only, to call %s', (role, group, fn, dead) => {
    const [trust] = resource(role).Properties.AssumeRolePolicyDocument.Statement;
    expect(trust.Principal).toEqual({ Service: 'scheduler.amazonaws.com' });
    expect(trust.Condition.StringEquals).toEqual({ 'aws:SourceAccount': { Ref: 'AWS::AccountId' } });
    expect(textOf(trust.Condition.ArnEquals['aws:SourceArn'])).toMatch(
      new RegExp(`:scheduler:<AWS::Region>:<AWS::AccountId>:schedule-group/${group}$`),
    );
    expect(statementsOfRole(pipeline, role)).toEqual([
      { Action: 'lambda:InvokeFunction', Effect: 'Allow', Resource: { 'Fn::GetAtt': [fn, 'Arn'] } },
      { Action: 'sqs:SendMessage', Effect: 'Allow', Resource: { 'Fn::GetAtt': [dead, 'Arn'] } },
    ]);
  });

  it('are given to plan-launch in all that it needs to make them', () => {
    expect(resource('PlanLaunch').Properties.Environment.Variables).toMatchObject({
      CRIER_SCHEDULE_GROUP: 'crier-nysb-2018',
      CRIER_SCHEDULE_ROLE_ARN: { 'Fn::GetAtt': ['ScheduleRole', 'Arn'] },
      CRIER_START_PHASE_ARN: { 'Fn::GetAtt': ['StartPhase', 'Arn'] },
      CRIER_SCHEDULE_DEAD_LETTER_ARN: { 'Fn::GetAtt': ['ScheduleDeadLetters', 'Arn'] },
    });
    const passing = statementsOf(pipeline, 'PlanLaunch').filter(({ Action }) => Action === 'iam:PassRole');
    expect(passing).toEqual([
      {
        Action: 'iam:PassRole',
        Condition: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
        Effect: 'Allow',
        Resource: { 'Fn::GetAtt': ['ScheduleRole', 'Arn'] },
      },
    ]);
  });

  it('call the sweep every five minutes, in a group of no plan', () => {
    expect(resource('SweepSchedule').Properties).toMatchObject({
      GroupName: 'default',
      ScheduleExpression: 'rate(5 minutes)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: {
        Arn: { 'Fn::GetAtt': ['Sweep', 'Arn'] },
        RoleArn: { 'Fn::GetAtt': ['SweepScheduleRole', 'Arn'] },
        DeadLetterConfig: { Arn: { 'Fn::GetAtt': ['SweepDeadLetters', 'Arn'] } },
        Input: '{}',
      },
    });
    expect(resource('Sweep').Properties.Timeout).toBeLessThan(5 * 60);
  });

  it('leave what start-phase failed at in the dead letters', () => {
    const config = resourcesOf(pipeline, 'AWS::Lambda::EventInvokeConfig').find(
      ([, { Properties }]) => Properties.FunctionName.Ref === 'StartPhase',
    )![1].Properties;
    expect(config).toMatchObject({
      MaximumRetryAttempts: 2,
      DestinationConfig: {
        OnFailure: { Destination: { 'Fn::GetAtt': ['ScheduleDeadLetters', 'Arn'] } },
      },
    });
  });
});

describe('SES', () => {
  it('is used with a configuration set of the launch, which tells the default bus what became of emails', () => {
    expect(resource('ConfigurationSet').Properties).toMatchObject({
      Name: 'crier-nysb-2018',
      ReputationOptions: { ReputationMetricsEnabled: true },
    });
    const [[, destination]] = resourcesOf(pipeline, 'AWS::SES::ConfigurationSetEventDestination') as [
      [string, Resource],
    ];
    const { Enabled, MatchingEventTypes, EventBridgeDestination } = destination.Properties.EventDestination;
    expect(Enabled).toBe(true);
    expect(textOf(EventBridgeDestination.EventBusArn)).toMatch(/:event-bus\/default$/);
    expect(MatchingEventTypes.toSorted()).toEqual([
      'bounce',
      'complaint',
      'delivery',
      'deliveryDelay',
      'reject',
      'send',
    ]);
  });

  it("sends for send-email alone, and only from the sender's domain", () => {
    const senders = functions.flatMap(([id]) =>
      statementsOf(pipeline, id)
        .filter(({ Action }) => listOf(Action).some((action) => action.startsWith('ses:Send')))
        .map((statement) => ({ id, ...statement })),
    );
    expect(senders).toEqual([
      {
        id: 'SendEmail',
        Action: 'ses:SendRawEmail',
        Condition: { StringLike: { 'ses:FromAddress': '*@nysb.uscourts.gov' } },
        Effect: 'Allow',
        Resource: [expect.anything(), expect.anything()],
      },
    ]);
    expect(
      listOf(senders[0]!.Resource)
        .map(textOf)
        .map((arn) => arn.replace(/^.*:/, ''))
        .sort(),
    ).toEqual(['configuration-set/<ConfigurationSet>', 'identity/nysb.uscourts.gov']);
  });
});

describe('outputs', () => {
  it('say what a person needs', () => {
    expect(Object.keys(pipeline.Outputs).sort()).toEqual([
      'ActivateRosterName',
      'AlarmTopicArn',
      'BusName',
      'InboxBucketName',
      'PutLaunchPlansTo',
      'PutRostersTo',
      'PutUpdatesTo',
      'ReleasePhaseName',
    ]);
  });
});
