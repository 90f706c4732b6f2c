import { Temporal } from 'temporal-polyfill';
import type { Services } from '../aws/pick.ts';
import { type SendLine, stopsEmails } from './send-line.ts';
import { addressesOf } from './suppressed.ts';

/** What tells which addresses are emailed again. */
export interface LiftServices {
  readonly suppression: Pick<Services['suppression'], 'lifted'>;
}

/** Adds to sends that stopped emails to an address when a person allowed these again. */
export async function withLifts(
  lines: readonly SendLine[],
  { suppression }: LiftServices,
): Promise<SendLine[]> {
  const addresses = new Set(lines.flatMap((line) => (hasStopped(line) ? ownAddresses(line) : [])));
  if (addresses.size === 0) return [...lines];
  const lifted = await suppression.lifted([...addresses]);
  return lines.map((line) => {
    if (!hasStopped(line)) return line;
    const later = ownAddresses(line)
      .flatMap((address) => lifted.get(address) ?? [])
      .find(({ liftedAt }) => Temporal.Instant.compare(liftedAt, line.at!) > 0);
    return later ? { ...line, liftedAt: later.liftedAt } : line;
  });
}

function hasStopped(line: SendLine): boolean {
  return line.at !== null && stopsEmails(line);
}

function ownAddresses({ filer }: SendLine): string[] {
  return filer ? addressesOf(filer).filter(Boolean) : [];
}
