import type { Exception } from './exception.ts';

/** Where a role’s policy has a wildcard: a part of an ARN that isn’t known before something is made. */
export const WILDCARDS: readonly Exception[] = [
  {
    rules: ['AwsSolutions-IAM5'],
    finding: /^Resource::arn:<AWS::Partition>:backup:<AWS::Region>:<AWS::AccountId>:recovery-point:\*$/,
    type: 'AWS::IAM::Policy',
    ids: /^Backups/,
    where: 'copies of tables in the account’s backup vaults',
    reason: 'AWS Backup chooses a copy’s id when it makes the copy, and puts the table’s tags on it.',
    instead: 'AWS Backup alone takes this role, for jobs of this account, and may only tag copies with it.',
  },
  {
    rules: ['AwsSolutions-IAM5'],
    finding:
      /^Resource::\S+:ExportsOutputFnGetAttInboxBucketArn\w+\/(inbox|reports|search|exports|erasures)\/([a-z]+\/)?\*$/,
    type: 'AWS::IAM::Policy',
    where: 'files under one prefix of InboxBucket',
    reason: 'People choose the names of files.',
    instead: 'The prefix says what a file is for, and each role is limited to the prefixes that it works on.',
  },
  {
    rules: ['AwsSolutions-IAM5'],
    finding: /^Resource::\S+:ExportsOutputFnGetAttAuditBucketArn\w+\/(entries|principals)\/\*$/,
    type: 'AWS::IAM::Policy',
    where: 'entries of the audit log, and who acted outside the console',
    reason: 'Each entry is an object of its own, named by time and request.',
    instead: 'The bucket’s policy refuses to overwrite or delete an entry, and each entry is locked.',
  },
  {
    rules: ['AwsSolutions-IAM5'],
    finding:
      /^Resource::arn:<AWS::Partition>:scheduler:<AWS::Region>:<AWS::AccountId>:schedule\/crier-[a-z0-9-]+\/\*$/,
    type: 'AWS::IAM::Policy',
    where: 'schedules of the launch’s group',
    reason: 'The plan decides how many phases, and so how many schedules there are.',
    instead: 'The group belongs to this launch alone.',
  },
  {
    rules: ['AwsSolutions-IAM5'],
    finding: /^Resource::\*$/,
    type: 'AWS::IAM::Policy',
    ids: /^(Launch|Phases|Delivery|Sweep|Console)/,
    where: '`ses:GetSendQuota` and `scheduler:ListSchedules`',
    reason: 'IAM has no narrower resource for them.',
    instead: 'They only read: the account’s sending quota, and the names of schedules.',
  },
];
