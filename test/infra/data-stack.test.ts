import { describe, expect, it } from 'vitest';
import { createApp } from '../../infra/crier-app.ts';
import { resourceOf, resourcesOf, statementsOfRole, synthesize, textOf } from '../support/synthesize.ts';

const { data } = synthesize();
const tables = resourcesOf(data, 'AWS::DynamoDB::Table');
const buckets = resourcesOf(data, 'AWS::S3::Bucket');

const FORGETFUL = ['SessionTable', 'SearchTable'];

describe('the stack of what a launch remembers', () => {
  it('can not be deleted by accident', () => {
    const { stacks } = createApp({ bundle: false, check: false }).synth();
    expect(stacks.map(({ id, terminationProtection }) => [id, terminationProtection])).toEqual([
      ['Data', true],
      ['Pipeline', false],
    ]);
  });

  it('holds data, the accounts of people, the bus, what SES said, backups, and no code', () => {
    const types = Object.values(data.Resources).map(({ Type }) => Type);
    expect([...new Set(types)].sort()).toEqual([
      'AWS::Backup::BackupPlan',
      'AWS::Backup::BackupSelection',
      'AWS::Backup::BackupVault',
      'AWS::Cognito::UserPool',
      'AWS::Cognito::UserPoolDomain',
      'AWS::Cognito::UserPoolGroup',
      'AWS::DynamoDB::Table',
      'AWS::Events::Archive',
      'AWS::Events::EventBus',
      'AWS::IAM::Policy',
      'AWS::IAM::Role',
      'AWS::S3::Bucket',
      'AWS::S3::BucketPolicy',
    ]);
  });
});

describe('deleting the stack', () => {
  it('retains data, the accounts of people and backups; the bus and the archive of what SES said go', () => {
    const all = Object.entries(synthesize({ senderIdentity: 'own' }).data.Resources);
    const idsOf = (entries: typeof all) => entries.map(([id]) => id).toSorted();
    const isRetained = (entry: (typeof all)[number]) =>
      entry[1].DeletionPolicy?.startsWith('Retain') === true;
    const holdsData =
      /^AWS::(Backup::BackupVault|Cognito::UserPool|DynamoDB::Table|S3::Bucket|SES::EmailIdentity)$/;
    expect(idsOf(all.filter(isRetained))).toEqual(idsOf(all.filter(([, { Type }]) => holdsData.test(Type))));
    expect(idsOf(all.filter((entry) => !isRetained(entry)))).toEqual(
      expect.arrayContaining(['BackupPlan', 'Bus', 'FeedbackArchive']),
    );
  });
});

describe('tables', () => {
  it('are the five of the pipeline, and those of who is signed in and of what they searched for', () => {
    expect(tables.map(([id]) => id).sort()).toEqual([
      'DeliveryTable',
      'LaunchTable',
      'RosterTable',
      'SearchTable',
      'SendLogTable',
      'SessionTable',
      'SuppressionTable',
    ]);
  });

  it.each(tables)(
    '%s is kept, protected, encrypted, restorable unless it forgets, and on demand',
    (id, table) => {
      expect(table).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
      expect(table.Properties).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: !FORGETFUL.includes(id) },
        SSESpecification: { SSEEnabled: true },
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
      });
    },
  );

  it.each(tables)('%s uses nothing that the embedded cloud lacks, and no name of its own', (_id, table) => {
    for (const absent of ['StreamSpecification', 'TableName']) {
      expect(table.Properties).not.toHaveProperty(absent);
    }
  });

  it('of sign-ins and searches forget, and of the launch the forms: readers check the time, and DynamoDB deletes later', () => {
    const forgetful = tables.filter(([, { Properties }]) => Properties.TimeToLiveSpecification);
    expect(forgetful.map(([id, { Properties }]) => [id, Properties.TimeToLiveSpecification])).toEqual([
      ['LaunchTable', { AttributeName: 'deleteAfter', Enabled: true }],
      ['SessionTable', { AttributeName: 'expiresAt', Enabled: true }],
      ['SearchTable', { AttributeName: 'expiresAt', Enabled: true }],
    ]);
  });

  it('have two indexes: what ops look for in the send log, and what few sends come to', () => {
    const indexed = tables.filter(([, { Properties }]) => Properties.GlobalSecondaryIndexes);
    expect(indexed.map(([id, { Properties }]) => [id, Properties.GlobalSecondaryIndexes])).toEqual([
      [
        'SendLogTable',
        [
          {
            IndexName: 'attention',
            KeySchema: [
              { AttributeName: 'attentionPk', KeyType: 'HASH' },
              { AttributeName: 'attentionSk', KeyType: 'RANGE' },
            ],
            Projection: { ProjectionType: 'ALL' },
          },
          {
            IndexName: 'rare',
            KeySchema: [
              { AttributeName: 'rarePk', KeyType: 'HASH' },
              { AttributeName: 'rareSk', KeyType: 'RANGE' },
            ],
            Projection: { ProjectionType: 'KEYS_ONLY' },
          },
        ],
      ],
    ]);
  });
});

describe('backups', () => {
  it('are made every day of every table that a restore brings back, and only by jobs of this account', () => {
    expect(resourceOf(data, 'BackupPlan').Properties.BackupPlan.BackupPlanRule).toMatchObject([
      { ScheduleExpression: 'cron(0 8 * * ? *)', Lifecycle: { DeleteAfterDays: 35 } },
    ]);
    const { BackupSelection } = resourceOf(data, 'BackupSelection').Properties;
    const ids = tables.map(([id]) => id).filter((id) => !FORGETFUL.includes(id));
    expect(BackupSelection.Resources).toEqual(ids.map((id) => ({ 'Fn::GetAtt': [id, 'Arn'] })));
    const role = BackupSelection.IamRoleArn['Fn::GetAtt'][0];
    expect(statementsOfRole(data, role).flatMap(({ Action }) => Action)).toEqual([
      'dynamodb:DescribeTable',
      'dynamodb:ListTagsOfResource',
      'dynamodb:StartAwsBackupJob',
      'backup:CopyIntoBackupVault',
      'backup:DescribeBackupVault',
      'backup:TagResource',
    ]);
    expect(resourceOf(data, role).Properties.AssumeRolePolicyDocument.Statement[0].Condition).toEqual({
      StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
    });
  });

  it('carry the tags of their tables: the role may tag copies of this account, and nothing else', () => {
    const role = resourceOf(data, 'BackupSelection').Properties.BackupSelection.IamRoleArn['Fn::GetAtt'][0];
    const tagging = statementsOfRole(data, role).filter(({ Action }) => Action === 'backup:TagResource');
    expect(tagging.map(({ Resource, Condition }) => [textOf(Resource), Condition])).toEqual([
      [
        'arn:<AWS::Partition>:backup:<AWS::Region>:<AWS::AccountId>:recovery-point:*',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: as IAM writes it
        { StringEquals: { 'aws:PrincipalAccount': '${aws:ResourceAccount}' } },
      ],
    ]);
  });

  it('are kept when the stack goes, and no one deletes one before its time', () => {
    expect(resourceOf(data, 'BackupVault')).toMatchObject({
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
    expect(JSON.stringify(resourceOf(data, 'BackupVault').Properties.AccessPolicy)).toContain(
      '"Effect":"Deny","Principal":{"AWS":"*"}',
    );
  });

  it('are left to the account where the settings say so; the vault stays, so that they can be turned on again', () => {
    const { data: without, pipeline } = synthesize({ backupDays: 0 });
    const left = Object.entries(without.Resources).filter(([id]) => id.startsWith('Backup'));
    expect(left).toEqual([['BackupVault', resourceOf(data, 'BackupVault')]]);
    expect(JSON.stringify(pipeline)).not.toContain('AWS/Backup');
  });
});

describe('buckets', () => {
  it('are the audit log, the inbox, the log of who read them, and CloudTrail’s log', () => {
    expect(buckets.map(([id]) => id).sort()).toEqual([
      'AccessLogBucket',
      'AuditBucket',
      'InboxBucket',
      'TrailBucket',
    ]);
    expect(data.Resources.InboxBucket!.Properties.LoggingConfiguration).toEqual({
      DestinationBucketName: { Ref: 'AccessLogBucket' },
    });
  });

  it.each(buckets)('%s is kept, encrypted and closed to the public', (_id, bucket) => {
    expect(bucket).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(bucket.Properties).toMatchObject({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    });
  });

  it.each(buckets)('%s refuses whoever comes without TLS 1.2', (id) => {
    const policy = resourcesOf(data, 'AWS::S3::BucketPolicy').find(
      ([, { Properties }]) => Properties.Bucket.Ref === id,
    );
    const denied = policy![1].Properties.PolicyDocument.Statement.filter(
      ({ Effect, Sid }: { Effect: string; Sid?: string }) => Effect === 'Deny' && Sid === undefined,
    );
    expect(
      denied.map(({ Principal, Action, Condition }: Record<string, unknown>) => [
        Principal,
        Action,
        Condition,
      ]),
    ).toEqual([
      [{ AWS: '*' }, 's3:*', { Bool: { 'aws:SecureTransport': 'false' } }],
      [{ AWS: '*' }, 's3:*', { NumericLessThan: { 's3:TlsVersion': 1.2 } }],
    ]);
  });

  it('the audit log takes each entry once, locks it, and lets no one undo it', () => {
    expect(data.Resources.AuditBucket!.Properties).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 365 } } },
      LoggingConfiguration: { LogFilePrefix: 'audit/' },
    });
    expect(data.Resources.AuditBucket!.Properties).not.toHaveProperty('LifecycleConfiguration');
    const policy = resourcesOf(data, 'AWS::S3::BucketPolicy').find(
      ([, { Properties }]) => Properties.Bucket.Ref === 'AuditBucket',
    );
    const named = policy![1].Properties.PolicyDocument.Statement.filter(({ Sid }: { Sid?: string }) => Sid);
    expect(named).toMatchObject([
      {
        Sid: 'WriteOnce',
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: 's3:PutObject',
        Condition: { Null: { 's3:if-none-match': 'true' } },
      },
      {
        Sid: 'UndoNothing',
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: expect.arrayContaining([
          's3:DeleteObject',
          's3:DeleteObjectVersion',
          's3:BypassGovernanceRetention',
        ]),
      },
    ]);
  });

  it('the audit log is locked permanently, where the settings say so', () => {
    const { data } = synthesize({ auditLock: 'compliance', auditDays: 3650 });
    expect(data.Resources.AuditBucket!.Properties.ObjectLockConfiguration).toMatchObject({
      Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 3650 } },
    });
  });

  it('the inbox keeps versions, lets files expire and announces every new one', () => {
    expect(data.Resources.InboxBucket!.Properties).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      LifecycleConfiguration: {
        Rules: [
          { Prefix: 'inbox/', ExpirationInDays: 90, Status: 'Enabled' },
          { Prefix: 'reports/', ExpirationInDays: 90, Status: 'Enabled' },
          { Prefix: 'exports/', ExpirationInDays: 90, Status: 'Enabled' },
          {
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
            ExpiredObjectDeleteMarker: true,
            NoncurrentVersionExpiration: { NoncurrentDays: 30 },
            Status: 'Enabled',
          },
        ],
      },
    });
  });

  it.each([
    ['any origin, while the console has the address of the API', {}, '*'],
    [
      "the console's own host alone, where it has one",
      {
        consoleDomain: 'crier.nysb.uscourts.gov',
        consoleCertificate: 'arn:aws:acm:us-east-1:000000000000:certificate/0',
      },
      'https://crier.nysb.uscourts.gov',
    ],
  ])('the inbox takes forms from %s, and nothing else of a browser', (_what, settings, origin) => {
    const { Properties } = synthesize(settings).data.Resources.InboxBucket!;
    const rule = { AllowedMethods: ['POST'], AllowedOrigins: [origin], AllowedHeaders: ['*'], MaxAge: 3600 };
    expect(Properties.CorsConfiguration).toEqual({ CorsRules: [rule] });
  });
});
