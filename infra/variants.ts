import type { Settings } from './settings.ts';

const WITH_ALARMS = {
  alarmEmails: ['alarms@example.gov', 'court-it@example.gov'],
  senders: 20,
  keepDays: 30,
};
const RESTORED: Partial<Settings> = {
  restoredTables: {
    DeliveryTable: 'crier-nysb-2018-DeliveryTable-1',
    SendLogTable: 'crier-nysb-2018-SendLogTable-1',
  },
  restoredTo: '2018-07-24T12:55:00Z',
};
const OWN_IDENTITY = { senderIdentity: 'own' } as const;
const OWN_DOMAIN = {
  consoleDomain: 'crier.example.gov',
  consoleCertificate: 'arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012',
};
const OWN_SIGN_IN = {
  oidcIssuer: 'https://sign-in.example.gov',
  oidcClient: 'crier',
  oidcRoleClaim: 'roles',
  clerkGroup: 'crier-clerks',
};

/** A deployment with each setting that changes what the templates hold, alone and together. */
export const VARIANTS: Readonly<Record<string, Partial<Settings>>> = {
  example: {},
  'longest-name': { name: 'a'.repeat(40), sender: 'ecf.example.uscourts.gov' },
  alarms: WITH_ALARMS,
  'organization-trail': { trail: 'organization' },
  'own-domain': OWN_DOMAIN,
  'own-sign-in': OWN_SIGN_IN,
  'test-stage': { stage: 'test', testRecipients: ['example.gov'], fips: true, logDays: 90 },
  'own-identity': OWN_IDENTITY,
  'own-key': { dataKey: 'arn:aws:kms:us-east-1:123456789012:key/12345678-1234-1234-1234-123456789012' },
  restored: RESTORED,
  'backups-of-the-account': { backupDays: 0 },
  everything: { ...OWN_IDENTITY, ...WITH_ALARMS, ...OWN_DOMAIN, ...OWN_SIGN_IN },
};
