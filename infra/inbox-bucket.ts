import { Duration, RemovalPolicy } from 'aws-cdk-lib';
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
import { PERSONAL_FILES } from '../functions/aws/remove-files.ts';
import { UPLOADS } from '../functions/domain/upload.ts';
import { ENV } from '../functions/lib/env.ts';
import { named } from './named.ts';
import type { PipelineFunction } from './pipeline-function.ts';

/** Where Crier answers uploads. */
const REPORTS = 'reports/';
/** The search indexes of roster versions, and exports of the send log. */
const SEARCH = 'search/';
const EXPORTS = 'exports/';
/** Records of erasures: they stay, so that a restore can be followed by them. */
const ERASURES = 'erasures/';
/** What Crier writes itself: an object there isn't an upload. */
const OWN = [REPORTS, SEARCH, EXPORTS, ERASURES];

/** How every bucket of Crier's is: encrypted, closed to the public, reached by TLS alone, and kept. */
export const PRIVATE = {
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  removalPolicy: RemovalPolicy.RETAIN,
} satisfies BucketProps;

/** How the bucket of uploads is set up. */
export interface InboxBucketProps {
  /** Days until uploads, reports and exports expire. */
  readonly keepDays: number;
  /** The console's own host name; `null` where it has the API's address. */
  readonly consoleDomain: string | null;
}

/** People's uploads and Crier's reports. Every new object is announced on the account's default event bus. */
export class InboxBucket extends Construct {
  readonly bucket: Bucket;
  /** Logs of the requests to this bucket and others. */
  readonly accessLogs: Bucket;

  constructor(scope: Construct, id: string, { keepDays, consoleDomain }: InboxBucketProps) {
    super(scope, id);
    this.accessLogs = new Bucket(this, 'AccessLogs', {
      ...PRIVATE,
      // A log that is overwritten or deleted can be brought back.
      versioned: true,
      lifecycleRules: [
        { expiration: Duration.days(400) },
        { noncurrentVersionExpiration: Duration.days(30), expiredObjectDeleteMarker: true },
      ],
    });
    named(this.accessLogs, 'AccessLogBucket');
    this.bucket = new Bucket(this, 'Bucket', {
      ...PRIVATE,
      versioned: true,
      // Browsers upload by forms that the console signed; without its signature S3 takes nothing, whatever the origin.
      // The API's own address isn't known here, since the console's stack is built on this one.
      cors: [
        {
          allowedMethods: [HttpMethods.POST],
          allowedOrigins: [consoleDomain === null ? '*' : `https://${consoleDomain}`],
          allowedHeaders: ['*'],
          maxAge: 3600,
        },
      ],
      // Bucket and IBucket differ in an optional member only.
      serverAccessLogsBucket: this.accessLogs as IBucket,
      lifecycleRules: [
        // Uploads hold people's addresses, and what they say is in the tables.
        { prefix: 'inbox/', expiration: Duration.days(keepDays) },
        { prefix: REPORTS, expiration: Duration.days(keepDays) },
        // No rule for search indexes: the sweep deletes each together with its roster version.
        { prefix: EXPORTS, expiration: Duration.days(keepDays) },
        {
          noncurrentVersionExpiration: Duration.days(30),
          expiredObjectDeleteMarker: true,
          abortIncompleteMultipartUploadAfter: Duration.days(7),
        },
      ],
    });
    named(this.bucket, id);
    // The construct's own switch would need a custom resource, one more function to maintain.
    (this.bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
  }

  /** May read the uploads under these prefixes. */
  grantReadUploads(fn: PipelineFunction, ...prefixes: string[]): void {
    this.grantUnder(fn, ['s3:GetObject', 's3:GetObjectVersion'], prefixes);
    this.grantTellMissing(fn);
  }

  /** May write reports. */
  grantWriteReports(fn: PipelineFunction): void {
    this.grantUnder(fn, ['s3:PutObject'], [REPORTS]);
  }

  /** May write reports that are as long as the upload: in parts, which are removed when it fails. */
  grantWriteLongReports(fn: PipelineFunction): void {
    this.grantUnder(fn, ['s3:PutObject', 's3:AbortMultipartUpload'], [REPORTS]);
  }

  /** May read the reports beside uploads, and let browsers read them: a presigned address does what its signer may. */
  grantReadReports(fn: PipelineFunction): void {
    this.grantUnder(fn, ['s3:GetObject'], [REPORTS]);
    this.grantTellMissing(fn);
  }

  /** May let browsers upload under these prefixes: a presigned form does what its signer may. */
  grantUpload(fn: PipelineFunction, ...prefixes: string[]): void {
    this.grantUnder(fn, ['s3:PutObject'], prefixes);
  }

  /** May search rosters. */
  grantSearch(fn: PipelineFunction): void {
    this.grantUnder(fn, ['s3:GetObject'], [SEARCH]);
    this.grantTellMissing(fn);
  }

  /** May make rosters searchable. */
  grantWriteSearch(fn: PipelineFunction): void {
    this.grantUnder(fn, ['s3:GetObject', 's3:PutObject'], [SEARCH]);
    this.grantTellMissing(fn);
  }

  /** May delete search indexes. */
  grantRemoveSearch(fn: PipelineFunction): void {
    this.grantUnder(fn, ['s3:DeleteObject'], [SEARCH]);
  }

  /** May ask for exports, follow and read them. */
  grantAskExports(fn: PipelineFunction): void {
    this.grantUnder(fn, ['s3:GetObject', 's3:PutObject'], [EXPORTS]);
    this.grantTellMissing(fn);
  }

  /** May write exports, and how far they are. */
  grantWriteExports(fn: PipelineFunction): void {
    this.grantUnder(fn, ['s3:PutObject', 's3:AbortMultipartUpload'], [EXPORTS]);
  }

  /** May see which files there are, without reading or writing one. */
  grantLook(fn: PipelineFunction): void {
    this.tellName(fn);
    this.grantTellMissing(fn);
  }

  /** May name the bucket, without reading or writing in it. */
  private tellName(fn: PipelineFunction): void {
    fn.addEnvironment(ENV.inboxBucket, this.bucket.bucketName);
  }

  /** May record erasures, and read which there were. */
  grantRecordErasures(fn: PipelineFunction): void {
    this.grantUnder(fn, ['s3:GetObject', 's3:PutObject'], [ERASURES]);
    this.grantTellMissing(fn);
  }

  /** May delete every file that may name a filer: uploaded rosters, their reports, exports, search indexes. */
  grantErase(fn: PipelineFunction): void {
    this.grantUnder(fn, ['s3:DeleteObject'], [...PERSONAL_FILES, SEARCH]);
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

  /** Without permission to list, S3 answers a missing key with 403 instead of 404. */
  private grantTellMissing(fn: PipelineFunction): void {
    fn.addToRolePolicy(
      new PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.bucket.bucketArn] }),
    );
  }

  private grantUnder(fn: PipelineFunction, actions: string[], prefixes: readonly string[]): void {
    this.tellName(fn);
    fn.addToRolePolicy(
      new PolicyStatement({
        actions,
        resources: prefixes.map((prefix) => this.bucket.arnForObjects(`${prefix}*`)),
      }),
    );
  }
}
