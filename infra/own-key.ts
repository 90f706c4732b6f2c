import { Stack } from 'aws-cdk-lib';
import { CfnBackupVault } from 'aws-cdk-lib/aws-backup';
import { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import { CfnArchive } from 'aws-cdk-lib/aws-events';
import { Policy, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { CfnTopic } from 'aws-cdk-lib/aws-sns';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';

const DECRYPT = ['kms:Decrypt'];
const READ_TABLES = [...DECRYPT, 'kms:DescribeKey'];
const WRITE_TABLES = [
  ...READ_TABLES,
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];
const WRITE = [...DECRYPT, 'kms:GenerateDataKey'];

/** What a role's permissions require of the key, by the service that uses the key on the role's behalf. */
const NEEDS: readonly { readonly does: RegExp; readonly via: string; readonly needs: readonly string[] }[] = [
  { does: /^dynamodb:(BatchGet|Get|Query|Scan)/, via: 'dynamodb', needs: READ_TABLES },
  {
    does: /^dynamodb:(BatchWrite|Delete|Put|StartAwsBackup|Update)/,
    via: 'dynamodb',
    needs: WRITE_TABLES,
  },
  { does: /^s3:GetObject/, via: 's3', needs: DECRYPT },
  { does: /^s3:PutObject$/, via: 's3', needs: WRITE },
  { does: /^sqs:ReceiveMessage$/, via: 'sqs', needs: DECRYPT },
  { does: /^sqs:SendMessage$/, via: 'sqs', needs: WRITE },
];

/**
 * Encrypts everything that a stack stores with the court's own key, and gives each role the access to the key that its
 * other permissions require. It runs last, so that neither a store nor a grant can be forgotten.
 */
export function useOwnKey(stack: Stack, key: string | null): void {
  if (key === null) return;
  const all = stack.node.findAll();
  for (const construct of all) encrypt(construct, key);
  for (const construct of all) if (construct instanceof Role) grant(construct, key);
}

function encrypt(construct: IConstruct, key: string): void {
  if (construct instanceof CfnTable)
    construct.sseSpecification = { sseEnabled: true, sseType: 'KMS', kmsMasterKeyId: key };
  else if (construct instanceof CfnBucket) encryptBucket(construct, key);
  else if (construct instanceof CfnQueue) {
    construct.sqsManagedSseEnabled = undefined;
    construct.kmsMasterKeyId = key;
  } else if (construct instanceof CfnTopic) construct.kmsMasterKeyId = key;
  else if (construct instanceof CfnLogGroup) construct.kmsKeyId = key;
  else if (construct instanceof CfnTrail) construct.kmsKeyId = key;
  else if (construct instanceof CfnArchive) construct.kmsKeyIdentifier = key;
  else if (construct instanceof CfnBackupVault) construct.encryptionKeyArn = key;
}

/** S3 can't deliver access logs to a bucket that encrypts with a KMS key. */
function encryptBucket(bucket: CfnBucket, key: string): void {
  if (Stack.of(bucket).resolve(bucket.logicalId) === 'AccessLogBucket') return;
  const byDefault = { sseAlgorithm: 'aws:kms', kmsMasterKeyId: key };
  bucket.bucketEncryption = {
    // With a key for the bucket, KMS is asked once in a while, not for each object.
    serverSideEncryptionConfiguration: [{ serverSideEncryptionByDefault: byDefault, bucketKeyEnabled: true }],
  };
}

function grant(role: Role, key: string): void {
  const actions = actionsOf(role);
  for (const via of new Set(NEEDS.map((one) => one.via))) {
    const needed = NEEDS.filter((one) => one.via === via && actions.some((action) => one.does.test(action)));
    const kms = [...new Set(needed.flatMap(({ needs }) => needs))].toSorted();
    if (kms.length > 0) role.addToPolicy(statement(kms, { key, conditions: viaService(role, via) }));
  }
  // A vault's copies are encrypted through a grant.
  if (actions.includes('backup:CopyIntoBackupVault')) {
    const forAws = { Bool: { 'kms:GrantIsForAWSResource': 'true' } };
    role.addToPolicy(statement(['kms:CreateGrant'], { key, conditions: forAws }));
    role.addToPolicy(
      statement([...WRITE, 'kms:DescribeKey'], { key, conditions: viaService(role, 'backup') }),
    );
  }
}

function actionsOf(role: Role): string[] {
  const policy = role.node.tryFindChild('DefaultPolicy');
  if (!(policy instanceof Policy)) return [];
  const { Statement: statements = [] } = policy.document.toJSON() ?? {};
  return (statements as { Action: string | string[] }[]).flatMap(({ Action }) => Action);
}

function statement(
  actions: string[],
  { key, conditions }: { key: string; conditions: Record<string, Record<string, string>> },
): PolicyStatement {
  return new PolicyStatement({ actions, resources: [key], conditions });
}

function viaService(role: Role, service: string): Record<string, Record<string, string>> {
  const { region, urlSuffix } = Stack.of(role);
  return { StringEquals: { 'kms:ViaService': `${service}.${region}.${urlSuffix}` } };
}
