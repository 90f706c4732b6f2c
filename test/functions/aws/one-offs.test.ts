import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneOffStore } from '../../../functions/aws/one-offs.ts';
import { personActor } from '../../../functions/domain/actor.ts';
import { type OneOff, oneOffId } from '../../../functions/domain/run/one-off.ts';
import { startTables, type Tables } from '../../support/send-tables.ts';

const AT = '2018-07-24T13:00:00Z';
const [ANN, BO] = ['a'.repeat(16), 'b'.repeat(16)];
const DRAFT: OneOff = {
  id: oneOffId('1a2b3c4d'),
  createdAt: AT,
  revision: 1,
  subject: 'Office closed',
  text: 'We are closed.',
  made: { html: '<p>We are closed.</p>', text: 'We are closed.' },
  group: { by: 'list', filerIds: [ANN!, BO!] },
  authors: ['clara'],
  by: personActor({ id: 'clara' }),
  at: AT,
};

let tables: Tables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.close());

describe('oneOffStore', () => {
  it('keeps a discarded draft for the record alone, and takes an erased filer out of it', async () => {
    const store = oneOffStore(tables.env, tables.db);
    const discarded = { ...DRAFT, discardedAt: AT };
    expect([await store.create(DRAFT), await store.replace(discarded, 1)]).toEqual([true, true]);
    expect([await store.all(), await store.read(DRAFT.id)]).toEqual([[], null]);
    expect(await store.everyOne()).toEqual([discarded]);
    await store.eraseFiler(ANN!);
    expect(await store.everyOne()).toEqual([{ ...discarded, group: { by: 'list', filerIds: [BO] } }]);
  });
});
