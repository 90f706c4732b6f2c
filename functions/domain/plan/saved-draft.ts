import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../actor.ts';
import { type PlanPath, partAt, withPart } from './plan-path.ts';

/** A plan that people are still working on. It takes effect only when it is uploaded like any other. */
export interface SavedDraft {
  /** Counts the changes; a number is never used again, not even after the draft is discarded. */
  readonly revision: number;
  /** Version of the plan that was active when it was started; `null`: there was none. */
  readonly base: string | null;
  /** What people typed: it may be incomplete or wrong. */
  readonly plan: object;
  /** Who changed what, oldest first; the oldest are dropped. */
  readonly edits: readonly DraftEdit[];
  /** Who started or changed it, each once. */
  readonly authors: readonly string[];
}

/** The only draft of a launch, or that there is none. */
export interface DraftState {
  /** See {@link SavedDraft}; 0 before the first draft. */
  readonly revision: number;
  readonly draft: SavedDraft | null;
  /** What became of the last draft. @default there was none, or an older version of Crier ended it */
  readonly ended?: DraftEnd;
}

/** Who ended a draft, and how. */
export interface DraftEnd {
  readonly how: 'discarded' | 'activated';
  readonly by: Actor;
}

/** One member that someone changed. */
export interface DraftEdit {
  /** The revision that this change made. */
  readonly revision: number;
  readonly by: Actor;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly path: PlanPath;
  /** What the draft had there before. @default nothing */
  readonly before?: unknown;
}

/** A member as someone's form has it. */
export interface DraftChange {
  readonly path: PlanPath;
  /** `undefined`: the plan doesn't have it. */
  readonly value: unknown;
}

/** A member that someone else changed since the form was loaded, and that the form changes too. */
export interface DraftConflict extends DraftChange {
  /** What the draft has now. */
  readonly current: unknown;
  /** Who changed it last, and when; `null`: too long ago to know. */
  readonly edit: Pick<DraftEdit, 'by' | 'at'> | null;
}

/** The next state of the draft, or what must be decided first. */
export type SaveDecision =
  | { readonly ok: true; readonly draft: SavedDraft; readonly changed: readonly PlanPath[] }
  | { readonly ok: false; readonly conflicts: readonly DraftConflict[] };

/** What someone's form says, and which revision it was loaded with. */
export interface DraftSave {
  readonly seen: number;
  /** Version of the active plan that the changes bring in. @default that of the draft */
  readonly base?: string | null;
  readonly changes: readonly DraftChange[];
  readonly by: string;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
}

/** Edits are kept for people who still have an older page open, but the item has its limit. */
const MAX_EDIT_CHARACTERS = 60_000;

/**
 * Merges a form into the draft. What the form leaves as it was loaded stays as others have changed it since; a member
 * that both changed, differently, is a conflict, and then nothing is saved.
 */
export function decideSave(
  draft: SavedDraft,
  { seen, base = draft.base, changes, by, at }: DraftSave,
): SaveDecision {
  const loaded = planAt(draft, seen);
  const typed = changes.filter(
    ({ path, value }) =>
      !isDeepStrictEqual(value, partAt(draft.plan, path)) &&
      !(loaded && isDeepStrictEqual(value, partAt(loaded, path))),
  );
  const conflicts = typed
    .filter(({ path }) => !loaded || !isDeepStrictEqual(partAt(loaded, path), partAt(draft.plan, path)))
    .map((change) => conflictOf(change, draft));
  if (conflicts.length > 0) return { ok: false, conflicts };
  const revision = draft.revision + 1;
  const edits = typed.map(({ path }) => {
    const before = partAt(draft.plan, path);
    return {
      revision,
      by: { kind: 'person', id: by } as const,
      at,
      path,
      ...(before !== undefined && { before }),
    };
  });
  if (typed.length === 0) {
    // Without a change there is no new revision: forms that are open remain as they are.
    return { ok: true, draft: base === draft.base ? draft : { ...draft, base }, changed: [] };
  }
  const plan = typed.reduce<object>(
    (whole, { path, value }) => withPart(whole, { at: path, part: value }) as object,
    draft.plan,
  );
  const next = {
    ...draft,
    base,
    revision,
    plan,
    edits: newest([...draft.edits, ...edits]),
    authors: addOnce(draft.authors, by),
  };
  return { ok: true, draft: next, changed: typed.map(({ path }) => path) };
}

/** A new draft of a plan. */
export function newDraft(
  { revision }: DraftState,
  { plan, base, by }: Pick<SavedDraft, 'plan' | 'base'> & { readonly by: string },
): SavedDraft {
  return { revision: revision + 1, base, plan, edits: [], authors: [by] };
}

/** The draft's plan at an earlier revision; `null`: the edits since then are no longer known. */
function planAt({ plan, edits, revision }: SavedDraft, seen: number): object | null {
  const since = edits.filter((edit) => edit.revision > seen);
  const known = new Set(since.map((edit) => edit.revision));
  if (known.size !== revision - seen) return null;
  return since
    .toReversed()
    .reduce<object>((whole, { path, before }) => withPart(whole, { at: path, part: before }) as object, plan);
}

function conflictOf({ path, value }: DraftChange, { plan, edits }: SavedDraft): DraftConflict {
  const edit = edits.findLast((one) => isWithin(one.path, path) || isWithin(path, one.path));
  return { path, value, current: partAt(plan, path), edit: edit ? { by: edit.by, at: edit.at } : null };
}

function isWithin(path: PlanPath, outer: PlanPath): boolean {
  return outer.every((key, index) => path[index] === key);
}

/** Whole revisions are dropped, so that each one that is kept is complete. */
function newest(edits: readonly DraftEdit[]): readonly DraftEdit[] {
  const [oldest] = edits;
  if (!oldest || JSON.stringify(edits).length <= MAX_EDIT_CHARACTERS) return edits;
  return newest(edits.filter(({ revision }) => revision !== oldest.revision));
}

function addOnce(authors: readonly string[], by: string): readonly string[] {
  return authors.includes(by) ? authors : [...authors, by];
}
