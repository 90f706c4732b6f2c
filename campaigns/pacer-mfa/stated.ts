import type { StatedRow, Table } from '../campaign.ts';

/** Facts of a plan that emails state. Dates aren't among them: a change of dates has an email of its own. */
export const stated = {
  'pacer-phone': { label: 'The PACER Service Center’s phone number', at: ['pacer', 'phone'] },
  'pacer-email': { label: 'The PACER Service Center’s email address', at: ['pacer', 'email'] },
  'pacer-hours': { label: 'The PACER Service Center’s hours', at: ['pacer', 'hours'] },
  'manage-account-page': { label: 'PACER’s Manage My Account page', at: ['pacer', 'manageAccount'] },
  'pacer-register-page': { label: 'Where to register with PACER', at: ['pacer', 'register'] },
  'pacer-steps-page': { label: 'PACER’s page with the steps to enroll', at: ['pacer', 'steps'] },
  'mfa-page': { label: 'The court’s MFA page', at: ['court', 'links', 'mfa'] },
  'ecf-login-page': { label: 'The court’s ECF login page', at: ['court', 'links', 'ecfLogin'] },
  apps: { label: 'How many authentication apps an account can have', at: ['appsPerAccount'] },
  software: { label: 'Filing software that supports MFA', at: ['wording', 'software'] },
  sharing: { label: 'Advice for people who share an account', at: ['wording', 'sharing'] },
  'locked-out': {
    label: 'What to do if you cannot sign in when a filing is due',
    at: ['wording', 'lockedOut'],
  },
} as const satisfies Table<StatedRow>;
