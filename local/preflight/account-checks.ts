import type { AccountFacts, Finding, LaunchFacts, MailAccount } from './facts.ts';
import { finding, missing, ok, type Saying } from './finding.ts';
import { quota } from './quota-check.ts';

/** Whether the account may send what the launch sends, at its rate, and run as many functions at once. */
export function accountChecks(facts: AccountFacts, launch: LaunchFacts): Finding[] {
  return [
    finding('Sandbox', facts.account, ({ productionAccess }) =>
      productionAccess
        ? ok('the account has production access')
        : missing(
            'the account may send only to verified addresses, 200 emails a day',
            'Request production access early: docs/deploy.md, "Out of the sandbox"',
          ),
    ),
    finding('Sending', facts.account, sending),
    finding('Quota', facts.account, (account) => quota(account, launch)),
    finding('Concurrency', facts.functionsAtOnce, (allowed) => functions(allowed, launch)),
  ];
}

function sending({ sendingEnabled, enforcement }: MailAccount): Saying {
  if (sendingEnabled && enforcement === 'HEALTHY') return ok('SES allows the account to send');
  if (sendingEnabled)
    return missing(
      `SES is reviewing the account (${enforcement})`,
      'Reply to the case that SES opened in AWS Support',
    );
  return missing('SES has paused the account', 'Reply to the case that SES opened in AWS Support');
}

function functions(allowed: number, { functionsNeeded: needed }: LaunchFacts): Saying {
  if (allowed >= needed) return ok(`${allowed.toLocaleString('en-US')}; the launch needs ${needed}`);
  return missing(
    `${allowed} concurrent calls; the launch needs ${needed}`,
    'aws service-quotas request-service-quota-increase --service-code lambda --quota-code L-B99A9384 --desired-value 1000',
  );
}
