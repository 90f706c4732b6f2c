import type { FunctionCall } from '../../../local/cloud/iam/access.ts';
import type { Grant } from './least-privilege.ts';

/** A grant that AWS uses with the function's role, outside of the function's code: no call of a test shows it. */
interface ServiceSide {
  readonly actions: readonly string[];
  /** The resource's ARN. */
  readonly resource: RegExp;
  readonly reason: string;
}

export const SERVICE_SIDE: readonly ServiceSide[] = [
  {
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resource: /^arn:aws:logs:/,
    reason: 'Lambda writes what a function logs.',
  },
  {
    actions: [
      'sqs:ReceiveMessage',
      'sqs:DeleteMessage',
      'sqs:ChangeMessageVisibility',
      'sqs:GetQueueAttributes',
      'sqs:GetQueueUrl',
    ],
    resource: /^arn:aws:sqs:.*Queue$/,
    reason: 'Lambda takes messages from the queue that a function consumes.',
  },
  {
    actions: ['sqs:SendMessage', 'sqs:GetQueueAttributes', 'sqs:GetQueueUrl'],
    resource: /^arn:aws:sqs:.*ScheduleDeadLetters$/,
    reason: 'Lambda sends there what StartPhase could not work on.',
  },
];

/** Whether AWS itself uses a grant. */
export function isServiceSide({ action, resource }: Pick<Grant, 'action' | 'resource'>): boolean {
  return SERVICE_SIDE.some((one) => one.actions.includes(action) && one.resource.test(resource));
}

/** Whether a test makes a call so that it is refused. */
export function isMeantToBeRefused({ action, resource }: FunctionCall): boolean {
  // "attack: %s itself can delete no entry"
  if (action === 's3:DeleteObject' && /-auditbucket\/entries\//.test(resource)) return true;
  // "attack: RecordPrincipals itself adds an entry to the audit log; it may not"
  return action === 's3:PutObject' && /-auditbucket\/entries\/.*\/forged\.json$/.test(resource);
}
