import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { fromSource } from './from-source.ts';
import { PRIVATE } from './inbox-bucket.ts';
import { named } from './named.ts';

/** How long CloudTrail's log is kept: it names sessions, and so people. */
const KEEP = Duration.days(400);

/** What the bucket of CloudTrail's log is made with. */
export interface TrailBucketProps {
  /** The launch's name. */
  readonly launch: string;
  /** Where requests to the bucket are logged. */
  readonly accessLogs: Bucket;
}

/** The log of the launch's own trail. Only that trail may write to it. */
export class TrailBucket extends Construct {
  readonly bucket: Bucket;
  readonly trailName: string;

  constructor(scope: Construct, id: string, { launch, accessLogs }: TrailBucketProps) {
    super(scope, id);
    this.trailName = `crier-${launch}`;
    this.bucket = new Bucket(this, 'Bucket', {
      ...PRIVATE,
      versioned: true,
      // Bucket and IBucket differ in an optional member only.
      serverAccessLogsBucket: accessLogs as IBucket,
      serverAccessLogsPrefix: 'trail/',
      lifecycleRules: [{ expiration: KEEP, noncurrentVersionExpiration: Duration.days(30) }],
    });
    named(this.bucket, id);
    this.allowTrail();
  }

  private allowTrail(): void {
    const { account, partition } = Stack.of(this);
    const { bucketArn } = this.bucket;
    const trail = Stack.of(this).formatArn({
      service: 'cloudtrail',
      resource: 'trail',
      resourceName: this.trailName,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
      partition,
    });
    const how = {
      principals: [new ServicePrincipal('cloudtrail.amazonaws.com')],
      conditions: fromSource(this, trail),
    };
    // CloudTrail looks at the bucket before it delivers.
    this.bucket.addToResourcePolicy(
      new PolicyStatement({ ...how, actions: ['s3:GetBucketAcl'], resources: [bucketArn] }),
    );
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        ...how,
        actions: ['s3:PutObject'],
        resources: [`${bucketArn}/AWSLogs/${account}/*`],
      }),
    );
  }
}
