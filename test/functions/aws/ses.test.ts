import { describe, expect, it, vi } from 'vitest';
import { ses } from '../../../functions/aws/clients.ts';
import { sesMailer } from '../../../functions/aws/ses.ts';
import { ENV } from '../../../functions/lib/env.ts';

const QUOTA = `<GetSendQuotaResponse><GetSendQuotaResult><Max24HourSend>200</Max24HourSend><MaxSendRate>1</MaxSendRate>
<SentLast24Hours>50</SentLast24Hours></GetSendQuotaResult></GetSendQuotaResponse>`;
const TIMED_OUT = Object.assign(new Error('SES does not answer'), { name: 'TimeoutError' });

/** SES that doesn't answer this many requests. @returns also how many came */
function sesFailing(failures: number) {
  vi.stubEnv('AWS_REGION', 'us-east-1');
  let requests = 0;
  const handle = async () => {
    requests += 1;
    if (requests <= failures) throw TIMED_OUT;
    return {
      response: { statusCode: 200, headers: { 'content-type': 'text/xml' }, body: Buffer.from(QUOTA) },
    };
  };
  const mailer = sesMailer({ [ENV.configurationSet]: 'crier' }, ses({ requestHandler: { handle } as never }));
  return { mailer, requests: () => requests };
}

describe('sesMailer', () => {
  it('asks for the quota once more when SES does not answer', async () => {
    const { mailer, requests } = sesFailing(1);
    expect(await mailer.quota()).toEqual({ maxSendRate: 1, max24Hours: 200, left: 150 });
    expect(requests()).toBe(2);
    const silent = sesFailing(9);
    await expect(silent.mailer.quota()).rejects.toBe(TIMED_OUT);
    expect(silent.requests()).toBe(2);
  });

  it('never repeats an email', async () => {
    const { mailer, requests } = sesFailing(1);
    const mail = {
      from: 'clerk@example.com',
      to: 'ann@example.com',
      raw: Buffer.from('x'),
      tags: { purpose: 'test' },
    } as const;
    expect(await mailer.send(mail)).toMatchObject({ outcome: 'unknown' });
    expect(requests()).toBe(1);
  });
});
