import {
  GetAccountCommand,
  GetConfigurationSetCommand,
  GetEmailIdentityCommand,
  type SESv2Client,
} from '@aws-sdk/client-sesv2';
import { ask, askUnless, said } from './ask.ts';
import type { Asked, MailAccount, SenderIdentity } from './facts.ts';

/** What SES says about the account. */
export function mailAccount(ses: SESv2Client): Promise<Asked<MailAccount>> {
  return ask(async () => {
    const answer = await ses.send(new GetAccountCommand({}));
    const { Max24HourSend, MaxSendRate, SentLast24Hours } = said(answer.SendQuota, 'SendQuota');
    const max24Hours = said(Max24HourSend, 'Max24HourSend');
    return {
      productionAccess: said(answer.ProductionAccessEnabled, 'ProductionAccessEnabled'),
      sendingEnabled: said(answer.SendingEnabled, 'SendingEnabled'),
      enforcement: said(answer.EnforcementStatus, 'EnforcementStatus'),
      // -1: no daily limit.
      max24Hours: max24Hours < 0 ? Number.POSITIVE_INFINITY : max24Hours,
      maxSendRate: said(MaxSendRate, 'MaxSendRate'),
      sentLast24Hours: said(SentLast24Hours, 'SentLast24Hours'),
      suppressed: answer.SuppressionAttributes?.SuppressedReasons ?? [],
    };
  });
}

/** What SES says about the sender's domain; `null` when it doesn't know it. */
export function senderIdentity(ses: SESv2Client, domain: string): Promise<Asked<SenderIdentity | null>> {
  const question = async () => {
    const answer = await ses.send(new GetEmailIdentityCommand({ EmailIdentity: domain }));
    return {
      verified: said(answer.VerifiedForSendingStatus, 'VerifiedForSendingStatus'),
      dkim: said(answer.DkimAttributes?.Status, 'DkimAttributes.Status'),
      dkimSigning: said(answer.DkimAttributes?.SigningEnabled, 'DkimAttributes.SigningEnabled'),
      dkimTokens: answer.DkimAttributes?.Tokens ?? [],
      mailFrom: answer.MailFromAttributes?.MailFromDomain || null,
      mailFromStatus: answer.MailFromAttributes?.MailFromDomainStatus ?? null,
    };
  };
  return askUnless(['NotFoundException'], { none: null, question });
}

/** Why SES suppresses addresses for the launch's emails; `null` when it doesn't know the configuration set. */
export function setSuppressed(
  ses: SESv2Client,
  name: string,
): Promise<Asked<{ readonly reasons: readonly string[] | null } | null>> {
  const question = async () => {
    const answer = await ses.send(new GetConfigurationSetCommand({ ConfigurationSetName: name }));
    return { reasons: answer.SuppressionOptions?.SuppressedReasons ?? null };
  };
  return askUnless(['NotFoundException'], { none: null, question });
}
