import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { type PlanDraftStore, planDraftStore } from '../../../functions/aws/plan-drafts.ts';
import { discardDraft, saveDraft, startDraft } from '../../../functions/commands/plan-draft.ts';
import type { AuditEntry } from '../../../functions/domain/audit-entry.ts';
import { ENV } from '../../../functions/lib/env.ts';
import { aDatabase, type TestDatabase } from '../../support/database.ts';

const NOW = Temporal.Instant.from('2018-07-01T13:00:00Z');
const PLAN = { court: { name: 'Any court', phone: '1' } };
const PHONE = ['court', 'phone'];

let database: TestDatabase;
let entries: AuditEntry[];

beforeEach(async () => {
  database = await aDatabase(1);
  entries = [];
  return () => database.close();
});

function context(planDrafts: PlanDraftStore = store()) {
  const put = async (entry: AuditEntry) => void entries.push(entry);
  const clock = { now: () => NOW, sleep: async () => {} };
  const requestId = `request-${entries.length}`;
  return { services: { planDrafts, clock, auditLog: { put, putOnce: put } }, requestId };
}

function store(): PlanDraftStore {
  return planDraftStore({ [ENV.launchTable]: database.tables[0]! }, database.db);
}

/** A store that has another person save first, once. */
function raced(race: () => Promise<unknown>): PlanDraftStore {
  const { read, put } = store();
  let isFirst = true;
  return {
    read,
    put: async (...state) => {
      if (isFirst) {
        isFirst = false;
        await race();
      }
      return put(...state);
    },
  };
}

const start = (by: string, planDrafts?: PlanDraftStore) =>
  startDraft({ plan: PLAN, base: null, by }, context(planDrafts));
const save = (by: string, value: string, seen: number) =>
  saveDraft({ by, seen, changes: [{ path: PHONE, value }] }, context());
const steps = () => entries.map(({ act }) => act);

describe('a draft of the plan', () => {
  it('is there for everyone once one person has started it', async () => {
    expect(await store().read()).toEqual({ revision: 0, draft: null });
    const draft = await start('clerk-1');
    expect(draft).toMatchObject({ revision: 1, plan: PLAN });
    expect(await start('clerk-2')).toEqual(draft);
    expect((await store().read()).draft).toEqual(draft);
    expect(entries).toHaveLength(1);
  });

  it('is started once where two people start it at the same moment', async () => {
    const draft = await start(
      'clerk-2',
      raced(() => start('clerk-1')),
    );
    expect(draft.authors).toEqual(['clerk-1']);
    expect(entries).toHaveLength(1);
  });

  it('keeps what is saved, and records who changed which member', async () => {
    await start('clerk-1');
    expect(await save('clerk-2', '2', 1)).toMatchObject({ result: 'saved', draft: { revision: 2 } });
    const { draft } = await store().read();
    expect(draft).toMatchObject({
      plan: { court: { name: 'Any court', phone: '2' } },
      authors: ['clerk-1', 'clerk-2'],
    });
    expect(entries.at(-1)).toEqual({
      at: '2018-07-01T13:00:00Z',
      requestId: 'request-1',
      act: {
        act: 'draft',
        step: 'save',
        members: ['court.phone'],
        by: { kind: 'person', id: 'clerk-2' },
        why: '',
      },
      before: ['draft-1'],
      after: ['draft-2'],
    });
  });

  it('records nothing where nothing changes', async () => {
    await start('clerk-1');
    expect(await save('clerk-2', '1', 1)).toMatchObject({ result: 'saved', draft: { revision: 1 } });
    expect(entries).toHaveLength(1);
  });

  it('tells the second of two people who change one member, and keeps the first’s', async () => {
    await start('clerk-1');
    await save('clerk-1', '2', 1);
    expect(await save('clerk-2', '3', 1)).toMatchObject({
      result: 'conflict',
      conflicts: [{ path: PHONE, value: '3', current: '2', edit: { by: { id: 'clerk-1' } } }],
    });
    expect((await store().read()).draft).toMatchObject({ plan: { court: { phone: '2' } } });
    expect(await save('clerk-2', '3', 2), 'after seeing it').toMatchObject({ result: 'saved' });
  });

  it('merges two people’s changes that are saved at the same moment', async () => {
    await start('clerk-1');
    const name = { path: ['court', 'name'], value: 'Another court' };
    const planDrafts = raced(() => save('clerk-1', '2', 1));
    await saveDraft({ by: 'clerk-2', seen: 1, changes: [name] }, context(planDrafts));
    const { draft } = await store().read();
    expect(draft?.plan).toEqual({ court: { name: 'Another court', phone: '2' } });
  });

  it('is discarded only as the person saw it, and never counts backward', async () => {
    await start('clerk-1');
    await save('clerk-2', '2', 1);
    expect(await discardDraft({ by: 'clerk-1', seen: 1 }, context())).toBe(false);
    expect(await discardDraft({ by: 'clerk-1', seen: 2 }, context())).toBe(true);
    expect(await store().read()).toEqual({
      revision: 3,
      draft: null,
      ended: { how: 'discarded', by: { kind: 'person', id: 'clerk-1' } },
    });
    expect(await save('clerk-2', '3', 2)).toEqual({ result: 'none' });
    expect(await discardDraft({ by: 'clerk-2', seen: 2 }, context())).toBe(true);
    expect(await start('clerk-2')).toMatchObject({ revision: 4, edits: [] });
    expect(steps()).toMatchObject([
      { step: 'start' },
      { step: 'save' },
      { step: 'discard' },
      { step: 'start' },
    ]);
  });
});
