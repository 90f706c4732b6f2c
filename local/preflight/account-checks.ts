import type { AccountFacts, Finding, LaunchFacts, MailAccount } from './facts.ts';
import { finding, missing, ok, type Saying } from './finding.ts';
import { quota } from './quota-check.ts';

/** Whether the account may send what the launch sends, at its rate, and run as many functions at once. */
export function accountChecks(facts: AccountFacts, launch: LaunchFacts): Finding[] {
  return [
    finding('Sandbox', facts.account, ({ productionAccess }) =>
      productionAccess
        ? ok('the account has left it')
        : missing(
            'the account may send only to verified addresses, 200 emails a day',
            'Ask for production access, early: docs/deploy.md, "Out of the sandbox"',
          ),
    ),
    finding('Sending', facts.account, sending),
    finding('Quota', facts.account, (account) => quota(account, launch)),
    finding('Functions at once', facts.functionsAtOnce, (allowed) => functions(allowed, launch)),
  ];
}

function sending({ sendingEnabled, enforcement }: MailAccount): Saying {
  if (sendingEnabled && enforcement === 'HEALTHY') return ok('SES lets the account send');
  if (sendingEnabled)
    return missing(
      `SES reviews the account (${enforcement})`,
      'Answer the case that SES opened in AWS Support',
    );
  return missing('SES has paused the account', 'Answer the case that SES opened in AWS Support');
}

function functions(allowed: number, { functionsNeeded: needed }: LaunchFacts): Saying {
  if (allowed >= needed) return ok(`${allowed.toLocaleString('en-US')}; the launch needs ${needed}`);
  return missing(
    `${allowed} are too few: the launch needs ${needed}`,
    'aws service-quotas request-service-quota-increase --service-code lambda --quota-code L-B99A9384 --desired-value 1000',
  );
}
