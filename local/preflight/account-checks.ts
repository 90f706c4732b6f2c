import { Temporal } from 'temporal-polyfill';
import { phasesOf } from '../../functions/domain/plan/phases.ts';
import { preflight } from '../../functions/domain/run/preflight.ts';
import type { AccountFacts, Finding, LaunchFacts, MailAccount } from './facts.ts';
import { finding, later, missing, ok, type Saying } from './finding.ts';

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
    finding('Suppression', facts.account, ({ suppressed }) => suppression(suppressed, facts)),
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

/** Holds each phase that is still to come to the same limits that starting it will. */
function quota({ max24Hours, maxSendRate }: MailAccount, { plan, phases, now }: LaunchFacts): Saying {
  const allowed = `${format(max24Hours)} emails a day at ${maxSendRate} a second`;
  if (!phases) return later(allowed, 'Name a roster to compare it with the largest phase: --roster FILE');
  const { accountShare } = plan.sending;
  const limits = { maxSendRate, left: max24Hours, max24Hours, accountShare };
  const emailsOf = new Map(phases.map(({ id, emails }) => [id, emails]));
  const coming = phasesOf(plan).filter(({ at }) => Temporal.Instant.compare(at.toInstant(), now) > 0);
  const fits = coming.map(({ id, at, expiresAt }) => {
    const emails = emailsOf.get(id) ?? 0;
    const times = { now: at.toInstant(), expiresAt: expiresAt.toInstant().toString() };
    return { id, emails, ...preflight(emails, { limits, ...times }) };
  });
  const largest = fits.toSorted((one, other) => other.emails - one.emails)[0];
  if (!largest) return later(allowed, 'No phase is to come: see Times');
  const needs = `${largest.id} sends ${format(largest.emails)}, which takes ${duration(largest.seconds)}`;
  if (fits.every((one) => one.fits)) return ok(`${allowed}; ${needs}`);
  return missing(`${allowed} are too few: ${needs}`, RAISE);
}

const RAISE =
  'Raise both in Service Quotas (Amazon SES), weeks ahead; sending.accountShare in the plan counts too';

function functions(allowed: number, { functionsNeeded: needed }: LaunchFacts): Saying {
  if (allowed >= needed) return ok(`${format(allowed)}; the launch needs ${needed}`);
  return missing(
    `${allowed} are too few: the launch needs ${needed}`,
    'aws service-quotas request-service-quota-increase --service-code lambda --quota-code L-B99A9384 --desired-value 1000',
  );
}

/** The launch's configuration set says it, if it says anything, and not the account. */
function suppression(ofAccount: readonly string[], { setSuppressed }: AccountFacts): Saying {
  const reasons = (setSuppressed.known && setSuppressed.value) || ofAccount;
  if (['BOUNCE', 'COMPLAINT'].every((reason) => reasons.includes(reason)))
    return ok('SES sends no more to addresses that bounced or complained');
  return missing(
    'SES does not keep addresses that bounced or complained',
    'aws sesv2 put-account-suppression-attributes --suppressed-reasons BOUNCE COMPLAINT',
  );
}

function format(count: number): string {
  return count.toLocaleString('en-US');
}

function duration(seconds: number): string {
  if (seconds < 90) return `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}
