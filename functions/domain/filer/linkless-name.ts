import { asRead } from '../../lib/clean.ts';
import { hostsShown } from '../../lib/shown-hosts.ts';

/** Letters, digits, spaces, hyphens and apostrophes alone make no link. */
const PLAIN = /^[\p{L}\p{M}\p{Nd} '’-]*$/u;
/** With nothing behind them in the name, they make a link of what follows it: `Smith://` before `, Esq`. */
const SLASHES = /[\\/]{2}/;
/** Between an initial and the next word: `J.Ng`. */
const AFTER_INITIAL = /(?<=(?:^|[ .])\p{Lu}\.)(?=\p{L})/gu;

/**
 * A name that mail programs make no link of: as it is, or with a space after an initial (`J.Ng` is a host).
 * @returns `null` when it contains a link or an address.
 */
export function withoutLink(name: string): string | null {
  if (PLAIN.test(name)) return name;
  if (SLASHES.test(asRead(name))) return null;
  if (hostsShown(name).length === 0) return name;
  const spaced = name.replaceAll(AFTER_INITIAL, ' ');
  return hostsShown(spaced).length === 0 ? spaced : null;
}
