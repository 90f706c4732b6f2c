import { CreateEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { beforeAll, describe, expect, it } from 'vitest';
import { tryMessage } from '../../../local/preflight/test-message.ts';
import { aPlan } from '../../support/builders/plan.ts';
import { outsideUrl } from '../../support/outside.ts';

const ses = new SESv2Client({
  endpoint: outsideUrl('SES'),
  region: 'us-east-1',
  maxAttempts: 1,
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});
const planOf = (sender: string) => aPlan({ 'court.sender.address': `nextgen@${sender}.uscourts.gov` });
const setSuppressed = { known: true, value: null } as const;

/** Tries the message, and says y, n or something else to each question. */
async function tryWith(answers: readonly string[] | null, sender = 'message') {
  const questions: string[] = [];
  const left = [...(answers ?? [])];
  const askPerson = async (question: string) => {
    questions.push(question);
    return left.shift()!;
  };
  const to = 'clerk@nysb.uscourts.gov';
  const asked = await tryMessage(planOf(sender), {
    ses,
    to,
    setSuppressed,
    askPerson: answers && askPerson,
  });
  return { asked, questions };
}

beforeAll(async () => {
  await ses.send(new CreateEmailIdentityCommand({ EmailIdentity: 'message.uscourts.gov' }));
});

describe('a test message', () => {
  it.each([
    [['y', 'y'], { arrived: true, replyArrived: true }, 2],
    [['Yes', 'maybe', 'no'], { arrived: true, replyArrived: false }, 3],
    [['n'], { arrived: false, replyArrived: null }, 1],
  ])('is sent, and a person says whether it arrived: %s', async (answers, value, count) => {
    const { asked, questions } = await tryWith(answers);
    expect(asked).toEqual({ known: true, value });
    expect(questions).toHaveLength(count);
    expect(questions[1] ?? questions[0]).toContain('(y/n)');
  });

  it('is confirmed by no one where there is no terminal', async () => {
    expect((await tryWith(null)).asked).toEqual({
      known: true,
      value: { arrived: null, replyArrived: null },
    });
  });

  it('is not known to have arrived where SES refuses it, and no one is asked', async () => {
    const { asked, questions } = await tryWith(['y'], 'stranger');
    expect(asked).toMatchObject({ known: false, why: expect.stringMatching(/Rejected|Exception/) });
    expect(questions).toEqual([]);
  });
});
