import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  DkimIdentity,
  EasyDkimSigningKeyLength,
  EmailIdentity,
  Identity,
  MailFromBehaviorOnMxFailure,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { named } from './named.ts';
import type { Settings } from './settings.ts';

/**
 * The sender's domain as an identity of SES, which signs with DKIM. The DNS records that prove the domain, and by which
 * mailbox providers trust it, are outputs. It outlives the stack: other applications may send by it.
 */
export class SenderIdentity extends Construct {
  constructor(scope: Construct, id: string, settings: Pick<Settings, 'sender' | 'mailFromDomain'>) {
    const { sender, mailFromDomain } = settings;
    const mailFrom = mailFromDomain ?? `bounce.${sender}`;
    super(scope, id);
    const identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(sender),
      dkimIdentity: DkimIdentity.easyDkim(EasyDkimSigningKeyLength.RSA_2048_BIT),
      mailFromDomain: mailFrom,
      // While its MX record is missing, emails are sent by the domain of SES, still signed.
      mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
    });
    named(identity, id);
    identity.applyRemovalPolicy(RemovalPolicy.RETAIN);
    const bounces = `feedback-smtp.${Stack.of(this).region}.amazonses.com`;
    const records = {
      ...Object.fromEntries(
        identity.dkimRecords.map(({ name, value }, index) => [
          `SenderDkim${index + 1}`,
          `${name} CNAME ${value}`,
        ]),
      ),
      SenderMailFromMx: `${mailFrom} MX 10 ${bounces}`,
      SenderMailFromSpf: `${mailFrom} TXT "v=spf1 include:amazonses.com ~all"`,
      SenderDmarc: `_dmarc.${sender} TXT "v=DMARC1; p=none" (unless the domain has one)`,
    };
    for (const [name, value] of Object.entries(records))
      new CfnOutput(scope, name, { value, description: "A DNS record of the sender's domain" });
  }
}
