import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FACT_KINDS } from '../../../functions/domain/send/fact.ts';
import { FACTS, foldStatus, SEND_STATUSES } from '../../../functions/domain/send/status.ts';
import { cursorOf } from '../../../functions/lib/cursor.ts';
import { attentionPage } from '../../../functions/queries/attention-page.ts';
import { sendsPage } from '../../../functions/queries/sends-page.ts';
import { factsOf, idAt, type MadeSend, pageServices, stateAt, writeLog } from '../../support/builders/log.ts';
import { draws } from '../../support/outside.ts';
import { startTables, type Tables } from '../../support/send-tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.close());

const kinds = fc.uniqueArray(fc.constantFrom(...FACT_KINDS.filter((kind) => kind !== 'skipped')), {
  maxLength: 3,
});
const attempts = fc.oneof(
  { weight: 5, arbitrary: kinds.map((first) => [first]) },
  { weight: 1, arbitrary: fc.constant([['skipped' as const]]) },
  { weight: 1, arbitrary: fc.constant([] as never[]) },
  { weight: 1, arbitrary: fc.tuple(fc.constant(['failed' as const]), kinds) },
);
const logs = fc
  .array(attempts, { maxLength: 40 })
  .map((all) =>
    all.map((one, n): MadeSend => ({ filerId: idAt(n, all.length), state: stateAt(n), attempts: one })),
  );

let made = 0;

const foldOf = (send: MadeSend) => foldStatus(factsOf('', send), Math.max(1, send.attempts.length));

describe('sendsPage', () => {
  it('gives every send that a filter means once, whatever the size of a page and of the work', async () => {
    await fc.assert(
      fc.asyncProperty(
        logs,
        fc.record({
          limit: fc.integer({ min: 1, max: 12 }),
          maxRead: fc.integer({ min: 1, max: 30 }),
          status: fc.option(fc.constantFrom(...SEND_STATUSES), { nil: undefined }),
          state: fc.option(fc.constantFrom(stateAt(0), stateAt(1)), { nil: undefined }),
        }),
        async (sends, { limit, maxRead, status, state }) => {
          const runId = `notice-${++made}_20180724T130000Z`;
          await writeLog({ runId, sends }, tables);
          const services = pageServices(tables.env, tables.db);
          const found: string[] = [];
          for (let cursor: string | null | undefined; cursor !== null; ) {
            const page = await sendsPage({ runId, status, state }, { cursor, limit, maxRead, services });
            if (!page.ok) throw new Error(page.refused);
            expect(page.lines.length).toBeLessThanOrEqual(limit);
            found.push(...page.lines.map((line) => `${line.filerId} ${line.status} ${line.state}`));
            cursor = page.next;
          }
          const expected = sends
            .map((send) => ({ send, status: foldOf(send).status }))
            .filter((one) => status === undefined || one.status === status)
            .filter(({ send }) => state === undefined || send.state === state);
          expect(found).toEqual(expected.map((one) => `${one.send.filerId} ${one.status} ${one.send.state}`));
        },
      ),
      { numRuns: draws(60) },
    );
  });

  it.each([
    ['nonsense', 'nonsense'],
    ['another list', cursorOf('attention', { after: '0'.repeat(16) })],
    ['another run', cursorOf('sends other_20180724T130000Z  ', { after: '0'.repeat(16) })],
    ['a place that is no id', cursorOf('sends tampered_20180724T130000Z  ', { after: 'version' })],
    [
      'more than a place',
      cursorOf('sends tampered_20180724T130000Z  ', { after: '0'.repeat(16), pk: 'plan' }),
    ],
    ['far too much', 'A'.repeat(10_000)],
  ])('refuses a cursor that is %s', async (_what, cursor) => {
    const runId = 'tampered_20180724T130000Z';
    await writeLog({ runId, sends: [] }, tables);
    const page = await sendsPage({ runId }, { cursor, services: pageServices(tables.env, tables.db) });
    expect(page).toEqual({
      ok: false,
      refused: 'This page’s address isn’t one that Crier made: start at the first page',
    });
  });

  it('says about an unknown run that there is none', async () => {
    const page = await sendsPage({ runId: 'nobody' }, { services: pageServices(tables.env, tables.db) });
    expect(page).toEqual({ ok: false, refused: 'There is no run nobody' });
  });
});

describe('attentionPage', () => {
  it('gives every send whose deciding fact needs a person once, newest first, and no settled one', async () => {
    await fc.assert(
      fc.asyncProperty(logs, fc.integer({ min: 1, max: 9 }), async (sends, limit) => {
        const own = await startTables();
        try {
          await writeLog({ runId: 'a_20180724T130000Z', sends }, own);
          await writeLog({ runId: 'b_20180724T130000Z', sends: sends.slice(0, 9) }, own);
          const services = pageServices(own.env, own.db);
          const found: { at: string; of: string }[] = [];
          for (let cursor: string | null | undefined; cursor !== null; ) {
            const page = await attentionPage({ cursor, limit, maxRead: 3 * limit, services });
            if (!page.ok) throw new Error(page.refused);
            expect(page.lines.length).toBeLessThanOrEqual(limit);
            found.push(...page.lines.map((line) => ({ at: line.at!, of: `${line.runId} ${line.filerId}` })));
            cursor = page.next;
          }
          const expected = [
            ...sends.map((send) => ({ run: 'a', send })),
            ...sends.slice(0, 9).map((send) => ({ run: 'b', send })),
          ].flatMap(({ run, send }) => {
            const { fact } = foldOf(send);
            return fact && FACTS[fact.kind].attention ? `${run}_20180724T130000Z ${send.filerId}` : [];
          });
          expect(found.map(({ of }) => of).sort()).toEqual(expected.sort());
          expect(found.map(({ at }) => at)).toEqual(
            found
              .map(({ at }) => at)
              .sort()
              .reverse(),
          );
        } finally {
          await own.close();
        }
      }),
      { numRuns: draws(20) },
    );
  });
});
