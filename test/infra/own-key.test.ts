import { describe, expect, it } from 'vitest';
import { createApp } from '../../infra/crier-app.ts';
import { keyPolicy } from '../../infra/key-policy.ts';
import { isAllowed } from '../../local/cloud/iam/policy.ts';
import { ACCOUNT, REGION } from '../../local/cloud/template/account.ts';
import { type Resource, readTemplate } from '../../local/cloud/template/template.ts';
import { listOf, resourcesOf, type Statement, statementsOfRole, synthesize } from '../support/synthesize.ts';

const KEY = `arn:aws:kms:${REGION}:${ACCOUNT}:key/00000000-0000-0000-0000-000000000000`;
const { data, pipeline } = synthesize({ dataKey: KEY });
const all = { ...data.Resources, ...pipeline.Resources };

/** Where each type of resource names its key. */
const KEY_OF: Readonly<Record<string, (properties: Resource['properties']) => unknown>> = {
  'AWS::Backup::BackupVault': ({ EncryptionKeyArn }) => EncryptionKeyArn,
  'AWS::CloudTrail::Trail': ({ KMSKeyId }) => KMSKeyId,
  'AWS::DynamoDB::Table': ({ SSESpecification }) =>
    (SSESpecification as { KMSMasterKeyId?: string }).KMSMasterKeyId,
  'AWS::Events::Archive': ({ KmsKeyIdentifier }) => KmsKeyIdentifier,
  'AWS::Logs::LogGroup': ({ KmsKeyId }) => KmsKeyId,
  'AWS::S3::Bucket': ({ BucketEncryption }) =>
    (BucketEncryption as { ServerSideEncryptionConfiguration: { ServerSideEncryptionByDefault: unknown }[] })
      .ServerSideEncryptionConfiguration[0]!.ServerSideEncryptionByDefault,
  'AWS::SNS::Topic': ({ KmsMasterKeyId }) => KmsMasterKeyId,
  'AWS::SQS::Queue': ({ KmsMasterKeyId }) => KmsMasterKeyId,
};

describe("with the court's own key", () => {
  it('everything that is stored is encrypted with it, but for the access logs, which S3 could not deliver', () => {
    const without = Object.entries(all).filter(
      ([, { Type, Properties }]) =>
        KEY_OF[Type] && !JSON.stringify(KEY_OF[Type](Properties) ?? '').includes(KEY),
    );
    expect(without.map(([id]) => id)).toEqual(['AccessLogBucket']);
    expect(Object.values(all).filter(({ Type }) => Type === 'AWS::KMS::Key')).toEqual([]);
  });

  it('none of it is in the templates of a launch without one', () => {
    const { data: before, pipeline: after } = synthesize();
    expect(JSON.stringify([before, after])).not.toMatch(/kms:ViaService|key\/0000/);
  });

  it.each([
    ['an alias', `arn:aws:kms:${REGION}:${ACCOUNT}:alias/crier`],
    ['an id', '00000000-0000-0000-0000-000000000000'],
  ])('it is not %s', (_what, dataKey) => {
    expect(() => synthesize({ dataKey })).toThrow('dataKey must be the ARN of a key');
  });
});

/** Services whose data are encrypted, by the actions that read and that write it. */
const SERVICES = {
  dynamodb: {
    read: /^dynamodb:(BatchGetItem|GetItem|Query|Scan)$/,
    write: /^dynamodb:(BatchWriteItem|DeleteItem|PutItem|UpdateItem|StartAwsBackupJob)$/,
  },
  s3: { read: /^s3:GetObject(Version)?$/, write: /^s3:PutObject$/ },
  sqs: { read: /^sqs:ReceiveMessage$/, write: /^sqs:SendMessage$/ },
} as const;

describe('a role', () => {
  const roles = [data, pipeline].flatMap((template) =>
    resourcesOf(template, 'AWS::IAM::Role').map(([id]) => ({
      id,
      statements: statementsOfRole(template, id),
    })),
  );
  const via = ({ Condition }: Statement) => JSON.stringify(Condition?.StringEquals?.['kms:ViaService'] ?? '');
  const actionsOf = (statements: readonly Statement[]) =>
    statements.flatMap(({ Action }) => listOf(Action) as string[]);

  it.each(roles)(
    '$id may use the key for what it may read or write, and for nothing else',
    ({ statements }) => {
      const own = actionsOf(statements.filter(({ Resource }) => Resource !== KEY));
      const ofKey = statements.filter(({ Resource }) => Resource === KEY);
      for (const [service, { read, write }] of Object.entries(SERVICES)) {
        const kms = actionsOf(ofKey.filter((one) => via(one).includes(`"${service}.`)));
        const [reads, writes] = [read, write].map((pattern) => own.some((action) => pattern.test(action)));
        expect(kms.includes('kms:Decrypt'), service).toBe(reads || writes);
        expect(kms.includes('kms:GenerateDataKey'), service).toBe(writes);
      }
      // By a service always, or for a grant to one.
      for (const one of ofKey)
        expect(JSON.stringify(one.Condition)).toMatch(/kms:(ViaService|GrantIsForAWSResource)/);
      expect(own.filter((action) => action.startsWith('kms:'))).toEqual([]);
    },
  );
});

describe('npm run key-policy', () => {
  const { stacks } = createApp({
    bundle: false,
    check: false,
    name: 'nysb-2018',
    sender: 'nysb.uscourts.gov',
    dataKey: KEY,
  }).synth();
  const template = readTemplate(
    stacks.map(({ stackName, template: of }) => ({ name: stackName, template: of })),
  );
  const statements = keyPolicy({ name: 'nysb-2018', key: KEY });
  const encrypted = new Set(
    Object.keys(KEY_OF).flatMap((type) => {
      const withKey = template.ofType(type).filter(({ properties }) => {
        return JSON.stringify(KEY_OF[type]!(properties) ?? '').includes(KEY);
      });
      return withKey.map(({ arn }) => arn);
    }),
  );
  const USES = ['kms:Decrypt', 'kms:GenerateDataKey'];
  const allows = (service: string, context: Readonly<Record<string, string>>, actions = USES) =>
    actions.every((action) => isAllowed(statements, { action, resource: KEY, service, context }));
  const from = (arn: string) => ({ 'aws:SourceArn': arn, 'aws:SourceAccount': ACCOUNT });

  it('lets every alarm publish to its encrypted topic', () => {
    const alarms = ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'].flatMap((type) =>
      resourcesOf(pipeline, type),
    );
    const actions = alarms.flatMap(([, { Properties }]) =>
      ((Properties.AlarmActions ?? []) as { Ref: string }[]).map(({ Ref }) => ({
        topic: template.ofType('AWS::SNS::Topic').find(({ id }) => id === Ref)?.arn,
        alarm: `arn:aws:cloudwatch:${REGION}:${ACCOUNT}:alarm:${Properties.AlarmName}`,
      })),
    );
    expect(actions.length).toBeGreaterThan(30);
    for (const { topic, alarm } of actions) {
      expect(encrypted).toContain(topic);
      expect(allows('cloudwatch.amazonaws.com', from(alarm)), alarm).toBe(true);
    }
    expect(
      allows('cloudwatch.amazonaws.com', from(`arn:aws:cloudwatch:${REGION}:${ACCOUNT}:alarm:other`)),
    ).toBe(false);
  });

  it('lets every rule deliver to its encrypted queue or topic, and its dead letters', () => {
    const functions = new Set(template.ofType('AWS::Lambda::Function').map(({ arn }) => arn));
    const targets = template.ofType('AWS::Events::Rule').flatMap(({ arn, properties }) =>
      (properties.Targets as { Arn: string; DeadLetterConfig: { Arn: string } }[]).flatMap((target) =>
        // A function isn't encrypted data: what it couldn't take is in its dead letters.
        [target.Arn, target.DeadLetterConfig.Arn]
          .filter((to) => !functions.has(to))
          .map((to) => ({ arn, to })),
      ),
    );
    expect(targets.length).toBeGreaterThan(10);
    for (const { arn, to } of targets) {
      expect(encrypted).toContain(to);
      expect(allows('events.amazonaws.com', from(arn)), arn).toBe(true);
    }
  });

  it('lets logs and the trail be written', () => {
    for (const { arn } of template.ofType('AWS::Logs::LogGroup')) {
      const context = { 'kms:EncryptionContext:aws:logs:arn': arn.replace(/:\*$/, '') };
      expect(allows(`logs.${REGION}.amazonaws.com`, context), arn).toBe(true);
    }
    const [trail] = template.ofType('AWS::CloudTrail::Trail');
    const arn = `arn:aws:cloudtrail:${REGION}:${ACCOUNT}:trail/${trail!.properties.TrailName}`;
    expect(allows('cloudtrail.amazonaws.com', from(arn), [...USES, 'kms:DescribeKey'])).toBe(true);
  });

  it("attack: another account's services can't use the key, but for EventBridge, which names no source", () => {
    const open = statements.filter(({ Condition = {} }) => !JSON.stringify(Condition).includes(ACCOUNT));
    expect(open.map(({ Principal }) => Principal.Service)).toEqual(['events.amazonaws.com']);
  });
});
