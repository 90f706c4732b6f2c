import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readSesEvent } from '../../../../functions/record-feedback/ses-event.ts';
import { headersOf } from '../../../../local/cloud/ses/event-details.ts';
import { type Outcome, outcomeOf, sesEvents } from '../../../../local/cloud/ses/events.ts';
import type { OutboxMail } from '../../../../local/cloud/ses/outbox-mail.ts';

const mail: OutboxMail = {
  messageId: '0100-abc-000000',
  at: Temporal.Instant.from('2018-07-24T13:00:00Z'),
  from: 'clerk@nysb.uscourts.gov',
  to: ['jane@example.com'],
  configurationSet: 'crier-nysb-2018',
  tags: { run: 'notice-1_20180724T130000Z', filer: '0123456789abcdef', attempt: '1' },
  raw: Buffer.from(
    'From: clerk@nysb.uscourts.gov\r\nSubject: A long\r\n one\r\nTo: jane@example.com\r\n\r\nSubject: no\r\n',
  ),
};

describe('outcomeOf', () => {
  it.each<[string, Outcome]>([
    ['success@simulator.amazonses.com', 'delivered'],
    ['bounce@simulator.amazonses.com', 'bounced'],
    ['bounce+jane.doe@simulator.amazonses.com', 'bounced'],
    ['complaint@simulator.amazonses.com', 'complained'],
    ['complaint+1@simulator.amazonses.com', 'complained'],
    ['ooto@simulator.amazonses.com', 'out-of-office'],
    ['suppressionlist+x@simulator.amazonses.com', 'on-suppression-list'],
    ['BOUNCE@Simulator.AmazonSES.com', 'bounced'],
    ['other@simulator.amazonses.com', 'delivered'],
    ['bounce@example.com', 'delivered'],
  ])('%s: %s', (address, outcome) => {
    expect(outcomeOf({ ...mail, to: [address] })).toBe(outcome);
  });

  it('rejects the test virus', () => {
    const raw = Buffer.from('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*');
    expect(outcomeOf({ ...mail, raw })).toBe('rejected');
  });
});

describe('sesEvents', () => {
  it.each<[Outcome, string[]]>([
    ['delivered', ['send', 'delivered']],
    ['bounced', ['send', 'bounced Permanent/General']],
    ['forward-bounced', ['send', 'bounced Permanent/General']],
    ['on-suppression-list', ['send', 'bounced Permanent/Suppressed']],
    ['soft-bounced', ['send', 'soft-bounced Transient/MailboxFull']],
    ['out-of-office', ['send', 'delivered', 'soft-bounced Transient/General']],
    ['complained', ['send', 'delivered', 'complained abuse']],
    ['delayed', ['send', 'delayed TransientCommunicationFailure']],
    ['rejected', ['send', 'rejected Reject']],
    ['silent', ['send']],
  ])('%s: our own reader finds %j', (outcome, expected) => {
    const facts = sesEvents(mail, { outcome }).map(({ event }) => {
      const news = readSesEvent(event, mail.at);
      const send = { runId: mail.tags.run, filerId: mail.tags.filer, attempt: 1 };
      expect(news?.about).toEqual({ of: 'send', send });
      return [news?.kind, news?.reason].filter(Boolean).join(' ');
    });
    expect(facts).toEqual(expected);
  });

  it('names who is to be suppressed only where SES gave up, or the filer complained', () => {
    const suppressed = (outcome: Outcome) =>
      sesEvents(mail, { outcome }).flatMap(({ event }) => {
        const news = readSesEvent(event, mail.at);
        return news?.suppress ? [...new Set(news.named)] : [];
      });
    for (const outcome of ['bounced', 'on-suppression-list', 'complained'] as const) {
      expect(suppressed(outcome)).toEqual(['jane@example.com']);
    }
    expect(suppressed('forward-bounced')).toEqual(['jane@example.com', 'behind@elsewhere.example']);
    for (const outcome of ['soft-bounced', 'out-of-office', 'delayed', 'delivered'] as const) {
      expect(suppressed(outcome)).toEqual([]);
    }
  });

  it('says when, under which name, and by which configuration set', () => {
    const [sent, delivered] = sesEvents(mail, {
      outcome: 'delivered',
      delays: {
        Send: 1,
        Delivery: 2.5,
        Bounce: 0,
        Reject: 0,
        Complaint: 0,
        DeliveryDelay: 0,
        Reply: 0,
      },
    });
    expect(sent?.event.detailType).toBe('Email Sent');
    expect(delivered?.event.detailType).toBe('Email Delivered');
    expect(delivered?.at.toString()).toBe('2018-07-24T13:00:02.5Z');
    expect(delivered?.event.detail).toMatchObject({
      eventType: 'Delivery',
      delivery: { timestamp: '2018-07-24T13:00:02.500Z', recipients: ['jane@example.com'] },
      mail: {
        timestamp: '2018-07-24T13:00:00.000Z',
        messageId: '0100-abc-000000',
        destination: ['jane@example.com'],
        commonHeaders: { subject: 'A long one' },
        tags: { 'ses:configuration-set': ['crier-nysb-2018'], filer: ['0123456789abcdef'] },
      },
    });
  });
});

describe('headersOf', () => {
  it('unfolds the lines before the first empty one', () => {
    expect(headersOf(mail.raw)).toEqual([
      { name: 'From', value: 'clerk@nysb.uscourts.gov' },
      { name: 'Subject', value: 'A long one' },
      { name: 'To', value: 'jane@example.com' },
    ]);
  });
});
