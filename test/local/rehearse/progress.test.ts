import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { LogLine } from '../../../local/cloud/lambda/functions.ts';
import { progress } from '../../../local/rehearse/progress.ts';
import { plan } from '../../support/local/record.ts';

function line(at: string, code: string, fields: LogLine['fields']): LogLine {
  return { at: Temporal.Instant.from(at), functionId: 'Sweep', level: 'INFO', code, fields };
}

/** What a screen shows of a short launch. */
function shownOn(isTTY: boolean): string {
  let shown = '';
  const onlooker = progress({ isTTY, columns: 60, write: (text: string) => (shown += text) });
  onlooker.begins(plan);
  onlooker.uploaded('roster.csv', '2018-07-23T14:00:00Z', 1);
  onlooker.logged(
    line('2018-07-24T13:00:00Z', 'phase-started', { run: 'notice-1_x', mailable: 2, skipped: 1 }),
  );
  onlooker.sent();
  onlooker.sent();
  onlooker.logged(
    line('2018-07-24T13:05:00Z', 'phase-completed', {
      run: 'notice-1_x',
      skipped: 1,
      bounced: 1,
      delivered: 1,
    }),
  );
  for (const [at, reason] of [
    ['2018-10-24T14:00:00Z', 'progress-stale'],
    ['2018-10-26T14:00:00Z', 'expired'],
  ] as const) {
    onlooker.logged(line(at, 'phase-held', { phase: 'follow-up-1', reason }));
  }
  onlooker.released('launch-day', { at: '2018-10-22T13:00:00Z', why: 'Filing is open' });
  return shown;
}

describe('progress', () => {
  it('writes a line for whatever has ended, and tells about a hold once', () => {
    expect(shownOn(false).split('\n')).toEqual([
      'Rehearsing nysb-2018: United States Bankruptcy Court for the Southern District of New York. All times are in Eastern Time.',
      'Mon, Jul 23, 2018, 10:00 a.m. EDT  the clerk uploads roster.csv, 1 row skipped',
      'Tue, Jul 24, 2018, 9:05 a.m. EDT   notice-1: 1 delivered, 1 bounced, 1 not sent',
      'Wed, Oct 24, 2018, 10:00 a.m. EDT  follow-up-1 waits: link status is out of date: an update with link_status must be uploaded first',
      'Mon, Oct 22, 2018, 9:00 a.m. EDT   the clerk releases launch-day: Filing is open',
      '',
    ]);
  });

  it('shows on a terminal that a phase starts, on a line of its own that goes again', () => {
    expect(shownOn(true)).toContain(
      '\r\u001b[2KTue, Jul 24, 2018, 9:00 a.m. EDT   notice-1 starts\r\u001b[2K',
    );
  });
});
