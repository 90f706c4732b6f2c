import { accountChecks } from './account-checks.ts';
import type { AccountFacts, Finding, LaunchFacts } from './facts.ts';
import { launchChecks } from './launch-checks.ts';
import { senderChecks } from './sender-checks.ts';
import { stackChecks } from './stack-checks.ts';
import { tableChecks } from './table-checks.ts';
import { testMessageChecks } from './test-message-checks.ts';

/** What is to be said about an account before a launch, in the order in which one would see to it. Pure. */
export function preflightFindings(facts: AccountFacts, launch: LaunchFacts): Finding[] {
  return [
    ...senderChecks(facts, launch),
    ...testMessageChecks(facts, launch),
    ...accountChecks(facts, launch),
    ...launchChecks(launch),
    ...stackChecks(facts, launch),
    ...tableChecks(facts, launch),
  ];
}

/** Whether the launch may start: nothing is missing, and nothing that could be known is left unchecked. */
export function isReady(findings: readonly Finding[]): boolean {
  return findings.every(({ verdict }) => verdict === 'ok' || verdict === 'later');
}
