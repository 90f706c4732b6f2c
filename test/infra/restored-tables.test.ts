import { describe, expect, it } from 'vitest';
import { ENV } from '../../functions/lib/env.ts';
import type { Settings } from '../../infra/settings.ts';
import { resourceOf, resourcesOf, synthesize, type Template, textOf } from '../support/synthesize.ts';

const RESTORED: Pick<Settings, 'restoredTables' | 'restoredTo'> = {
  restoredTables: {
    LaunchTable: 'launch-restored',
    RosterTable: 'roster-restored',
    DeliveryTable: 'delivery-restored',
    SendLogTable: 'send-log-restored',
    SuppressionTable: 'suppression-restored',
  },
  restoredTo: '2018-07-24T12:55:00Z',
};
const before = synthesize();
const after = synthesize(RESTORED);

/** Values of a variable, over all functions. */
function valuesOf({ pipeline }: typeof before, name: string): unknown[] {
  const functions = resourcesOf(pipeline, 'AWS::Lambda::Function');
  const values = functions.map(([, { Properties }]) => Properties.Environment.Variables[name]);
  return [...new Set(values.filter((value) => value !== undefined))];
}

describe('restored tables', () => {
  it.each([
    [ENV.launchTable, 'launch-restored'],
    [ENV.rosterTable, 'roster-restored'],
    [ENV.deliveryTable, 'delivery-restored'],
    [ENV.sendLogTable, 'send-log-restored'],
    [ENV.suppressionTable, 'suppression-restored'],
  ])('are used by every function: %s', (name, table) => {
    expect(valuesOf(after, name)).toEqual([table]);
  });

  it('leave roles, alarms and dashboard without the tables that they replace', () => {
    const text = JSON.stringify(after.pipeline);
    expect(text).not.toMatch(/ImportValue":"[^"]*(Launch|Roster|Delivery|SendLog|Suppression)Table/);
    expect(text).toMatch(/ImportValue":"[^"]*SessionTable/);
    expect(text).toContain(':table/send-log-restored/index/attention');
    expect(text).toContain('{"Name":"TableName","Value":"delivery-restored"}');
  });

  it('leave the data stack as it is: nothing is replaced, and no export goes that the pipeline still imports', () => {
    const others = ({ Resources }: Template) =>
      Object.entries(Resources).filter(([id]) => !id.startsWith('Backup'));
    expect(others(after.data)).toEqual(others(before.data));
    expect(Object.values(after.data.Outputs).map(({ Export }) => Export?.Name)).toEqual(
      expect.arrayContaining(Object.values(before.data.Outputs).map(({ Export }) => Export?.Name)),
    );
  });

  it('are backed up instead of those that they replace: a job for a deleted table would fail', () => {
    const some = synthesize({ ...RESTORED, restoredTables: { DeliveryTable: 'delivery-restored' } });
    const { Resources } = resourceOf(some.data, 'BackupSelection').Properties.BackupSelection;
    const own = (id: string) => `<${id}.Arn>`;
    expect(Resources.map(textOf)).toEqual([
      own('LaunchTable'),
      own('RosterTable'),
      'arn:<AWS::Partition>:dynamodb:<AWS::Region>:<AWS::AccountId>:table/delivery-restored',
      own('SendLogTable'),
      own('SuppressionTable'),
    ]);
    const policy = JSON.stringify(resourcesOf(some.data, 'AWS::IAM::Policy'));
    expect(policy).toContain(':table/delivery-restored');
    expect(policy).not.toContain('"DeliveryTable"');
  });

  it('can be some of them', () => {
    const some = synthesize({ ...RESTORED, restoredTables: { SuppressionTable: 'suppression-restored' } });
    expect(valuesOf(some, ENV.suppressionTable)).toEqual(['suppression-restored']);
    expect(valuesOf(some, ENV.launchTable)).toEqual(valuesOf(before, ENV.launchTable));
  });

  it('give the functions a value of their own for each restore, by which they hold everything', () => {
    const again = synthesize({ ...RESTORED, restoredTo: '2018-07-24T12:56:00Z' });
    const [none, first, second] = [before, after, again].map((one) => valuesOf(one, ENV.restored));
    expect(none).toEqual(['no']);
    expect(first).toEqual([expect.stringMatching(/^[0-9a-f]{12}$/)]);
    expect(second).not.toEqual(first);
  });

  it.each([
    [{ restoredTo: RESTORED.restoredTo }, 'restoredTo must be given if restoredTables are'],
    [{ restoredTables: RESTORED.restoredTables }, 'restoredTo must be given if restoredTables are'],
    [{ ...RESTORED, restoredTo: 'yesterday' }, 'restoredTo must be an instant in UTC'],
    [{ ...RESTORED, restoredTables: { SessionTable: 'x-restored' } }, 'SessionTable'],
  ])('are refused when %j is given', (settings, message) => {
    expect(() => synthesize(settings as Partial<Settings>)).toThrow(message);
  });
});
