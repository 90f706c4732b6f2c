import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../functions/domain/send/fact.ts';
import { foldStatus } from '../../../functions/domain/send/status.ts';
import { isBadMailbox } from '../../../functions/record-feedback/release-secondary.ts';
import { readSesEvent, type SesNews } from '../../../functions/record-feedback/ses-event.ts';
import { anyEvent } from '../../support/any-ses-event.ts';
import { EVENTS, type EventRow } from '../../support/ses-events.ts';

const NOW = Temporal.Instant.from('2018-07-24T13:10:00Z');
const SEND = { runId: 'notice-1_20180724T130000Z', filerId: '0123456789abcdef', attempt: 1 };
const TAGS = { 'ses:configuration-set': ['crier'], run: [SEND.runId], filer: [SEND.filerId], attempt: ['1'] };
const MAIL = {
  timestamp: '2018-07-24T13:00:01.000Z',
  messageId: '0100-m',
  destination: ['Ana <ana.ruiz@example.com>'],
  tags: TAGS,
};

function read({ eventType, part }: Pick<EventRow, 'eventType' | 'part'>, mail: object = {}): SesNews | null {
  return readSesEvent({ source: 'aws.ses', detail: { eventType, mail: { ...MAIL, ...mail }, ...part } }, NOW);
}
const complaint = (content: unknown) => read({ eventType: 'Complaint', part: { complaint: content } });
const bounce = (content: object) =>
  read({ eventType: 'Bounce', part: { bounce: { bounceType: 'Permanent', ...content } } });

describe('readSesEvent', () => {
  it.each(EVENTS)('reads $event as $fact', (row) => {
    const news = read(row);
    if (row.fact === '-') return expect(news).toBeNull();
    expect(news).toMatchObject({ about: { of: 'send', send: SEND }, kind: row.fact, messageId: '0100-m' });
    expect(news?.reason ?? '-').toBe(row.reason);
    expect(news?.suppress ?? '-').toBe(row.suppressed);
    const fact: Fact = { ...SEND, kind: news!.kind, at: news!.at };
    expect(foldStatus([fact]).status).toBe(row.status);
    expect(isBadMailbox(news!)).toBe(row.secondary);
  });

  it('names where the email went first, then whom the event reports, without decoration', () => {
    const { named } = bounce({
      bouncedRecipients: [{ emailAddress: '"Filer" <Ann@example.org>' }, {}, null],
    })!;
    expect(named).toEqual(['ana.ruiz@example.com', 'Ann@example.org']);
    expect(bounce({ bouncedRecipients: 'ann' })!.named).toEqual(['ana.ruiz@example.com']);
  });

  it.each([
    ['jane@example.com', 'other'],
    ['x'.repeat(65), 'other'],
    ['<b>', 'other'],
    [7, 'other'],
    [['abuse'], 'other'],
    ['virus', 'virus'],
    [null, 'complaint'],
  ])('takes a complaint of the type %j as %s', (complaintFeedbackType, reason) => {
    expect(complaint({ complaintFeedbackType })).toMatchObject({ kind: 'complained', reason });
  });

  it.each([undefined, null, 'spam', []])(
    'takes a complaint all the same when its details are %j',
    (content) => {
      expect(complaint(content)).toMatchObject({ kind: 'complained', suppress: 'complaint' });
    },
  );

  it.each([
    ['2018-07-24T13:00:07.123Z', '2018-07-24T13:00:07.123Z'],
    ['2018-07-24T09:00:07-04:00', '2018-07-24T13:00:07.000Z'],
    ['2018-07-24T13:00:07.1234567891Z', '2018-07-24T13:10:00.000Z'],
    ['2018-07-25T13:00:00Z', '2018-07-25T13:00:00.000Z'],
    ['2018-07-25T13:11:00Z', '2018-07-24T13:10:00.000Z'],
    ['9999-12-31T23:59:59Z', '2018-07-24T13:10:00.000Z'],
    ['0001-01-01T00:00:00Z', '2018-07-24T13:10:00.000Z'],
    ['2018-02-30T00:00:00Z', '2018-07-24T13:10:00.000Z'],
    ['yesterday', '2018-07-24T13:10:00.000Z'],
    [1532437200000, '2018-07-24T13:10:00.000Z'],
    [undefined, '2018-07-24T13:10:00.000Z'],
  ])('takes the time %j as %s', (timestamp, at) => {
    expect(bounce({ timestamp })!.at).toBe(at);
  });

  it.each(['a\r\nBcc: x@y.gov', 'x'.repeat(101), '', 7, null])(
    'leaves out the message id %j',
    (messageId) => {
      expect(read(EVENTS[0]!, { messageId })).not.toHaveProperty('messageId');
    },
  );

  it('refuses what SES never said, so that a person looks', () => {
    expect(() => read({ ...EVENTS[0]!, eventType: 'Telegram' })).toThrow();
    expect(() => bounce({ bounceType: 7 })).toThrow('its type must be a text');
    for (const event of [null, 7, 'x', [], {}, { source: 'aws.s3' }, { source: 'aws.ses', detail: 7 }]) {
      expect(() => readSesEvent(event, NOW)).toThrow();
    }
  });

  it('reads whatever comes into short codes, ids and instants, or refuses it', () => {
    fc.assert(
      fc.property(anyEvent({ runs: [SEND.runId], filers: [SEND.filerId] }), (event) => {
        const news = readSesEvent(event, NOW);
        if (!news) return;
        const { named, ...noted } = news;
        expect(JSON.stringify(noted)).not.toContain('@');
        expect(JSON.stringify(noted).length).toBeLessThan(1_000);
        expect(named.length).toBeLessThanOrEqual(100);
        expect(Temporal.Instant.from(news.at).epochMilliseconds).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('docs/feedback.md', () => {
  it('holds the same table', () => {
    const lines = EVENTS.map(
      ({ event, fact, reason, status, suppressed, secondary }) =>
        `| ${event} | ${fact} | ${reason} | ${status} | ${suppressed} | ${secondary ? 'yes' : '-'} |`,
    );
    const found = readFileSync('docs/feedback.md', 'utf8')
      .split('\n')
      .filter((line) =>
        /^\| (Send|Delivery|Reject|Bounce|Complaint|Open|Click|Subscription|Rendering)/.test(line),
      );
    expect(found).toEqual(lines);
  });
});
