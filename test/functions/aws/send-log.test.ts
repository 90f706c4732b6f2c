import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SendLogStore, sendLogStore } from '../../../functions/aws/send-log.ts';
import type { Fact, FactKind } from '../../../functions/domain/send/fact.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { startTables, type Tables } from '../../support/send-tables.ts';

const RUN = 'notice-1_20180724T130000Z';
const OTHER_RUN = 'notice-2_20180823T130000Z';
const FILER = 'cfa1cfa1cfa1cfa1';

let tables: Tables;
let log: SendLogStore;

beforeAll(async () => {
  tables = await startTables();
  log = sendLogStore({ env: tables.env, clock: virtualClock('2018-07-24T13:05:00Z') }, tables.db);
  await log.append([factOf('sent', 'm-1')]);
});
afterAll(() => tables.close());

function factOf(kind: FactKind, messageId?: string, { runId = RUN, attempt = 1 } = {}): Fact {
  const at = '2018-07-24T13:00:00Z';
  return { runId, filerId: FILER, attempt, kind, at, ...(messageId && { messageId }) };
}

describe('withoutKnownSends', () => {
  it('leaves out the event of an email that the log has as sent', async () => {
    const delivered = factOf('delivered', 'm-1');
    expect(await log.withoutKnownSends([factOf('send', 'm-1'), delivered])).toEqual([delivered]);
  });

  it('asks once for an event that comes twice in a batch', async () => {
    expect(await log.withoutKnownSends([factOf('send', 'm-1'), factOf('send', 'm-1')])).toEqual([]);
  });

  it.each([
    ['that SES took twice', factOf('send', 'm-2')],
    ['of an event without a message id', factOf('send')],
    ['of another attempt', factOf('send', 'm-3', { attempt: 2 })],
    ['of another run', factOf('send', 'm-1', { runId: OTHER_RUN })],
  ])('keeps the event of an email %s', async (_, fact) => {
    expect(await log.withoutKnownSends([fact, factOf('send', 'm-1')])).toEqual([fact]);
  });

  it('keeps everything else', async () => {
    const facts = [factOf('bounced', 'm-1'), factOf('unknown')];
    expect(await log.withoutKnownSends(facts)).toEqual(facts);
  });
});
