import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foldStatus } from '../../../functions/domain/send/status.ts';
import { isBadMailbox } from '../../../functions/record-feedback/release-secondary.ts';
import { feedbackOf, sesEventSchema } from '../../../functions/record-feedback/ses-event.ts';
import { EVENTS, type EventRow } from '../../support/ses-events.ts';

const TAGS = {
  'ses:configuration-set': ['crier'],
  run: ['notice-1_20180724T130000Z'],
  filer: ['0123456789abcdef'],
  attempt: ['1'],
};

function read({ eventType, part }: EventRow, tags: unknown = TAGS) {
  const mail = { timestamp: '2018-07-24T13:00:01.000Z', messageId: '0100-m', destination: ['x'], tags };
  return feedbackOf(sesEventSchema.parse({ source: 'aws.ses', detail: { eventType, mail, ...part } }));
}

describe('feedbackOf', () => {
  it.each(EVENTS)('reads $event as $fact', (row) => {
    const feedback = read(row);
    if (row.fact === '-') return expect(feedback).toBeNull();
    expect(feedback?.fact).toMatchObject({
      runId: 'notice-1_20180724T130000Z',
      filerId: '0123456789abcdef',
      attempt: 1,
      kind: row.fact,
      messageId: '0100-m',
    });
    expect(feedback?.fact.reason ?? '-').toBe(row.reason);
    expect(feedback?.suppress.map(({ why }) => why.reason)).toEqual(
      row.suppressed === '-' ? [] : [row.suppressed],
    );
    expect(foldStatus([feedback!.fact]).status).toBe(row.status);
    expect(isBadMailbox(feedback!.fact)).toBe(row.secondary);
  });

  it('keeps addresses out of the fact', () => {
    for (const row of EVENTS) expect(JSON.stringify(read(row)?.fact ?? null)).not.toContain('@');
  });

  it("passes by an email that isn't ours", () => {
    expect(read(EVENTS[0]!, {})).toBeNull();
  });

  it('refuses what SES never said, so that somebody looks', () => {
    expect(() => read({ ...EVENTS[0]!, eventType: 'Telegram' })).toThrow();
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
