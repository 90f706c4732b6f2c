import {
  GetAccountCommand,
  GetConfigurationSetCommand,
  GetEmailIdentityCommand,
  type SESv2Client,
} from '@aws-sdk/client-sesv2';
import { ask, askUnless } from './ask.ts';
import type { Asked, MailAccount, SenderIdentity } from './facts.ts';

/** What SES says of the account. */
export function mailAccount(ses: SESv2Client): Promise<Asked<MailAccount>> {
  return ask(async () => {
    const answer = await ses.send(new GetAccountCommand({}));
    return {
      productionAccess: answer.ProductionAccessEnabled ?? false,
      sendingEnabled: answer.SendingEnabled ?? false,
      enforcement: answer.EnforcementStatus ?? 'not said',
      max24Hours: answer.SendQuota?.Max24HourSend ?? 0,
      maxSendRate: answer.SendQuota?.MaxSendRate ?? 0,
      suppressed: answer.SuppressionAttributes?.SuppressedReasons ?? [],
    };
  });
}

/** What SES says of the sender's domain; `null` when it doesn't know it. */
export function senderIdentity(ses: SESv2Client, domain: string): Promise<Asked<SenderIdentity | null>> {
  const question = async () => {
    const answer = await ses.send(new GetEmailIdentityCommand({ EmailIdentity: domain }));
    return {
      verified: answer.VerifiedForSendingStatus ?? false,
      dkim: answer.DkimAttributes?.Status ?? 'NOT_STARTED',
      dkimTokens: answer.DkimAttributes?.Tokens ?? [],
      mailFrom: answer.MailFromAttributes?.MailFromDomain || null,
      mailFromStatus: answer.MailFromAttributes?.MailFromDomainStatus ?? null,
    };
  };
  return askUnless(['NotFoundException'], { none: null, question });
}

/** Why SES suppresses addresses for the launch's emails; `null`: as the account does. */
export function setSuppressed(ses: SESv2Client, name: string): Promise<Asked<readonly string[] | null>> {
  const question = async () => {
    const answer = await ses.send(new GetConfigurationSetCommand({ ConfigurationSetName: name }));
    return answer.SuppressionOptions?.SuppressedReasons ?? null;
  };
  return askUnless(['NotFoundException'], { none: null, question });
}
