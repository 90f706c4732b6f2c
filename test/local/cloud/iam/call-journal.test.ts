import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { callJournal } from '../../../../local/cloud/iam/call-journal.ts';
import { recordedCalls } from '../../../support/grants/recorded-calls.ts';

const folder = mkdtempSync(join(tmpdir(), 'crier-calls-'));
afterAll(() => rmSync(folder, { recursive: true }));

const BUCKET = 'arn:aws:s3:::crier-nysb-2018-data-inboxbucket';

describe('the journal of calls', () => {
  it('is kept only where a folder is named', () => {
    expect(callJournal(undefined, { name: 'nysb-2018', sender: 'nysb.uscourts.gov' })).toBeUndefined();
  });

  it('must hold calls before grants are held against it', () => {
    expect(() => recordedCalls(folder)).toThrow('must hold calls that tests made: it holds none');
  });

  it('notes each kind of call once, without the names of the launch', () => {
    const note = callJournal(folder, { name: 'nysb-2018', sender: 'nysb.uscourts.gov' })!;
    const call = { functionId: 'IngestRoster', action: 's3:PutObject', isAllowed: true };
    for (const key of ['reports/roster/a.csv', 'reports/roster/b.csv', 'reports/update/a.csv'])
      note({ ...call, resource: `${BUCKET}/${key}` });
    note({ ...call, resource: `${BUCKET}/reports/roster/a.csv`, isAllowed: false });
    const context = { 'ses:FromAddress': 'clerk@nysb.uscourts.gov' };
    note({ ...call, action: 'ses:SendRawEmail', resource: 'x', context });
    const renamed = 'arn:aws:s3:::crier-launch-data-inboxbucket';
    expect(recordedCalls(folder)).toEqual([
      { ...call, resource: `${renamed}/reports/roster/a.csv` },
      { ...call, resource: `${renamed}/reports/update/a.csv` },
      { ...call, resource: `${renamed}/reports/roster/a.csv`, isAllowed: false },
      {
        ...call,
        action: 'ses:SendRawEmail',
        resource: 'x',
        context: { 'ses:FromAddress': 'clerk@sender.example.gov' },
      },
    ]);
  });

  it('notes a call of a restored table as one of the table that it replaces', () => {
    const other = join(folder, 'restored');
    const restoredTables = { LaunchTable: 'restored-launches', RosterTable: undefined };
    const note = callJournal(other, { name: 'nysb-2018', sender: 'nysb.uscourts.gov', restoredTables })!;
    const call = { functionId: 'Act', action: 'dynamodb:GetItem', isAllowed: true };
    note({ ...call, resource: 'table/restored-launches' });
    expect(recordedCalls(other)).toEqual([{ ...call, resource: 'table/crier-launch-data-LaunchTable' }]);
  });
});
