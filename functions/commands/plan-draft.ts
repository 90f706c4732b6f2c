import type { Services } from '../aws/pick.ts';
import { personActor } from '../domain/actor.ts';
import type { PlanPath } from '../domain/plan/plan-path.ts';
import {
  type DraftConflict,
  type DraftSave,
  decideSave,
  newDraft,
  type SavedDraft,
} from '../domain/plan/saved-draft.ts';
import type { DraftCommand } from '../domain/recorded-command.ts';
import type { CommandContext } from './command-context.ts';

type DraftServices = Pick<Services, 'auditLog' | 'clock' | 'planDrafts'>;
type DraftContext = CommandContext<DraftServices>;

/** What came of saving part of a draft; `none`: it was discarded or activated meanwhile. */
export type SaveResult =
  | { readonly result: 'saved'; readonly draft: SavedDraft }
  | { readonly result: 'conflict'; readonly draft: SavedDraft; readonly conflicts: readonly DraftConflict[] }
  | { readonly result: 'none' };

/** Starts a draft of a plan; where there is one already, that one stays. */
export async function startDraft(
  start: Pick<SavedDraft, 'plan' | 'base'> & { readonly by: string },
  context: DraftContext,
): Promise<SavedDraft> {
  const { planDrafts } = context.services;
  const state = await planDrafts.read();
  if (state.draft) return state.draft;
  const draft = newDraft(state, start);
  const { revision } = draft;
  if (!(await planDrafts.put({ revision, draft }, state.revision))) return startDraft(start, context);
  await record({ by: start.by, step: 'start' }, { context, before: state.revision, after: revision });
  return draft;
}

/** Saves what someone's form says, merged with what others have saved since that form was loaded. */
export async function saveDraft(save: Omit<DraftSave, 'at'>, context: DraftContext): Promise<SaveResult> {
  const { planDrafts, clock } = context.services;
  const { draft } = await planDrafts.read();
  if (!draft) return { result: 'none' };
  const decision = decideSave(draft, { ...save, at: clock.now().toString() });
  if (!decision.ok) return { result: 'conflict', draft, conflicts: decision.conflicts };
  if (decision.draft === draft) return { result: 'saved', draft };
  const { revision } = decision.draft;
  if (!(await planDrafts.put({ revision, draft: decision.draft }, draft.revision)))
    return saveDraft(save, context);
  const { by } = save;
  await record(
    { by, step: 'save', members: decision.changed },
    { context, before: draft.revision, after: revision },
  );
  return { result: 'saved', draft: decision.draft };
}

/**
 * Discards the draft if it is the one that the person saw.
 * @returns `false`: someone changed it meanwhile; `true` also where there is none anymore
 */
export async function discardDraft(
  { by, seen }: { readonly by: string; readonly seen: number },
  context: DraftContext,
): Promise<boolean> {
  const { planDrafts } = context.services;
  const state = await planDrafts.read();
  if (!state.draft) return true;
  if (state.revision !== seen) return false;
  const revision = seen + 1;
  const ended = { how: 'discarded', by: personActor({ id: by }) } as const;
  if (!(await planDrafts.put({ revision, draft: null, ended }, seen)))
    return discardDraft({ by, seen }, context);
  await record({ by, step: 'discard' }, { context, before: seen, after: revision });
  return true;
}

/**
 * Ends the draft that was uploaded as a plan, unless someone changed it after that was shown. The upload's entry in the
 * audit log tells about it.
 */
export async function endDraft(
  { by, seen }: { readonly by: string; readonly seen: number },
  { planDrafts }: Pick<DraftServices, 'planDrafts'>,
): Promise<void> {
  const ended = { how: 'activated', by: personActor({ id: by }) } as const;
  await planDrafts.put({ revision: seen + 1, draft: null, ended }, seen);
}

interface Recorded {
  readonly context: DraftContext;
  readonly before: number;
  readonly after: number;
}

/** A draft sends no email, so it is recorded after the fact, and each member by its path without its value. */
async function record(
  { by, step, members }: { by: string; step: DraftCommand['step']; members?: readonly PlanPath[] },
  { context, before, after }: Recorded,
): Promise<void> {
  const { auditLog, clock } = context.services;
  const paths = members && { members: members.map((path) => path.join('.')) };
  const act: DraftCommand = { act: 'draft', step, ...paths, by: personActor({ id: by }), why: '' };
  await auditLog.put({
    at: clock.now().toString(),
    requestId: context.requestId,
    act,
    before: [`draft-${before}`],
    after: [`draft-${after}`],
  });
}
