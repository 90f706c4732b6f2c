import { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { Construct } from 'constructs';
import type { DataStack } from '../data-stack.ts';
import { PipelineFunction } from '../pipeline-function.ts';
import type { TrailBucket } from '../trail-bucket.ts';
import { WorkQueue } from '../work-queue.ts';
import type { StageProps } from './stage.ts';

/** Requests to S3 that write something, but make no object with an upload's key, or none yet. */
const NO_UPLOAD = [
  'AbortMultipartUpload',
  'CreateMultipartUpload',
  'DeleteObject',
  'DeleteObjects',
  'UploadPart',
  'UploadPartCopy',
];

/** CloudTrail ─▶ who uploaded or invoked a function outside the console, beside the audit log's entries. */
export class RecordPrincipals extends Construct {
  readonly queue: WorkQueue;
  private readonly data: DataStack;

  constructor(scope: Construct, id: string, { launch, data, alarms }: StageProps) {
    super(scope, id);
    this.data = data;
    const recordPrincipals = new PipelineFunction(this, 'RecordPrincipals', {
      launch,
      alarms,
      entry: 'functions/record-principals/record-principals.lambda.ts',
      does: 'Records who uploaded or invoked a function outside the console, as CloudTrail reports it.',
      impact: 'The audit log doesn’t say who acted outside the console; CloudTrail’s own log does.',
      timeoutSeconds: 30,
    });
    data.audit.grantRecordPrincipals(recordPrincipals);
    this.queue = new WorkQueue(this, 'PrincipalQueue', {
      alarms,
      consumer: recordPrincipals,
      impact: 'The audit log won’t say who acted outside the console; CloudTrail’s own log does.',
      batchSize: 10,
    });
  }

  /** Follows uploads and the functions that people invoke. */
  follow(invoked: readonly PipelineFunction[]): void {
    const { inbox, trail } = this.data;
    const uploads = `${inbox.bucket.bucketArn}/inbox/`;
    const functions = invoked.map(({ functionArn }) => functionArn);
    if (trail) this.makeTrail(trail, { uploads, functions });
    this.queue.takeEvents('Who uploads or invokes a function', {
      source: ['aws.s3', 'aws.lambda'],
      detailType: ['AWS API Call via CloudTrail'],
      detail: {
        eventName: [{ 'anything-but': NO_UPLOAD }],
        resources: { ARN: [{ prefix: uploads }, ...functions] },
      },
    });
  }

  /** EventBridge gets data events only of requests that some trail logs. */
  private makeTrail(
    { bucket, trailName }: TrailBucket,
    { uploads, functions }: { readonly uploads: string; readonly functions: string[] },
  ): void {
    const trail = new CfnTrail(this, 'Trail', {
      trailName,
      s3BucketName: bucket.bucketName,
      isLogging: true,
      enableLogFileValidation: true,
      includeGlobalServiceEvents: false,
      isMultiRegionTrail: false,
      advancedEventSelectors: [
        selector('Uploads', 'AWS::S3::Object', [
          { field: 'readOnly', equalTo: ['false'] },
          { field: 'resources.ARN', startsWith: [uploads] },
        ]),
        selector('Commands', 'AWS::Lambda::Function', [{ field: 'resources.ARN', equalTo: functions }]),
      ],
    });
    trail.overrideLogicalId('Trail');
  }
}

function selector(
  name: string,
  type: string,
  more: CfnTrail.AdvancedFieldSelectorProperty[],
): CfnTrail.AdvancedEventSelectorProperty {
  const fieldSelectors = [
    { field: 'eventCategory', equalTo: ['Data'] },
    { field: 'resources.type', equalTo: [type] },
    ...more,
  ];
  return { name, fieldSelectors };
}
