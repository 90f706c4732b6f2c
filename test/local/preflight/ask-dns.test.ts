import type { Answer } from 'dns-packet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dmarcRecord, mailServers } from '../../../local/preflight/ask-dns.ts';
import { startDns, type TestDns } from '../../support/dns-server.ts';

const mx = (name: string, exchange: string): Answer => {
  return { type: 'MX', name, ttl: 60, data: { preference: 10, exchange } };
};
const txt = (name: string, ...data: string[]): Answer => ({ type: 'TXT', name, ttl: 60, data });

let dns: TestDns;
beforeAll(async () => {
  dns = await startDns({
    'MX takes.uscourts.gov': [mx('takes.uscourts.gov', 'mail.uscourts.gov')],
    'MX refuses.uscourts.gov': [mx('refuses.uscourts.gov', '.')],
    'A web.uscourts.gov': [],
    'MX silent.uscourts.gov': null,
    'TXT _dmarc.uscourts.gov': [txt('_dmarc.uscourts.gov', 'v=DMARC1; ', 'p=none')],
  });
});
afterAll(() => dns.stop());

describe('what a name server says', () => {
  it.each([
    ['takes email', 'takes.uscourts.gov', { known: true, value: ['mail.uscourts.gov'] }],
    ['says that it takes none', 'refuses.uscourts.gov', { known: true, value: [] }],
    ['has a name without mail servers', 'web.uscourts.gov', { known: true, value: [] }],
    ['is not there', 'nowhere.uscourts.gov', { known: true, value: [] }],
    ['is of a server that does not answer', 'silent.uscourts.gov', { known: false, why: 'ETIMEOUT' }],
  ])('of a reply domain that %s', async (_what, domain, asked) => {
    expect(await mailServers(dns.resolver, domain)).toEqual(asked);
  });

  it('of DMARC, at the domain itself or above it', async () => {
    expect(await dmarcRecord(dns.resolver, 'nysb.uscourts.gov')).toEqual({
      known: true,
      value: { name: '_dmarc.uscourts.gov', text: 'v=DMARC1; p=none' },
    });
  });
});
