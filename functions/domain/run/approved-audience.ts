import { createHash } from 'node:crypto';
import { joined } from '../../lib/iterables.ts';
import type { Filer } from '../filer/filer.ts';
import { stateOf } from '../filer/rules.ts';
import type { MessageKind } from '../plan/kinds.ts';
import { pivotDate } from '../plan/phases.ts';
import type { Plan } from '../plan/plan.ts';
import type { AudienceChange } from './approval.ts';
import { decide } from './audience.ts';

/** A filer whom a phase would mail, with the addresses that it may mail. */
export interface Addressee {
  readonly filerId: string;
  /** JSON: the primary address, then the secondary ones where the plan allows them. */
  readonly addresses: string;
}

/** The filers of a roster whom a kind of message would mail, in the roster's order: by id. */
export async function* addressees(
  filers: AsyncIterable<Filer>,
  { kind, plan }: { readonly kind: MessageKind; readonly plan: Plan },
): AsyncIterable<Addressee> {
  const pivot = pivotDate(plan);
  for await (const filer of filers) {
    if (!decide(kind, stateOf(filer, pivot)).send) continue;
    const secondary = plan.sending.secondaryAddresses ? filer.secondaryEmails : [];
    yield { filerId: filer.filerId, addresses: JSON.stringify([filer.email, ...secondary]) };
  }
}

/** Hash of an audience. However large it is, one filer is held at a time. */
export async function audienceHash(audience: AsyncIterable<Addressee>): Promise<string> {
  const { items, digest } = hashed(audience);
  for await (const _ of items);
  return digest();
}

/**
 * Compares an audience with the one that was approved.
 * @param approved read again from the roster and the plan that were approved; `hash`: what it was then
 * @returns `null` when it isn't what it was
 */
export async function compareAudience(
  now: AsyncIterable<Addressee>,
  approved: { readonly audience: AsyncIterable<Addressee>; readonly hash: string },
): Promise<AudienceChange> {
  const { items, digest } = hashed(approved.audience);
  let [added, addressChanged] = [0, 0];
  for await (const [was, is] of joined({ left: items, right: now }, ({ filerId }) => filerId)) {
    if (is && !was) added++;
    if (is && was && is.addresses !== was.addresses) addressChanged++;
  }
  return digest() === approved.hash ? { added, addressChanged } : null;
}

function hashed(audience: AsyncIterable<Addressee>) {
  const hash = createHash('sha256');
  async function* items(): AsyncIterable<Addressee> {
    for await (const addressee of audience) {
      hash.update(`${addressee.filerId} ${addressee.addresses}\n`);
      yield addressee;
    }
  }
  return { items: items(), digest: () => hash.digest('hex') };
}
