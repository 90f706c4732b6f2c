import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../../infra/settings.ts';

/** What the console has when nothing is said. */
const CONSOLE = {
  oidcIssuer: null,
  oidcClient: null,
  oidcIdClaim: null,
  oidcNameClaim: null,
  oidcRoleClaim: null,
  clerkGroup: 'clerk',
  approverGroup: 'approver',
  opsGroup: 'ops',
  viewerGroup: 'viewer',
  consoleDomain: null,
  consoleCertificate: null,
  signInIdleMinutes: 30,
  signInHours: 8,
  searchHours: 24,
  userNameDays: 400,
  suppressionDays: null,
  accessLogDays: 1096,
};

const lookUp = (context: Record<string, unknown>) => (key: string) => context[key];

describe('settingsFrom', () => {
  it('takes the example launch when nothing is named', () => {
    expect(settingsFrom(lookUp({}))).toEqual({
      name: 'nysb-2018',
      sender: 'nysb.uscourts.gov',
      linkDomains: ['uscourts.gov'],
      alarmEmail: null,
      senders: 5,
      keepDays: 90,
      auditLock: 'governance',
      auditDays: 365,
      trail: 'own',
      runbook: 'docs/runbook.md',
      ...CONSOLE,
    });
  });

  it('reads what the command line gives as text', () => {
    const context = {
      name: 'azb-2020',
      sender: 'azb.uscourts.gov',
      linkDomains: 'uscourts.gov, pacer.gov',
      alarmEmail: 'ops@example.com',
      senders: '20',
      runbook: 'https://example.com/runbook.md',
    };
    expect(settingsFrom(lookUp(context))).toEqual({
      ...CONSOLE,
      ...context,
      linkDomains: ['uscourts.gov', 'pacer.gov'],
      senders: 20,
      keepDays: 90,
      auditLock: 'governance',
      auditDays: 365,
      trail: 'own',
    });
  });

  it.each([
    [
      'a launch without a sender',
      { name: 'azb-2020' },
      'Cannot build the launch because sender must be the domain that emails come from, such as nysb.uscourts.gov: it is undefined',
    ],
    [
      'a sender that is an address',
      { sender: 'clerk@nysb.uscourts.gov' },
      'Cannot build the launch because sender must be a domain in lower case, such as nysb.uscourts.gov: it is "clerk@nysb.uscourts.gov"',
    ],
    [
      'several wrong settings at once',
      { name: 'NYSB', sender: 'nysb.uscourts.gov', senders: 'many' },
      'Cannot build the launch because name must be 1 to 40 of a-z, 0-9 and "-", such as nysb-2018: it is "NYSB"; and senders must be a number: it is "many"',
    ],
    [
      'a provider without encryption',
      { oidcIssuer: 'http://127.0.0.1:4727', oidcClient: 'crier' },
      'Cannot build the launch because oidcIssuer must be an address that starts with https://: it is "http://127.0.0.1:4727"',
    ],
    [
      'a provider without a client',
      { oidcIssuer: 'https://login.example.com' },
      'Cannot build the launch because oidcClient must be given together with oidcIssuer: it is undefined',
    ],
    [
      'a host name without a certificate',
      { consoleDomain: 'crier.nysb.uscourts.gov' },
      'Cannot build the launch because consoleCertificate must be given together with consoleDomain: it is undefined',
    ],
  ])('refuses %s', (_what, context, message) => {
    expect(() => settingsFrom(lookUp(context))).toThrow(new Error(message));
  });
});
