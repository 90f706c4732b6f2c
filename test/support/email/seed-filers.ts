import { BLANK, type Filer } from '../../../functions/domain/filer/filer.ts';

const base: Filer = {
  ...BLANK,
  filerId: '00112233445566aa',
  userId: 'jdoe',
  lastName: 'Doe',
  firstName: 'Jane',
  email: 'jane.doe@example.com',
  userType: 'attorney',
  pacerAccounts: ['individual'],
  linkAsOf: '2018-07-23',
};

/** One filer for every way in which the seed's facts fall to people. */
export const FILERS = {
  shared: { ...base, pacerAccounts: ['shared'], firm: 'Doe & Doe LLP' },
  none: { ...base, pacerAccounts: ['none'] },
  paaOnly: { ...base, pacerAccounts: ['paa'] },
  legacy: { ...base, pacerAccountType: 'legacy', firm: 'Doe & Doe LLP' },
  old: { ...base, pacerCreated: '2010-03-01' },
  conflict: { ...base, pacerAccountType: 'legacy', linkStatus: 'linked', linkAsOf: '2018-06-29' },
  failed: { ...base, pacerAccountType: 'legacy', linkStatus: 'failed', linkAsOf: '2018-10-23' },
  pending: { ...base, pacerAccountType: 'upgraded', linkStatus: 'pending', linkAsOf: '2018-10-23' },
  unsure: base,
  odd: { ...base, pacerAccountType: 'upgraded', pacerUsernameLength: 6 },
  mystery: { ...base, pacerAccounts: [] },
  upgraded: { ...base, pacerAccountType: 'upgraded' },
  elsewhere: { ...base, pacerAccounts: [], nextgenElsewhere: true },
  recent: { ...base, pacerCreated: '2016-05-02' },
} as const satisfies Record<string, Filer>;

export type Who = keyof typeof FILERS;

/** Filers whose link status can only be in a roster after go-live. */
export const ONLY_AFTER: readonly Who[] = ['failed', 'pending'];
