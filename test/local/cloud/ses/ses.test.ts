import { GetSendQuotaCommand, type SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sesMailer } from '../../../../functions/aws/ses.ts';
import type { SesAnswer } from '../../../../functions/domain/send/share-outcome.ts';
import { type VirtualClock, virtualClock } from '../../../../local/cloud/clock/clock.ts';
import { type Ses, type SesFault, type SesOptions, startSes } from '../../../../local/cloud/ses/ses.ts';
import { clientsOf } from '../../../support/clients.ts';

const RAW = Buffer.from(
  'From: c@nysb.uscourts.gov\r\nTo: a@example.com\r\nSubject: Hello\r\n\r\nBody \u00fc\u0000\r\n.\r\n',
);
const ENV = { CRIER_CONFIGURATION_SET: 'crier-nysb-2018' };
const tags = { run: 'notice-1_20180724T130000Z', filer: '0123456789abcdef', attempt: 1 };

let clock: VirtualClock;
let ses: Ses;
let client: SESClient;

async function begin(options: Partial<SesOptions> = {}): Promise<void> {
  await ses?.close();
  clock = virtualClock('2018-07-24T13:00:00Z');
  ses = await startSes({ clock, configurationSets: new Set(['crier-nysb-2018']), ...options });
  client = clientsOf(ses.url).ses;
}
beforeEach(() => begin());
afterEach(() => ses.close());

const send = (to = 'a@example.com', raw: Uint8Array = RAW) =>
  sesMailer(ENV, client).send({ from: 'c@nysb.uscourts.gov', to, raw, tags });

describe('SendRawEmail', () => {
  it('keeps the email byte for byte, with who it is for and its tags', async () => {
    const answer = await send();
    expect(ses.outbox).toHaveLength(1);
    const [mail] = ses.outbox;
    expect(answer).toEqual({ outcome: 'sent', messageId: mail?.messageId });
    expect(Buffer.from(mail!.raw).equals(RAW)).toBe(true);
    expect(mail).toMatchObject({
      from: 'c@nysb.uscourts.gov',
      to: ['a@example.com'],
      configurationSet: 'crier-nysb-2018',
      tags: { run: 'notice-1_20180724T130000Z', filer: '0123456789abcdef', attempt: '1' },
    });
    expect(mail?.at.toString()).toBe('2018-07-24T13:00:00Z');
  });

  it('takes no more than the rate in any second', async () => {
    await begin({ maxSendRate: 3 });
    const answers: SesAnswer['outcome'][] = [];
    for (let mail = 0; mail < 4; mail++) answers.push((await send()).outcome);
    expect(answers).toEqual(['sent', 'sent', 'sent', 'throttled']);
    await clock.sleep(999);
    expect((await send()).outcome).toBe('throttled');
    await clock.sleep(1);
    expect((await send()).outcome).toBe('sent');
  });

  it('takes no more than the quota in any day', async () => {
    await begin({ max24HourSend: 2 });
    await send();
    await send();
    expect(await send()).toEqual({ outcome: 'refused-all', reason: 'ses-daily-quota' });
    await clock.sleep(24 * 3600 * 1000);
    expect((await send()).outcome).toBe('sent');
  });

  it("says the rate and the quota in SES's own words under one code", async () => {
    const command = new SendRawEmailCommand({
      Source: 'c@nysb.uscourts.gov',
      Destinations: ['a@example.com'],
      RawMessage: { Data: RAW },
    });
    await begin({ maxSendRate: 0 });
    await expect(client.send(command)).rejects.toMatchObject({
      name: 'Throttling',
      message: 'Maximum sending rate exceeded.',
    });
    await begin({ max24HourSend: 0 });
    await expect(client.send(command)).rejects.toMatchObject({
      name: 'Throttling',
      message: 'Daily message quota exceeded.',
    });
  });

  it('refuses a configuration set that does not exist', async () => {
    await begin({ configurationSets: new Set(['other']) });
    expect(await send()).toEqual({ outcome: 'refused-all', reason: 'ses-configuration-set-missing' });
  });

  it('refuses strangers in the sandbox, but not the simulator', async () => {
    await begin({ sandbox: ['clerk@example.org', 'example.net'] });
    expect(await send('a@example.com')).toEqual({ outcome: 'refused-all', reason: 'ses-not-verified' });
    for (const to of ['clerk@example.org', 'b@example.net', 'bounce@simulator.amazonses.com']) {
      expect((await send(to)).outcome).toBe('sent');
    }
  });

  it.each([
    ['a tag with a colon', { Tags: [{ Name: 'run', Value: 'a:b' }] }],
    ['no one to send to', { Destinations: [] }],
    ['an address without a domain', { Destinations: ['clerk'] }],
    ['an empty message', { RawMessage: { Data: Buffer.from('') } }],
  ])('refuses %s', async (_, wrong) => {
    const command = new SendRawEmailCommand({
      Source: 'c@nysb.uscourts.gov',
      Destinations: ['a@example.com'],
      RawMessage: { Data: RAW },
      ...wrong,
    });
    await expect(client.send(command)).rejects.toMatchObject({ name: 'InvalidParameterValue' });
    expect(ses.outbox).toEqual([]);
  });

  it.each<[string, SesFault, SesAnswer, number]>([
    [
      'a 503 after SES took it',
      { kind: 'server-error', accepted: true },
      { outcome: 'unknown', reason: 'ses-503' },
      1,
    ],
    ['a 503 before', { kind: 'server-error', accepted: false }, { outcome: 'unknown', reason: 'ses-503' }, 0],
    [
      'a broken connection',
      { kind: 'reset', accepted: true },
      { outcome: 'unknown', reason: 'ses-ECONNRESET' },
      1,
    ],
    [
      'a definite no',
      { kind: 'refuse', code: 'MessageRejected', message: 'Bad content' },
      { outcome: 'failed', reason: 'ses-MessageRejected' },
      0,
    ],
  ])('plays %s', async (_, fault, answer, taken) => {
    await begin({ fault: () => fault });
    expect(await send()).toEqual(answer);
    expect(ses.outbox).toHaveLength(taken);
  });

  it('tells who takes emails off it, and asks for faults email by email', async () => {
    const accepted: string[] = [];
    await begin({
      fault: ({ to }) => (to[0] === 'b@example.com' ? { kind: 'reset', accepted: false } : null),
      onAccepted: ({ to }) => accepted.push(...to),
    });
    for (const to of ['a@example.com', 'b@example.com', 'c@example.com']) await send(to);
    expect(accepted).toEqual(['a@example.com', 'c@example.com']);
  });
});

describe('GetSendQuota', () => {
  it('counts what was sent', async () => {
    await begin({ maxSendRate: 14, max24HourSend: 200 });
    await send();
    expect(await client.send(new GetSendQuotaCommand({}))).toMatchObject({
      Max24HourSend: 200,
      MaxSendRate: 14,
      SentLast24Hours: 1,
    });
    await clock.sleep(24 * 3600 * 1000);
    expect((await client.send(new GetSendQuotaCommand({}))).SentLast24Hours).toBe(0);
  });
});
