import type { StatedRow, Table } from '../campaign.ts';

/** Facts of a plan that emails state. Dates aren't among them: a change of dates has an email of its own. */
export const stated = {
  'pacer-phone': { label: 'Phone number of the PACER Service Center', at: ['pacer', 'phone'] },
  'pacer-email': { label: 'Email address of the PACER Service Center', at: ['pacer', 'email'] },
  'pacer-hours': { label: 'Hours of the PACER Service Center', at: ['pacer', 'hours'] },
  'pacer-register-page': { label: 'Where to register with PACER', at: ['pacer', 'register'] },
  'manage-account-page': { label: 'Manage My Account at PACER', at: ['pacer', 'manageAccount'] },
  'pacer-faq-page': { label: 'PACER’s frequently asked questions', at: ['pacer', 'faq'] },
  'paa-page': { label: 'About PACER Administrative Accounts', at: ['pacer', 'paa'] },
  'paa-register-page': { label: 'Where a firm registers for one', at: ['pacer', 'paaRegister'] },
  'nextgen-page': { label: 'The court’s NextGen page', at: ['court', 'links', 'nextgen'] },
  'ecf-login-page': { label: 'The court’s ECF login page', at: ['court', 'links', 'ecfLogin'] },
  deadlines: { label: 'Deadlines that fall in the outage', at: ['wording', 'deadlines'] },
  'emergency-filing': { label: 'How to file in an emergency', at: ['wording', 'emergencyFiling'] },
  'linking-fails': { label: 'What to do when linking fails', at: ['wording', 'linkingFails'] },
} as const satisfies Table<StatedRow>;
