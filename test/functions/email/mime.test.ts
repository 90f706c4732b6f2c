import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { planSchema } from '../../../functions/domain/plan/plan.ts';
import { composeEmail } from '../../../functions/email/compose.ts';
import type { EmailInput } from '../../../functions/email/email-input.ts';
import { sesMessageId } from '../../../functions/email/mime.ts';
import { SAMPLES, sampleInput } from '../../support/email/people.ts';
import { plan } from '../../support/email/samples.ts';

const input = sampleInput('follow-up', 'legacy');

async function sent(more: Partial<EmailInput> = {}) {
  const { raw } = await composeEmail({ ...input, ...more });
  const source = Buffer.from(raw).toString('latin1');
  return {
    source,
    head: source.slice(0, source.indexOf('\r\n\r\n')),
    parsed: await simpleParser(Buffer.from(raw)),
  };
}

describe('the message', () => {
  it.each(SAMPLES)('is clean in transport and read back whole: $kind to $who', async ({ input: sample }) => {
    const email = await composeEmail(sample);
    const source = Buffer.from(email.raw).toString('latin1');
    const parsed = await simpleParser(Buffer.from(email.raw));
    expect(source).toMatch(/^[\x09\x0a\x0d\x20-\x7e]*$/);
    expect(source.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...source.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);
    expect(parsed.html).toBe(email.html);
    expect(parsed.text).toBe(email.text);
    expect(parsed.attachments).toEqual([]);
  });

  it('is multipart/alternative of quoted-printable UTF-8, text first', async () => {
    const { source, head } = await sent();
    expect(head).toMatch(/^Content-Type: multipart\/alternative;/m);
    const parts = [
      ...source.matchAll(
        /^Content-Type: text\/(\w+); charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable/gm,
      ),
    ];
    expect(parts.map(([, type]) => type)).toEqual(['plain', 'html']);
  });

  it('says who sends it, that a machine does, and who reads answers', async () => {
    const { head, parsed } = await sent();
    expect(parsed.from?.text).toBe(`"${plan.court.sender.name}" <${plan.court.sender.address}>`);
    expect(parsed.replyTo?.value[0]?.address).toBe(plan.court.helpDesk.email);
    expect(head).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(head).not.toMatch(/^(Precedence|List-|Return-Receipt|Disposition-Notification|X-Mailer)/im);
  });

  it("is dated in the court's zone", async () => {
    expect((await sent()).head).toContain('\r\nDate: Mon, 29 Oct 2018 10:00:00 -0400\r\n');
  });

  it('has a Message-ID of its own in the sender\u2019s domain', async () => {
    const ids = await Promise.all(
      SAMPLES.filter(({ place }) => place === 'first').map(async ({ input: sample, who }) => {
        const filerId = Buffer.from(who).toString('hex').padEnd(16, '0').slice(0, 16);
        const { raw } = await composeEmail({ ...sample, filer: { ...sample.filer, filerId } });
        return (await simpleParser(Buffer.from(raw))).messageId;
      }),
    );
    expect(ids.every((id) => /^<[0-9a-f]{32}@nysb\.uscourts\.gov>$/.test(id ?? ''))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([
    '0100-abc@email.amazonses.com',
    '<0100-abc@email.amazonses.com>',
    '0100-abc@email.\r\n amazonses.com',
  ])('threads under the first notice: %j', async (threadId) => {
    const { head, parsed } = await sent({ threadId });
    expect(parsed.references).toBe('<0100-abc@email.amazonses.com>');
    expect(parsed.inReplyTo).toBe('<0100-abc@email.amazonses.com>');
    expect(head.match(/^References:/gm)).toHaveLength(1);
  });

  it.each([
    ['leave@nysb.uscourts.gov', '<mailto:leave@nysb.uscourts.gov>'],
    ['https://www.nysb.uscourts.gov/leave', '<https://www.nysb.uscourts.gov/leave>'],
  ])('has List-Unsubscribe where the plan says so: %s', async (unsubscribe, header) => {
    const phases = plan.phases.map((phase) =>
      phase.id === input.phase.id ? { ...phase, unsubscribe } : phase,
    );
    const withIt = planSchema.parse({ ...plan, phases });
    expect((await sent({ plan: withIt })).head).toContain(`\r\nList-Unsubscribe: ${header}\r\n`);
    expect((await sent({ plan: withIt, phase: { ...input.phase, id: 'launch-day' } })).head).not.toContain(
      'List-',
    );
  });
});

describe('sesMessageId', () => {
  it.each([
    ['us-east-1', '0100-abc@email.amazonses.com'],
    ['us-gov-west-1', '0100-abc@us-gov-west-1.amazonses.com'],
  ])('names the message as SES in %s does', (region, id) => {
    expect(sesMessageId('0100-abc', region)).toBe(id);
  });
});
