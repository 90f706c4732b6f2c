import { ACCOUNT } from '../template/account.ts';

/** Who makes a person's requests here: a role that many people take, whose sessions are named after them. */
const PERSON = { role: 'CourtUploads', session: 'jane_doe@example.com' };

/**
 * CloudTrail's `userIdentity` of a caller.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
 * @param functionId The function that called; `null`: a person
 */
export function identityOf(functionId: string | null): object {
  const { role, session } = functionId ? { role: `${functionId}Role`, session: functionId } : PERSON;
  const principalId = `AROALOCAL${role.toUpperCase()}`;
  return {
    type: 'AssumedRole',
    principalId: `${principalId}:${session}`,
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/${session}`,
    accountId: ACCOUNT,
    accessKeyId: 'ASIALOCAL',
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId,
        arn: `arn:aws:iam::${ACCOUNT}:role/${role}`,
        accountId: ACCOUNT,
        userName: role,
      },
      attributes: { mfaAuthenticated: 'false' },
    },
  };
}
