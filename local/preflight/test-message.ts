import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Plan } from '../../functions/domain/plan/plan.ts';
import { ask, said } from './ask.ts';
import type { AccountFacts, Asked, TestMessage } from './facts.ts';

/** Asks a person a question and gets what was typed. */
export type AskPerson = (question: string) => Promise<string>;

interface Sending {
  readonly ses: SESv2Client;
  /** The address that the person who runs preflight gave. */
  readonly to: string;
  /** The launch's configuration set, where SES knows it. */
  readonly setSuppressed: AccountFacts['setSuppressed'];
  /** `null`: there is no person at a terminal. */
  readonly askPerson: AskPerson | null;
}

/**
 * Sends one message as the launch's emails are sent, from the plan's sender with replies to its help desk, and asks a
 * person whether it arrived, and then a reply. What no one confirmed isn't known.
 */
export async function tryMessage(plan: Plan, sending: Sending): Promise<Asked<TestMessage>> {
  const sent = await ask(() => send(plan, sending));
  if (!sent.known) return sent;
  const { askPerson } = sending;
  if (!askPerson) return { known: true, value: { arrived: null, replyArrived: null } };
  const { helpDesk } = plan.court;
  const arrived = await yesOrNo(
    askPerson,
    'A test message was sent. Did it arrive in the inbox, and not in the junk folder? (y/n) ',
  );
  const question = `Reply to it now. Did the reply arrive at ${helpDesk.email}? (y/n) `;
  return {
    known: true,
    value: { arrived, replyArrived: arrived ? await yesOrNo(askPerson, question) : null },
  };
}

async function send({ name, court }: Plan, { ses, to, setSuppressed }: Sending): Promise<string> {
  const text = [
    `This message tests the email of the launch ${name}. It was sent the way the launch's emails will be sent.`,
    'Please reply to it: your reply must arrive at the help desk of the court. You do not need to do anything else.',
  ].join('\n\n');
  const answer = await ses.send(
    new SendEmailCommand({
      FromEmailAddress: court.sender.address,
      Destination: { ToAddresses: [to] },
      ReplyToAddresses: [court.helpDesk.email],
      Content: {
        Simple: { Subject: { Data: `Test message of the launch ${name}` }, Body: { Text: { Data: text } } },
      },
      // Its events are then seen to belong to no run.
      EmailTags: [{ Name: 'purpose', Value: 'test' }],
      ...(setSuppressed.known && setSuppressed.value ? { ConfigurationSetName: `crier-${name}` } : {}),
    }),
  );
  return said(answer.MessageId, 'MessageId');
}

async function yesOrNo(askPerson: AskPerson, question: string): Promise<boolean> {
  const typed = (await askPerson(question)).trim().toLowerCase();
  if (['y', 'yes'].includes(typed)) return true;
  if (['n', 'no'].includes(typed)) return false;
  return yesOrNo(askPerson, `Please enter y or n. ${question}`);
}
