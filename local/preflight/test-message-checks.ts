import type { AccountFacts, Finding, LaunchFacts, TestMessage } from './facts.ts';
import { finding, later, missing, notChecked, ok, type Saying } from './finding.ts';
import { replyDomain } from './sender-checks.ts';

const HOW = 'In a terminal, run preflight with --send-test ADDRESS, an address whose inbox you can open';

/** Whether a message of the launch was seen to arrive, and a reply to it. */
export function testMessageChecks({ testMessage, identity }: AccountFacts, { plan }: LaunchFacts): Finding[] {
  const isSoon = identity.known && !identity.value?.verified;
  /** @param say what to say about a message that was sent */
  const about = (name: string, say: (sent: TestMessage) => Saying) =>
    finding(name, testMessage, (sent) => {
      if (sent) return say(sent);
      return isSoon ? later('it can be sent once the sender is verified') : notChecked('none was sent', HOW);
    });
  return [
    about('Test message', ({ arrived }) => {
      if (arrived === null) return notChecked('sent; no one has confirmed that it arrived', HOW);
      if (arrived) return ok('it arrived');
      return missing('it did not arrive', 'docs/deploy.md, "The test message does not arrive"');
    }),
    about('Test reply', ({ replyArrived }) => {
      if (replyArrived === null) return notChecked('no one has confirmed that a reply arrives', HOW);
      if (replyArrived) return ok('it arrived at the help desk');
      return missing(
        'the reply did not arrive at the help desk',
        `Ask the administrators of email at ${replyDomain(plan)} where it went, or change court.helpDesk.email in the plan`,
      );
    }),
  ];
}
