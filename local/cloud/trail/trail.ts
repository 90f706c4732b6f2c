import { randomUUID } from 'node:crypto';
import { type Buses, DEFAULT_BUS } from '../events/buses.ts';
import type { InvokeCall } from '../lambda/api.ts';
import type { StoredObject } from '../s3-sqs/s3-requests.ts';
import type { Site } from '../site.ts';
import { ACCOUNT, REGION } from '../template/account.ts';
import { identityOf } from './identity.ts';
import { type DataEvent, trailsOf } from './selectors.ts';

/** CloudTrail: tells the default bus of the requests that a trail of the template logs. */
export interface LocalTrail {
  /** An object was written. */
  readonly wrote: (object: StoredObject) => void;
  /** A function was invoked. */
  readonly invoked: (call: InvokeCall) => void;
}

/** AWS says about 5 minutes on average. */
const DELAY = { minutes: 5 };

/** What differs between the events of services. */
interface Call {
  readonly service: 's3' | 'lambda';
  readonly eventName: string;
  readonly requestID: string | undefined;
  readonly caller: string | null;
  readonly requestParameters: object;
  readonly resources: readonly object[];
}

/** Starts the trails of a template; without any, nothing is reported. */
export function startTrail(
  { template, clock, agenda }: Pick<Site, 'template' | 'clock' | 'agenda'>,
  buses: Pick<Buses, 'put'>,
): LocalTrail {
  const isLogged = trailsOf(template);

  function report(event: DataEvent, call: Call): void {
    if (!isLogged(event)) return;
    const at = clock.now();
    const detail = recordOf(call, at.round('second').toString());
    const put = () => buses.put(DEFAULT_BUS, { ...EVENT, source: `aws.${call.service}`, detail });
    agenda.add(at.add(DELAY), async () => void (await put()));
  }

  return {
    wrote: (object) => {
      const arn = `arn:aws:s3:::${object.bucket}/${object.key}`;
      report({ readOnly: false, type: 'AWS::S3::Object', arn }, writeCall(object, arn));
    },
    invoked: (call) => {
      report({ readOnly: false, type: 'AWS::Lambda::Function', arn: call.arn }, invokeCall(call));
    },
  };
}

const EVENT = { detailType: 'AWS API Call via CloudTrail' };

function writeCall({ bucket, key, reason, requestId, caller = null }: StoredObject, arn: string): Call {
  return {
    service: 's3',
    eventName: reason.replace(/^POST Object$/, 'PostObject'),
    requestID: requestId,
    caller,
    requestParameters: { bucketName: bucket, key, Host: `${bucket}.s3.${REGION}.amazonaws.com` },
    resources: [
      { type: 'AWS::S3::Object', ARN: arn },
      { accountId: ACCOUNT, type: 'AWS::S3::Bucket', ARN: `arn:aws:s3:::${bucket}` },
    ],
  };
}

function invokeCall({ arn, requestId, caller }: InvokeCall): Call {
  return {
    service: 'lambda',
    eventName: 'Invoke',
    requestID: requestId,
    caller,
    requestParameters: { functionName: arn },
    resources: [{ accountId: ACCOUNT, type: 'AWS::Lambda::Function', ARN: arn }],
  };
}

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html */
function recordOf({ service, caller, ...call }: Call, eventTime: string): object {
  return {
    eventVersion: '1.11',
    userIdentity: identityOf(caller),
    eventTime,
    eventSource: `${service}.amazonaws.com`,
    awsRegion: REGION,
    sourceIPAddress: '127.0.0.1',
    userAgent: 'local',
    responseElements: null,
    eventID: randomUUID(),
    readOnly: false,
    eventType: 'AwsApiCall',
    managementEvent: false,
    recipientAccountId: ACCOUNT,
    eventCategory: 'Data',
    ...call,
  };
}
