import type { StatedRow, Table } from '../campaign.ts';

/** Facts of a plan that emails state. Dates aren't among them: a change of dates has an email of its own. */
export const stated = {
  'pacer-phone': { label: 'The PACER Service Center’s phone number', at: ['pacer', 'phone'] },
  'pacer-email': { label: 'The PACER Service Center’s email address', at: ['pacer', 'email'] },
  'pacer-hours': { label: 'The PACER Service Center’s hours', at: ['pacer', 'hours'] },
  'pacer-register-page': { label: 'Where to register with PACER', at: ['pacer', 'register'] },
  'manage-account-page': { label: 'PACER’s Manage My Account page', at: ['pacer', 'manageAccount'] },
  'pacer-faq-page': { label: 'PACER’s page of frequently asked questions', at: ['pacer', 'faq'] },
  'paa-page': { label: 'PACER’s page about administrative accounts', at: ['pacer', 'paa'] },
  'paa-register-page': {
    label: 'Where firms register for a PACER Administrative Account',
    at: ['pacer', 'paaRegister'],
  },
  'nextgen-page': { label: 'The court’s NextGen page', at: ['court', 'links', 'nextgen'] },
  'ecf-login-page': { label: 'The court’s ECF login page', at: ['court', 'links', 'ecfLogin'] },
  deadlines: { label: 'Deadlines while the system is closed', at: ['wording', 'deadlines'] },
  'emergency-filing': { label: 'Emergency filings', at: ['wording', 'emergencyFiling'] },
  'linking-fails': { label: 'What to do if linking does not work', at: ['wording', 'linkingFails'] },
} as const satisfies Table<StatedRow>;
