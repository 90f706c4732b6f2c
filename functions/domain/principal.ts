import * as z from 'zod';
import { holdsAddress } from './why.ts';

const issuerSchema = z.object({
  type: z.string(),
  principalId: z.string(),
  arn: z.string(),
  accountId: z.string(),
});
const identitySchema = z.object({
  type: z.string(),
  principalId: z.string().optional(),
  accountId: z.string().optional(),
  invokedBy: z.string().optional(),
  sessionContext: z.object({ sessionIssuer: issuerSchema.partial().optional() }).optional(),
  onBehalfOf: z.object({ userId: z.string() }).optional(),
});
type Identity = z.infer<typeof identitySchema>;

const ID = /^[\w-]{1,128}$/;
const eventSchema = z.object({
  detail: z.object({
    eventID: z.string().regex(ID),
    eventTime: z.iso.datetime({ offset: true }),
    eventSource: z.enum(['s3.amazonaws.com', 'lambda.amazonaws.com']),
    requestID: z.string().regex(ID),
    errorCode: z.string().optional(),
    userIdentity: identitySchema,
  }),
});

/** A request to AWS: an upload's to S3, or an invocation's to Lambda. */
export interface AwsRequest {
  readonly service: 's3' | 'lambda';
  readonly requestId: string;
}

/** Who made a request to AWS, as CloudTrail reports it. It holds ids, no names or addresses of people. */
export interface PrincipalRecord extends AwsRequest {
  /** When the request was made: instant, ISO 8601 in UTC. */
  readonly at: string;
  /** A role's ARN, or what else identifies the principal. See {@link principalOf}. */
  readonly principal: string;
  /** Id of CloudTrail's event, which names the session as well. */
  readonly event: string;
}

/** A record as stored. */
export const principalRecordSchema = z.object({
  service: z.enum(['s3', 'lambda']),
  requestId: z.string(),
  at: z.string(),
  principal: z.string(),
  event: z.string(),
});

/**
 * Reads the event "AWS API Call via CloudTrail", as EventBridge puts it on a queue; `null` if AWS refused the request.
 * @throws ZodError if it is no such event
 */
export function principalRecordOf(body: string): PrincipalRecord | null {
  const { eventID, eventTime, eventSource, requestID, errorCode, userIdentity } = eventSchema.parse(
    JSON.parse(body),
  ).detail;
  if (errorCode !== undefined) return null;
  const service = eventSource === 's3.amazonaws.com' ? 's3' : 'lambda';
  return {
    service,
    requestId: requestID,
    at: eventTime,
    principal: principalOf(userIdentity),
    event: eventID,
  };
}

/**
 * Identifies a principal. A session's name is left out, since it is often a person's name or address; so is the name of
 * an IAM user, who is identified by AWS's own id. CloudTrail's event has both.
 */
export function principalOf({ type, accountId = '', sessionContext, ...identity }: Identity): string {
  const { arn, principalId } = sessionContext?.sessionIssuer ?? {};
  switch (type) {
    case 'AssumedRole':
      if (arn?.includes(':role/') && !holdsAddress(arn)) return arn;
      return `role ${idOf(principalId)} of account ${accountId}`;
    case 'IAMUser':
      return `IAM user ${idOf(identity.principalId)} of account ${accountId}`;
    case 'Root':
      return `root user of account ${accountId}`;
    case 'IdentityCenterUser':
      return `IAM Identity Center user ${idOf(identity.onBehalfOf?.userId)}`;
    case 'AWSService':
      return `service ${identity.invokedBy ?? 'of AWS'}`;
    default:
      return `${/^\w+$/.test(type) ? type : 'unknown'} of account ${accountId || 'unknown'}`;
  }
}

/** AWS's id of a principal, without a session's name after a colon. */
function idOf(principalId = ''): string {
  const [id = ''] = principalId.split(':');
  return ID.test(id) ? id : 'unknown';
}
