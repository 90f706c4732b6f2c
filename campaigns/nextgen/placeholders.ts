import type { Placeholder, Table } from '../campaign.ts';

const LATER = 'a date to be announced';

/** What a court's own text can name of this campaign. */
export const placeholders = {
  'go-live': { label: 'Day and time of go-live', at: 'launch.goLive.at', otherwise: LATER },
  'go-live-day': { label: 'Day of go-live', at: 'launch.goLive.day', otherwise: LATER },
  'go-live-date': { label: 'Date of go-live', at: 'launch.goLive.date', otherwise: LATER },
  'do-by': { label: 'When the steps are due', at: 'launch.doBy.at', otherwise: LATER },
  'do-by-date': { label: 'Date on which the steps are due', at: 'launch.doBy.date', otherwise: LATER },
  'filing-closes': { label: 'When filing closes', at: 'launch.filing.from.at', otherwise: LATER },
  'filing-reopens': { label: 'When filing reopens', at: 'launch.filing.to.at', otherwise: LATER },
  'nextgen-page': { label: "The court's NextGen page", at: 'links.nextgen', kind: 'page' },
  'nextgen-link-text': { label: 'What the link to that page is called', at: 'links.nextgenLabel' },
  'ecf-login-page': { label: "The court's ECF login page", at: 'links.ecfLogin', kind: 'page' },
  'pacer-phone': { label: 'Phone number of the PACER Service Center', at: 'pacer.phone', kind: 'phone' },
  'pacer-email': { label: 'Email address of the PACER Service Center', at: 'pacer.email', kind: 'email' },
  'pacer-hours': { label: 'Hours of the PACER Service Center', at: 'pacer.hours' },
  'pacer-register-page': { label: 'Where to register with PACER', at: 'pacer.register', kind: 'page' },
  'manage-account-page': { label: 'Manage My Account at PACER', at: 'pacer.manageAccount', kind: 'page' },
  'pacer-faq-page': { label: "PACER's frequently asked questions", at: 'pacer.faq', kind: 'page' },
  'paa-page': { label: 'About PACER Administrative Accounts', at: 'pacer.paa', kind: 'page' },
  'paa-register-page': { label: 'Where a firm registers for one', at: 'pacer.paaRegister', kind: 'page' },
} as const satisfies Table<Placeholder>;
