import { createHash } from 'node:crypto';
import type { Services } from '../aws/pick.ts';
import { personActor } from '../domain/actor.ts';
import type { MessageCommand } from '../domain/recorded-command.ts';
import type { Group } from '../domain/run/group.ts';
import { type OneOff, oneOffId } from '../domain/run/one-off.ts';
import { type CheckedOneOff, checkOneOff } from '../email/check-one-off.ts';
import type { CommandContext } from './command-context.ts';

type OneOffContext = CommandContext<Pick<Services, 'auditLog' | 'clock' | 'oneOffs' | 'plans'>>;

/** What a clerk wrote, and to whom. */
export interface WrittenOneOff {
  readonly subject: string;
  readonly text: string;
  readonly group: Group;
  /** Sign-in id. */
  readonly by: string;
}

/** What came of saving a message; `changed`: someone else changed, released or discarded it meanwhile. */
export type SaveOneOffResult =
  | { readonly result: 'saved'; readonly oneOff: OneOff }
  | { readonly result: 'changed' | 'no-plan' }
  | { readonly result: 'refused'; readonly problems: Extract<CheckedOneOff, { ok: false }>['problems'] };

/** Starts a one-off message. A repeated request starts no other. */
export async function createOneOff(
  written: WrittenOneOff,
  context: OneOffContext,
): Promise<SaveOneOffResult> {
  const { services, requestId } = context;
  const id = oneOffId(createHash('sha256').update(requestId).digest('hex').slice(0, 8));
  const checked = await check(id, written, services);
  if (checked.result !== 'checked') return checked;
  const at = services.clock.now().toString();
  const { by, ...content } = written;
  const change = { made: checked.made, authors: [by], by: personActor({ id: by }), at };
  const oneOff: OneOff = { id, createdAt: at, revision: 1, ...content, ...change };
  if (!(await services.oneOffs.create(oneOff))) return { result: 'changed' };
  await record({ id, by, step: 'start' }, { context, before: 0, after: 1 });
  return { result: 'saved', oneOff };
}

/** Saves a draft, if it is still of the revision that the person saw. It must be submitted again. */
export async function saveOneOff(
  { id, seen, ...written }: WrittenOneOff & { readonly id: string; readonly seen: number },
  context: OneOffContext,
): Promise<SaveOneOffResult> {
  const { services } = context;
  const found = await services.oneOffs.read(id);
  if (found?.revision !== seen || found.frozenAt !== undefined) return { result: 'changed' };
  const checked = await check(id, written, services);
  if (checked.result !== 'checked') return checked;
  const { submittedAt: _, ...before } = found;
  const { by, ...content } = written;
  const oneOff: OneOff = {
    ...before,
    ...content,
    made: checked.made,
    revision: seen + 1,
    authors: [...new Set([...found.authors, by])],
    by: personActor({ id: by }),
    at: services.clock.now().toString(),
  };
  if (!(await services.oneOffs.replace(oneOff, seen))) return { result: 'changed' };
  await record({ id, by, step: 'save' }, { context, before: seen, after: seen + 1 });
  return { result: 'saved', oneOff };
}

/** A message that a person saw, and who acts. */
interface SeenOneOff {
  readonly id: string;
  readonly seen: number;
  readonly by: string;
}

/** Asks for a second person's approval. @returns whether the draft was still what the person saw */
export function submitOneOff(seen: SeenOneOff, context: OneOffContext): Promise<boolean> {
  return mark(seen, { context, step: 'submit', as: (at) => ({ submittedAt: at }) });
}

/** Discards a draft. @returns whether it was still what the person saw */
export function discardOneOff(seen: SeenOneOff, context: OneOffContext): Promise<boolean> {
  return mark(seen, { context, step: 'discard', as: (at) => ({ discardedAt: at }) });
}

async function mark(
  { id, seen, by }: SeenOneOff,
  {
    context,
    step,
    as,
  }: {
    readonly context: OneOffContext;
    readonly step: MessageCommand['step'];
    readonly as: (at: string) => Pick<OneOff, 'submittedAt' | 'discardedAt'>;
  },
): Promise<boolean> {
  const { oneOffs, clock } = context.services;
  const found = await oneOffs.read(id);
  if (found?.revision !== seen) return false;
  if (!(await oneOffs.replace({ ...found, ...as(clock.now().toString()) }, seen))) return false;
  await record({ id, by, step }, { context, before: seen, after: seen });
  return true;
}

async function check(
  id: string,
  { subject, text }: WrittenOneOff,
  { plans }: Pick<Services, 'plans'>,
): Promise<
  | { readonly result: 'checked'; readonly made: OneOff['made'] }
  | Extract<SaveOneOffResult, { result: 'refused' | 'no-plan' | 'changed' }>
> {
  const current = await plans.current();
  if (!current) return { result: 'no-plan' };
  const checked = checkOneOff({ id, subject, text }, current.plan);
  return checked.ok
    ? { result: 'checked', made: checked.made }
    : { result: 'refused', problems: checked.problems };
}

/** A draft sends no email, so it is recorded after the fact, and without what it says. */
async function record(
  { id, by, step }: { id: string; by: string; step: MessageCommand['step'] },
  { context, before, after }: { context: OneOffContext; before: number; after: number },
): Promise<void> {
  const { auditLog, clock } = context.services;
  const act: MessageCommand = { act: 'message', step, phaseId: id, by: personActor({ id: by }), why: '' };
  await auditLog.put({
    at: clock.now().toString(),
    requestId: context.requestId,
    act,
    before: [`draft-${before}`],
    after: [`draft-${after}`],
  });
}
