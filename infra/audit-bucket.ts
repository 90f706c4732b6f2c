import { Duration } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Bucket, type IBucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { PRINCIPALS } from '../functions/aws/principals.ts';
import { ENTRIES } from '../functions/domain/audit-key.ts';
import { ENV } from '../functions/lib/env.ts';
import { PRIVATE } from './inbox-bucket.ts';
import { named } from './named.ts';
import type { PipelineFunction } from './pipeline-function.ts';
import type { Settings } from './settings.ts';

/** How the bucket of the audit log is set up. */
export interface AuditBucketProps extends Pick<Settings, 'auditLock' | 'auditDays'> {
  /** Where requests to the bucket are logged. */
  readonly accessLogs: Bucket;
}

/** What would undo an entry: neither people nor functions may, short of changing the bucket's policy. */
const UNDOING = [
  's3:DeleteObject',
  's3:DeleteObjectVersion',
  's3:BypassGovernanceRetention',
  's3:PutObjectRetention',
  's3:PutObjectLegalHold',
];

/** Entries of the audit log, one object each: written once, never overwritten, and locked for a time. */
export class AuditBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { accessLogs, auditLock, auditDays }: AuditBucketProps) {
    super(scope, id);
    const days = Duration.days(auditDays);
    this.bucket = new Bucket(this, 'Bucket', {
      ...PRIVATE,
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention:
        auditLock === 'compliance'
          ? ObjectLockRetention.compliance(days)
          : ObjectLockRetention.governance(days),
      // Bucket and IBucket differ in an optional member only.
      serverAccessLogsBucket: accessLogs as IBucket,
      serverAccessLogsPrefix: 'audit/',
    });
    named(this.bucket, id);
    // A version that a second PutObject put over an entry would be the one that readers get.
    this.deny('WriteOnce', ['s3:PutObject'], { Null: { 's3:if-none-match': 'true' } });
    this.deny('UndoNothing', UNDOING);
  }

  /** May add entries: for uploads, which come more than once, and for those who may read entries too. */
  grantAdd(fn: PipelineFunction): void {
    this.grant(fn, ['s3:PutObject']);
  }

  /** May add entries of commands, and read whether one was added when S3's answer got lost. */
  grantRecord(fn: PipelineFunction): void {
    this.grant(fn, ['s3:PutObject', 's3:GetObject']);
  }

  /** May read entries. Without permission to list, S3 answers a missing key with 403 instead of 404. */
  grantRead(fn: PipelineFunction): void {
    this.grant(fn, ['s3:GetObject'], [ENTRIES, PRINCIPALS]);
    this.grantList(fn);
  }

  /** May record who made requests to AWS, and read whether that was recorded before. */
  grantRecordPrincipals(fn: PipelineFunction): void {
    this.grant(fn, ['s3:PutObject', 's3:GetObject'], [PRINCIPALS]);
  }

  /** May list entries, without reading them. */
  grantList(fn: PipelineFunction): void {
    fn.addEnvironment(ENV.auditBucket, this.bucket.bucketName);
    const resources = [this.bucket.bucketArn];
    fn.addToRolePolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources }));
  }

  private deny(sid: string, actions: string[], conditions?: Record<string, unknown>): void {
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid,
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions,
        resources: [this.bucket.arnForObjects('*')],
        ...(conditions && { conditions }),
      }),
    );
  }

  private grant(fn: PipelineFunction, actions: string[], prefixes: readonly string[] = [ENTRIES]): void {
    fn.addEnvironment(ENV.auditBucket, this.bucket.bucketName);
    const resources = prefixes.map((prefix) => this.bucket.arnForObjects(`${prefix}*`));
    fn.addToRolePolicy(new PolicyStatement({ actions, resources }));
  }
}
