import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { sendLogCsv } from '../../../../local/rehearse/report/send-log.ts';
import { record } from '../../../support/local/record.ts';

const csv = sendLogCsv(record.lines, 'America/New_York');
const lines: Record<string, string>[] = parse(csv, { columns: true, bom: true });

describe('sendLogCsv', () => {
  it('has a line for each filer and run with times as the court’s clocks show them', () => {
    expect(lines).toHaveLength(3);
    expect(lines[0]).toEqual({
      phase: 'notice-1',
      scheduled_for: '2018-07-24T09:00:00-04:00',
      zone: 'America/New_York',
      cmecf_user_id: 'user1',
      last_name: 'Doe',
      first_name: 'Jane',
      user_type: 'attorney',
      firm: '',
      email: 'user1@example.com',
      phone: '',
      state: 'verify-account',
      rule: '14',
      because: 'our records do not say whether the PACER account is upgraded',
      account_state: 'verify-account',
      flags: 'confirm-individual',
      status: 'delivered',
      reason: '',
      status_since: '2018-07-24T09:00:09-04:00',
      sent_at: '2018-07-24T09:00:02-04:00',
      delivered_at: '2018-07-24T09:00:09-04:00',
      bounced_at: '',
      complained_at: '',
      attempt: '1',
      message_id: 'message-user1',
      filer_id: '0000000000000001',
      run_id: 'notice-1_20180724T130000Z',
    });
  });

  it('lets a bounce after the delivery win, and keeps both times', () => {
    expect(lines[1]).toMatchObject({
      status: 'bounced',
      reason: 'Permanent/General',
      delivered_at: '2018-07-24T09:00:10-04:00',
      bounced_at: '2018-07-24T09:04:00-04:00',
    });
  });

  it('defuses cells that a spreadsheet would run', () => {
    expect(lines[1]).toMatchObject({
      last_name: `'=HYPERLINK("http://evil.example")`,
      phone: "'+1 212 555 0100",
    });
  });

  it('says why someone was not emailed', () => {
    expect(lines[2]).toMatchObject({ status: 'skipped', reason: 'unreachable', sent_at: '' });
  });

  it('opens in Excel: a byte order mark, and lines that end in CR LF', () => {
    expect(csv.startsWith('\ufeffphase,')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
  });
});
