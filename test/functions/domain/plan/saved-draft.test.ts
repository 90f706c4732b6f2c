import { describe, expect, it } from 'vitest';
import {
  type DraftChange,
  decideSave,
  newDraft,
  type SavedDraft,
} from '../../../../functions/domain/plan/saved-draft.ts';

const PLAN = { name: 'any', court: { name: 'Any court', phone: '1' }, phases: [{ id: 'one', days: 1 }] };
const DRAFT = newDraft({ revision: 4, draft: null }, { plan: PLAN, base: null, by: 'clerk-1' });
const AT = '2018-07-01T13:00:00Z';

const NAME = ['court', 'name'];
const PHONE = ['court', 'phone'];

function save(draft: SavedDraft, { seen = draft.revision, by = 'clerk-1', changes = [] as DraftChange[] }) {
  return decideSave(draft, { seen, changes, by, at: AT });
}

function saved(draft: SavedDraft, options: Parameters<typeof save>[1]): SavedDraft {
  const decision = save(draft, options);
  if (!decision.ok) throw new Error('Cannot go on because the save must succeed: it conflicts');
  return decision.draft;
}

describe('newDraft', () => {
  it('continues counting where a discarded draft stopped', () => {
    expect(DRAFT).toEqual({ revision: 5, base: null, plan: PLAN, edits: [], authors: ['clerk-1'] });
  });
});

describe('decideSave', () => {
  it('saves a change with who made it, and what was there before', () => {
    const draft = saved(DRAFT, { by: 'clerk-2', changes: [{ path: PHONE, value: '2' }] });
    expect(draft).toEqual({
      revision: 6,
      base: null,
      plan: { ...PLAN, court: { ...PLAN.court, phone: '2' } },
      edits: [{ revision: 6, by: { kind: 'person', id: 'clerk-2' }, at: AT, path: PHONE, before: '1' }],
      authors: ['clerk-1', 'clerk-2'],
    });
  });

  it('makes no revision of a form that changes nothing', () => {
    const decision = save(DRAFT, { by: 'clerk-2', changes: [{ path: PHONE, value: '1' }] });
    expect(decision).toEqual({ ok: true, draft: DRAFT, changed: [] });
  });

  it('keeps what another person changed meanwhile in fields that the form left alone', () => {
    const other = saved(DRAFT, { changes: [{ path: NAME, value: 'Another court' }] });
    const changes = [
      { path: NAME, value: 'Any court' },
      { path: PHONE, value: '2' },
    ];
    const merged = saved(other, { seen: DRAFT.revision, by: 'clerk-2', changes });
    expect(merged.plan).toEqual({ ...PLAN, court: { name: 'Another court', phone: '2' } });
  });

  it('reports a field that both changed, and saves nothing', () => {
    const other = saved(DRAFT, { by: 'clerk-2', changes: [{ path: PHONE, value: '2' }] });
    const changes = [
      { path: PHONE, value: '3' },
      { path: NAME, value: 'Another court' },
    ];
    expect(save(other, { seen: DRAFT.revision, changes })).toEqual({
      ok: false,
      conflicts: [
        { path: PHONE, value: '3', current: '2', edit: { by: { kind: 'person', id: 'clerk-2' }, at: AT } },
      ],
    });
    expect(save(other, { changes }).ok, 'once that change was seen').toBe(true);
  });

  it('has no conflict where both changed a field to the same', () => {
    const other = saved(DRAFT, { by: 'clerk-2', changes: [{ path: PHONE, value: '2' }] });
    const decision = save(other, { seen: DRAFT.revision, changes: [{ path: PHONE, value: '2' }] });
    expect(decision).toEqual({ ok: true, draft: other, changed: [] });
  });

  it('reports a change inside of an entry that another person removed', () => {
    const other = saved(DRAFT, { changes: [{ path: ['phases', 'one'], value: undefined }] });
    const days = ['phases', 'one', 'days'];
    const left = save(other, { seen: DRAFT.revision, changes: [{ path: days, value: 1 }] });
    expect(left).toMatchObject({ ok: true, changed: [] });
    const changed = save(other, { seen: DRAFT.revision, changes: [{ path: days, value: 2 }] });
    expect(changed).toMatchObject({
      ok: false,
      conflicts: [{ path: days, current: undefined, edit: { at: AT } }],
    });
  });

  it('asks about each difference once the edits since a form was loaded are forgotten', () => {
    const long = (length: number) => [{ path: NAME, value: 'x'.repeat(length) }];
    const first = saved(DRAFT, { changes: long(40_000) });
    const second = saved(first, { changes: long(40_001) });
    const third = saved(second, { changes: long(40_002) });
    expect(third.edits.map(({ revision }) => revision)).toEqual([8]);
    const changes = [{ path: PHONE, value: '2' }];
    expect(save(third, { seen: second.revision, changes }).ok).toBe(true);
    expect(save(third, { seen: first.revision, changes })).toMatchObject({
      ok: false,
      conflicts: [{ path: PHONE, current: '1', edit: null }],
    });
  });
});
