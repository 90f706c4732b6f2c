import type { Resolver } from 'node:dns/promises';
import { askUnless } from './ask.ts';
import type { Asked } from './facts.ts';

/** What looks records up: `node:dns`, or a test's own. */
export type Dns = Pick<Resolver, 'resolveTxt' | 'resolveMx'>;

const NO_RECORD = ['ENOTFOUND', 'ENODATA'];

/** The TXT records of a name, their parts joined. */
export function textRecords(dns: Dns, name: string): Promise<Asked<readonly string[]>> {
  const question = async () => (await dns.resolveTxt(name)).map((parts) => parts.join(''));
  return askUnless(NO_RECORD, { none: [], question });
}

/** The mail servers of a domain. One whose only server is "." takes no email (RFC 7505). */
export function mailServers(dns: Dns, domain: string): Promise<Asked<readonly string[]>> {
  const question = async () =>
    (await dns.resolveMx(domain)).map(({ exchange }) => exchange).filter((name) => name && name !== '.');
  return askUnless(NO_RECORD, { none: [], question });
}
