import type { Resolver } from 'node:dns/promises';
import { askUnless } from './ask.ts';
import type { Asked, DmarcRecord } from './facts.ts';

/** What looks records up: `node:dns`, or a test's own. */
export type Dns = Pick<Resolver, 'resolveTxt' | 'resolveMx'>;

const NO_RECORD = ['ENOTFOUND', 'ENODATA'];

/** The TXT records of a name, their parts joined. */
export function textRecords(dns: Dns, name: string): Promise<Asked<readonly string[]>> {
  const question = async () => (await dns.resolveTxt(name)).map((parts) => parts.join(''));
  return askUnless(NO_RECORD, { none: [], question });
}

/**
 * The DMARC record that counts for a domain: its own, or that of the next domain above it (RFC 7489, section 6.6.3).
 * Where one of them doesn't answer, it isn't known.
 */
export async function dmarcRecord(dns: Dns, domain: string): Promise<Asked<DmarcRecord | null>> {
  const labels = domain.split('.');
  for (let first = 0; first <= labels.length - 2; first++) {
    const name = `_dmarc.${labels.slice(first).join('.')}`;
    const records = await textRecords(dns, name);
    if (!records.known) return records;
    const text = records.value.find((record) => /^v=DMARC1\s*;/i.test(record));
    if (text !== undefined) return { known: true, value: { name, text } };
  }
  return { known: true, value: null };
}

/** The mail servers of a domain. One whose only server is "." takes no email (RFC 7505). */
export function mailServers(dns: Dns, domain: string): Promise<Asked<readonly string[]>> {
  const question = async () =>
    (await dns.resolveMx(domain)).map(({ exchange }) => exchange).filter((name) => name && name !== '.');
  return askUnless(NO_RECORD, { none: [], question });
}
