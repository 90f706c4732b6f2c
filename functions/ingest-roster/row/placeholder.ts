/** Endings that no mail reaches: reserved by RFC 2606 and 6761, or only known inside a building. */
const UNDELIVERABLE: ReadonlySet<string> = wordSet(
  'invalid test local localhost localdomain internal intranet lan corp private',
);
/** What people enter where an address is required and they have none. Before the @, without signs and numbers. */
const LOCAL_PARTS: ReadonlySet<string> = wordSet(`
  none null nil noemail nomail noaddress noemailaddress notprovided notavailable notapplicable noreply
  donotreply nobody unknown undefined anonymous placeholder dummy invalid tbd test testing asdf xxx
  changeme refused declined noone
`);
/** The same as a domain. */
const DOMAINS: ReadonlySet<string> = wordSet(`
  none null na noemail nomail noaddress nodomain nowhere notprovided notavailable noreply unknown
  undefined placeholder invalid fake dummy tbd test testing asdf domain mydomain yourdomain xxx
`);

/** The same on both sides of the @: `abc@abc.com`. Each is a domain in which other people do have an address. */
const TWICE: ReadonlySet<string> = wordSet(`
  a abc email mail mymail myemail user username name sample fake refused declined firm lawfirm company
  court
`);

/**
 * Whether a usable address looks like one that no one reads: a placeholder, or a domain without mail. `example.com` and
 * its like are read as any other domain: samples and rehearsals use them.
 */
export function isPlaceholder(address: string): boolean {
  const at = address.lastIndexOf('@');
  const local = address
    .slice(0, at)
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
  const labels = address
    .slice(at + 1)
    .toLowerCase()
    .split('.');
  const [name = '', ending = ''] = labels.slice(-2);
  if (UNDELIVERABLE.has(ending) || LOCAL_PARTS.has(local)) return true;
  if (labels.length === 2 && DOMAINS.has(name.replaceAll('-', ''))) return true;
  const isTwice = labels.length === 2 && address.slice(0, at).toLowerCase() === name;
  return isTwice && (TWICE.has(name) || /^(.)\1+$|^\d+$/.test(name));
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
