import { email } from '../../lib/plan-values.ts';
import { isWithin } from '../../lib/shown-hosts.ts';
import { mailboxOf } from '../filer/addresses.ts';
import { mayEmail, type Recipients } from './recipients.ts';
import type { Suppression } from './suppression.ts';
import { skipWords } from './words.ts';

/** Enough for those who check a text, and no way to write to many. */
export const MAX_TEST_ADDRESSES = 10;

/** Addresses for a test email, each mailbox once, or what is wrong with them, as a sentence beside the field. */
export type TestAddresses =
  | { readonly ok: true; readonly addresses: readonly string[] }
  | { readonly ok: false; readonly problem: string };

interface TestLimits {
  /** Of the person who asks, as the sign-in service has verified it: always allowed. `null`: none is known. */
  readonly own: string | null;
  /** The plan's `linkDomains`: addresses of colleagues are in these or below. */
  readonly domains: readonly string[];
  /** Whom the launch may email at all. */
  readonly recipients: Recipients;
}

/** Reads the addresses that a person typed, separated by spaces, commas, semicolons or line ends. */
export function readTestAddresses(typed: string, { own, domains, recipients }: TestLimits): TestAddresses {
  const byMailbox = new Map(
    typed
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map((address) => [mailboxOf(address), address]),
  );
  const addresses = [...byMailbox.values()];
  const others = addresses.filter((address) => own === null || mailboxOf(address) !== mailboxOf(own));
  if (addresses.length === 0) return refuse('Enter at least one email address.');
  if (addresses.length > MAX_TEST_ADDRESSES)
    return refuse(`Enter at most ${MAX_TEST_ADDRESSES} addresses. You entered ${addresses.length}.`);
  const unreadable = others.filter((address) => !email.safeParse(address).success);
  if (unreadable.length > 0) return refuse(`Not an email address: ${listed(unreadable)}.`);
  const strange = others.filter((address) => !isWithin(domainOf(address), domains));
  if (strange.length > 0)
    return refuse(`Tests can go only to addresses at ${domains.join(', ')}: remove ${listed(strange)}.`);
  const unlisted = others.filter((address) => !mayEmail(address, recipients));
  if (unlisted.length > 0)
    return refuse(
      `This is a test launch, and these addresses aren’t on its list of recipients. Remove them: ${listed(unlisted)}.`,
    );
  return { ok: true, addresses };
}

/** Says which addresses are suppressed; `null`: none is. */
export function suppressedProblem(suppressed: ReadonlyMap<string, Suppression>): string | null {
  if (suppressed.size === 0) return null;
  const each = [...suppressed].map(
    ([address, { reason }]) => `${address} (${skipWords(`suppressed-${reason}`)})`,
  );
  return `Crier no longer emails ${each.join(', ')}. Remove ${each.length === 1 ? 'it' : 'them'}.`;
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** Names only the first few, and none at length. */
function listed(addresses: readonly string[]): string {
  const shown = addresses.slice(0, 3).map((address) => address.slice(0, 80));
  return [...shown, ...(addresses.length > 3 ? [`${addresses.length - 3} more`] : [])].join(', ');
}

function refuse(problem: string): TestAddresses {
  return { ok: false, problem };
}
