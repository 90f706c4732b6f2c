import { describe, expect, it } from 'vitest';
import {
  listOf,
  type Resource,
  resourceOf,
  resourcesOf,
  statementsOf,
  statementsOfRole,
  synthesize,
  textOf,
} from '../support/synthesize.ts';

const { pipeline } = synthesize();
const resource = (id: string) => resourceOf(pipeline, id);
const functions = resourcesOf(pipeline, 'AWS::Lambda::Function');

const ENTRIES = {
  PlanLaunch: 'functions/plan-launch/plan-launch.lambda.ts',
  IngestRoster: 'functions/ingest-roster/ingest-roster.lambda.ts',
  ReportUnknown: 'functions/ingest-roster/report-unknown.lambda.ts',
  ActivateRoster: 'functions/commands/activate-roster.lambda.ts',
  IndexRoster: 'functions/index-roster/index-roster.lambda.ts',
  StartPhase: 'functions/start-phase/start-phase.lambda.ts',
  ReleasePhase: 'functions/commands/release-phase.lambda.ts',
  SendEmail: 'functions/send-email/send-email.lambda.ts',
  RecordFeedback: 'functions/record-feedback/record-feedback.lambda.ts',
  Sweep: 'functions/sweep/sweep.lambda.ts',
  ExportLog: 'functions/export-log/export-log.lambda.ts',
  NotifyStaff: 'functions/notify-staff/notify-staff.lambda.ts',
  RecordAccess: 'functions/record-access/record-access.lambda.ts',
  ManagePeople: 'functions/commands/manage-people.lambda.ts',
  RecordPrincipals: 'functions/record-principals/record-principals.lambda.ts',
  Act: 'functions/commands/command.lambda.ts',
  Console: 'functions/console/console.lambda.ts',
  Erase: 'functions/commands/erase.lambda.ts',
};

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

  it.each(functions)(
    '%s writes to a log of its own that is kept for a year, who came in for three',
    (id, { Properties }) => {
      const logs = resource(Properties.LoggingConfig.LogGroup.Ref);
      expect(logs.Properties.RetentionInDays).toBe(id === 'RecordAccess' ? 1096 : 365);
    },
  );

  it.each(functions)(
    '%s has a role of its own, without policies of AWS and without "*" in its actions',
    (id) => {
      const role = resource(resource(id).Properties.Role['Fn::GetAtt'][0]);
      expect(role.Properties).not.toHaveProperty('ManagedPolicyArns');
      const actions = statementsOf(pipeline, id).flatMap(({ Action }) => listOf(Action));
      expect(actions.filter((action) => action.includes('*'))).toEqual([]);
      // The suppression list has no order by which its old entries could be found, and lists of who gets no email need all.
      const scans = ['Console', 'Erase', 'IndexRoster'].includes(id) ? ['dynamodb:Scan'] : [];
      expect(actions.filter((action) => action === 'dynamodb:Scan')).toEqual(scans);
    },
  );

  it('are stopped when they call themselves in a loop, but for the sender, which hands chunks on', () => {
    const loops = functions.map(([id, { Properties }]) => [id, Properties.RecursiveLoop]);
    const allowed = loops.filter(([, loop]) => loop !== 'Terminate');
    expect(allowed).toEqual([['SendEmail', 'Allow']]);
  });

  it('ask of everything at once only what knows no narrower resource', () => {
    const wide = functions.flatMap(([id]) =>
      statementsOf(pipeline, id)
        .filter(({ Resource }) => listOf(Resource).includes('*'))
        .flatMap(({ Action }) => listOf(Action)),
    );
    expect([...new Set(wide)].sort()).toEqual(['scheduler:ListSchedules', 'ses:GetSendQuota']);
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

  it('requires TLS, and suppresses addresses whatever the account is set to', () => {
    expect(resource('ConfigurationSet').Properties).toMatchObject({
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    });
  });

  it("sends for send-email, for the console's tests and for notices to staff, only from the sender's domain", () => {
    const senders = functions.flatMap(([id]) =>
      statementsOf(pipeline, id)
        .filter(({ Action }) => listOf(Action).some((action) => action.startsWith('ses:Send')))
        .map((statement) => ({ id, ...statement })),
    );
    expect(senders).toEqual(
      ['SendEmail', 'NotifyStaff', 'Console'].map((id) => ({
        id,
        Action: 'ses:SendRawEmail',
        Condition: { StringLike: { 'ses:FromAddress': '*@nysb.uscourts.gov' } },
        Effect: 'Allow',
        Resource: [expect.anything(), expect.anything()],
      })),
    );
    for (const { Resource } of senders) {
      expect(
        listOf(Resource)
          .map(textOf)
          .map((arn) => arn.replace(/^.*:/, ''))
          .sort(),
      ).toEqual(['configuration-set/<ConfigurationSet>', 'identity/nysb.uscourts.gov']);
    }
  });
});

describe('outputs', () => {
  it('say what a person needs', () => {
    expect(Object.keys(pipeline.Outputs).sort()).toEqual([
      'ActName',
      'ActivateRosterName',
      'AlarmTopicArn',
      'BusName',
      'ConsoleAddress',
      'DashboardName',
      'EraseName',
      'InboxBucketName',
      'PutLaunchPlansTo',
      'PutRostersTo',
      'PutUpdatesTo',
      'ReleasePhaseName',
    ]);
  });
});
