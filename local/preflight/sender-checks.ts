import type { AccountFacts, Finding, LaunchFacts, SenderIdentity } from './facts.ts';
import { finding, later, missing, ok, type Saying } from './finding.ts';

/** The domain that the plan's emails come from. */
export function senderDomain({ court }: LaunchFacts['plan']): string {
  return domainOf(court.sender.address);
}

/** The domain that replies to the plan's emails go to. */
export function replyDomain({ court }: LaunchFacts['plan']): string {
  return domainOf(court.helpDesk.email);
}

function domainOf(address: string): string {
  return address.split('@').at(-1)!.toLowerCase();
}

/** Whether emails may come from the sender's domain, and mailbox providers can see that they do. */
export function senderChecks(
  { region, identity, spf, dmarc, replyServers }: AccountFacts,
  { plan, settings }: LaunchFacts,
): Finding[] {
  const domain = senderDomain(plan);
  const ofIdentity = (about: string, say: (found: SenderIdentity) => Saying) =>
    finding(about, identity, (found) =>
      found ? say(found) : later(`SES has no identity for ${domain} yet`),
    );
  return [
    finding('Sender', identity, (found) =>
      sender(found, { domain, isOwn: settings?.senderIdentity === 'own' }),
    ),
    ofIdentity('DKIM', (found) => dkim(domain, found)),
    ofIdentity('MAIL FROM', (found) => mailFrom(found, { domain, region })),
    finding('SPF record', spf, spfRecord),
    finding('DMARC record', dmarc, (record) =>
      record
        ? ok(`${record.name} says ${record.text}`)
        : missing('none', `Add a TXT record: _dmarc.${domain} "v=DMARC1; p=none; rua=mailto:…"`),
    ),
    finding('Replies', replyServers, (servers) =>
      servers.length > 0
        ? ok(`${replyDomain(plan)} accepts email`)
        : missing(
            `${replyDomain(plan)} has no MX record, so replies may be lost`,
            'Change court.helpDesk.email in the plan, or have an MX record added',
          ),
    ),
  ];
}

function sender(found: SenderIdentity | null, { domain, isOwn }: { domain: string; isOwn: boolean }): Saying {
  if (!found && isOwn)
    return later('the deployment creates it', 'Then add the records that the data stack outputs');
  if (!found)
    return missing(
      `SES has no identity for ${domain}`,
      `aws sesv2 create-email-identity --email-identity ${domain}`,
    );
  if (found.verified) return ok(`${domain} is verified`);
  return missing(`${domain} is not verified yet`, 'Have the DKIM records added, then wait up to 72 hours');
}

function spfRecord(records: readonly string[] | null): Saying {
  if (!records) return later('there is no MAIL FROM domain yet');
  if (records.some((text) => /^v=spf1\b.*\binclude:amazonses\.com\b/i.test(text)))
    return ok('the SPF record allows SES');
  return missing(
    'no SPF record allows SES',
    'Add a TXT record to the MAIL FROM domain: "v=spf1 include:amazonses.com ~all"',
  );
}

function dkim(domain: string, { dkim: status, dkimSigning, dkimTokens }: SenderIdentity): Saying {
  if (!dkimSigning)
    return missing(
      'signing is turned off',
      `aws sesv2 put-email-identity-dkim-attributes --email-identity ${domain} --signing-enabled`,
    );
  if (status === 'SUCCESS') return ok('emails are signed');
  const records = dkimTokens.map(
    (token) => `Add a CNAME record: ${token}._domainkey.${domain} → ${token}.dkim.amazonses.com`,
  );
  return missing(`emails are not signed yet (${status})`, ...records);
}

function mailFrom(
  { mailFrom: name, mailFromStatus }: SenderIdentity,
  { domain, region }: { domain: string; region: string },
): Saying {
  if (!name)
    return missing(
      'bounces go to an Amazon domain, so SPF doesn’t count for DMARC',
      `aws sesv2 put-email-identity-mail-from-attributes --email-identity ${domain} --mail-from-domain bounce.${domain}`,
    );
  if (mailFromStatus === 'SUCCESS') return ok(name);
  return missing(
    `${name} is not ready yet (${mailFromStatus})`,
    `Add an MX record: ${name} → 10 feedback-smtp.${region}.amazonses.com`,
  );
}
