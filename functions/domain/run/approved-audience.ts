import { createHash } from 'node:crypto';
import { joined } from '../../lib/iterables.ts';
import type { Filer } from '../filer/filer.ts';
import { stateOf } from '../filer/rules.ts';
import type { MessageKind } from '../plan/kinds.ts';
import { pivotDate } from '../plan/phases.ts';
import type { Plan } from '../plan/plan.ts';
import type { AudienceChange } from './approval.ts';
import type { Approval } from './approval-record.ts';
import { decide } from './audience.ts';
import type { InGroup } from './group.ts';

/** A filer whom a phase would email, with the addresses that it may use. */
export interface Addressee {
  readonly filerId: string;
  /** JSON: the primary address, then the secondary ones where the plan allows them. */
  readonly addresses: string;
}

/**
 * The filers of a roster whom a kind of message would mail, in the roster's order: by id.
 * @param about `isIn`: whom a one-off message is for
 */
export async function* addressees(
  filers: AsyncIterable<Filer>,
  { kind, plan, isIn }: { readonly kind: MessageKind; readonly plan: Plan; readonly isIn?: InGroup },
): AsyncIterable<Addressee> {
  const pivot = pivotDate(plan);
  for await (const filer of filers) {
    const state = stateOf(filer, pivot);
    if (!decide(kind, state).send || (isIn && !isIn(filer, state))) continue;
    const secondary = plan.sending.secondaryAddresses ? filer.secondaryEmails : [];
    yield { filerId: filer.filerId, addresses: JSON.stringify([filer.email, ...secondary]) };
  }
}

/** Hash of an audience, and how many filers are in it. However large it is, one filer is held at a time. */
export async function audienceHash(
  audience: AsyncIterable<Addressee>,
): Promise<Pick<Approval, 'audience' | 'filers'>> {
  const { items, digest, size } = hashed(audience);
  for await (const _ of items);
  return { audience: digest(), filers: size() };
}

/** The audience that was approved. */
interface ApprovedAudience {
  /** Read again from the roster and the plan that were approved. */
  readonly audience: AsyncIterable<Addressee>;
  readonly approval: Pick<Approval, 'audience' | 'filers' | 'erased'>;
  /** How many filers have ever been erased from that version of the roster; called once the audience is read. */
  readonly erased: () => Promise<number>;
}

/**
 * Compares an audience with the one that was approved.
 * @returns `null` when that one isn't what it was, apart from filers who were erased since.
 */
export async function compareAudience(
  now: AsyncIterable<Addressee>,
  { audience, approval, erased }: ApprovedAudience,
): Promise<AudienceChange> {
  const { items, digest, size } = hashed(audience);
  let [added, addressChanged] = [0, 0];
  for await (const [was, is] of joined({ left: items, right: now }, ({ filerId }) => filerId)) {
    if (is && !was) added++;
    if (is && was && is.addresses !== was.addresses) addressChanged++;
  }
  if (digest() === approval.audience) return { added, addressChanged };
  // Erasing only takes filers away, and counts them: what is left was approved.
  const missing = approval.filers - size();
  return missing > 0 && missing <= (await erased()) - approval.erased ? { added, addressChanged } : null;
}

function hashed(audience: AsyncIterable<Addressee>) {
  const hash = createHash('sha256');
  let filers = 0;
  async function* items(): AsyncIterable<Addressee> {
    for await (const addressee of audience) {
      filers++;
      hash.update(`${addressee.filerId} ${addressee.addresses}\n`);
      yield addressee;
    }
  }
  return { items: items(), digest: () => hash.digest('hex'), size: () => filers };
}
