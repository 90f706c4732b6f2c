import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { type EventPattern, Match } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type CfnBucket,
  HttpMethods,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { ENV } from '../functions/lib/env.ts';
import { named } from './named.ts';
import type { PipelineFunction } from './pipeline-function.ts';

/** Where people put what. */
export const UPLOADS = {
  launch: 'inbox/launch/',
  roster: 'inbox/roster/',
  update: 'inbox/update/',
} as const;
/** Where Crier answers; nothing there is an upload. */
const REPORTS = 'reports/';
/** Where rosters' search indexes lie, and what people exported. */
const SEARCH = 'search/';
const EXPORTS = 'exports/';
/** What Crier writes itself: never an upload. */
const OWN = [REPORTS, SEARCH, EXPORTS];

const PRIVATE = {
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  removalPolicy: RemovalPolicy.RETAIN,
} satisfies BucketProps;

export interface InboxBucketProps {
  readonly keepDays: number;
  /** The console's own host name; `null` where it has the API's address. */
  readonly consoleDomain: string | null;
}

/** People's uploads and Crier's reports. Every new object is announced on the account's default event bus. */
export class InboxBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { keepDays, consoleDomain }: InboxBucketProps) {
    super(scope, id);
    const accessLogs = new Bucket(this, 'AccessLogs', {
      ...PRIVATE,
      lifecycleRules: [{ expiration: Duration.days(400) }],
    });
    named(accessLogs, 'AccessLogBucket');
    this.bucket = new Bucket(this, 'Bucket', {
      ...PRIVATE,
      versioned: true,
      // The console's pages upload by forms that it signed; without its signature nothing is taken from anywhere. The
      // API's own address isn't known here: the console is built on this stack.
      cors: [
        {
          allowedMethods: [HttpMethods.POST],
          allowedOrigins: [consoleDomain === null ? '*' : `https://${consoleDomain}`],
          allowedHeaders: ['*'],
          maxAge: 3600,
        },
      ],
      // Its type and the property's differ in an optional member only.
      serverAccessLogsBucket: accessLogs as IBucket,
      lifecycleRules: [
        // A roster holds people's addresses: what was read into the tables needn't lie here as well.
        { prefix: 'inbox/', expiration: Duration.days(keepDays) },
        { prefix: REPORTS, expiration: Duration.days(keepDays) },
        // A search index goes with its roster version, whose age alone doesn't tell when.
        { prefix: EXPORTS, expiration: Duration.days(keepDays) },
        {
          noncurrentVersionExpiration: Duration.days(30),
          expiredObjectDeleteMarker: true,
          abortIncompleteMultipartUploadAfter: Duration.days(7),
        },
      ],
    });
    named(this.bucket, id);
    // The construct's own switch does this by a custom resource, one more function to keep.
    (this.bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
  }

  /** May read the uploads under these prefixes. */
  grantReadUploads(fn: PipelineFunction, ...prefixes: string[]): void {
    this.grantUnder(fn, ['s3:GetObject', 's3:GetObjectVersion'], prefixes);
    this.grantTellGone(fn);
  }

  grantWriteReports(fn: PipelineFunction): void {
    // A long report is written in parts, and what was begun of one that fails is taken back.
    this.grantUnder(fn, ['s3:PutObject', 's3:AbortMultipartUpload'], [REPORTS]);
  }

  /** May read the reports beside uploads, and let browsers read them: a presigned address does what its signer may. */
  grantReadReports(fn: PipelineFunction): void {
    this.grantUnder(fn, ['s3:GetObject'], [REPORTS]);
    this.grantTellGone(fn);
  }

  /** May let browsers upload under these prefixes: a presigned form does what its signer may. */
  grantUpload(fn: PipelineFunction, ...prefixes: string[]): void {
    this.grantUnder(fn, ['s3:PutObject'], prefixes);
  }

  /** May search rosters. */
  grantSearch(fn: PipelineFunction): void {
    this.grantUnder(fn, ['s3:GetObject'], [SEARCH]);
    this.grantTellGone(fn);
  }

  /** May make rosters searchable. */
  grantWriteSearch(fn: PipelineFunction): void {
    this.grantUnder(fn, ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'], [SEARCH]);
    this.grantTellGone(fn);
  }

  /** May delete search indexes. */
  grantRemoveSearch(fn: PipelineFunction): void {
    this.grantUnder(fn, ['s3:DeleteObject'], [SEARCH]);
  }

  /** May ask for exports, follow and read them. */
  grantAskExports(fn: PipelineFunction): void {
    this.grantUnder(fn, ['s3:GetObject', 's3:PutObject'], [EXPORTS]);
    this.grantTellGone(fn);
  }

  /** May write exports, and how far they are. */
  grantWriteExports(fn: PipelineFunction): void {
    this.grantUnder(fn, ['s3:PutObject', 's3:AbortMultipartUpload'], [EXPORTS]);
  }

  /** Matches the event of a new upload under one of the prefixes. */
  uploadedUnder(...prefixes: string[]): EventPattern {
    return this.created(prefixes.map((prefix) => ({ prefix })));
  }

  /** Matches the event of an upload that is in none of the places for uploads. */
  uploadedElsewhere(): EventPattern {
    return this.created(Match.anythingButPrefix(...Object.values(UPLOADS), ...OWN));
  }

  private created(key: unknown): EventPattern {
    return {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: { bucket: { name: [this.bucket.bucketName] }, object: { key } },
    };
  }

  /** Without it S3 answers "forbidden" for what is gone, and the function couldn't tell. */
  private grantTellGone(fn: PipelineFunction): void {
    fn.addToRolePolicy(
      new PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.bucket.bucketArn] }),
    );
  }

  private grantUnder(fn: PipelineFunction, actions: string[], prefixes: readonly string[]): void {
    fn.addEnvironment(ENV.inboxBucket, this.bucket.bucketName);
    fn.addToRolePolicy(
      new PolicyStatement({
        actions,
        resources: prefixes.map((prefix) => this.bucket.arnForObjects(`${prefix}*`)),
      }),
    );
    for (const prefix of prefixes) {
      Validations.of(fn.role!).acknowledge({
        id: `AwsSolutions-IAM5[Resource::${this.exportedArn()}/${prefix}*]`,
        reason: 'People choose the names of their files; the place says what may be done with them.',
      });
    }
  }

  /** What the bucket's ARN is called in another stack, which is how cdk-nag's findings name it. */
  private exportedArn(): string {
    const stack = Stack.of(this);
    return stack.resolve(stack.exportValue(this.bucket.bucketArn))['Fn::ImportValue'];
  }
}
