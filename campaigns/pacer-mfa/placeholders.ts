import type { Placeholder, Table } from '../campaign.ts';

const LATER = 'a date to be announced';

/** What a court's own text can name of this campaign. */
export const placeholders = {
  deadline: { label: 'Day and time of the deadline', at: 'deadline.at', otherwise: LATER },
  'deadline-day': { label: 'Day of the deadline', at: 'deadline.day', otherwise: LATER },
  'deadline-date': { label: 'Date of the deadline', at: 'deadline.date', otherwise: LATER },
  'enrollment-opens-day': {
    label: 'Day on which enrollment opens',
    at: 'enroll.opens.day',
    otherwise: LATER,
  },
  'enrollment-opens-date': {
    label: 'Date on which enrollment opens',
    at: 'enroll.opens.date',
    otherwise: LATER,
  },
  'apps-per-account': { label: 'Authentication apps that one account can have', at: 'apps' },
  'mfa-page': { label: "The court's MFA page", at: 'links.mfa', kind: 'page' },
  'ecf-login-page': { label: "The court's ECF login page", at: 'links.ecfLogin', kind: 'page' },
  'pacer-phone': { label: 'Phone number of the PACER Service Center', at: 'pacer.phone', kind: 'phone' },
  'pacer-email': { label: 'Email address of the PACER Service Center', at: 'pacer.email', kind: 'email' },
  'pacer-hours': { label: 'Hours of the PACER Service Center', at: 'pacer.hours' },
  'pacer-register-page': { label: 'Where to register with PACER', at: 'pacer.register', kind: 'page' },
  'manage-account-page': { label: 'Manage My Account at PACER', at: 'pacer.manageAccount', kind: 'page' },
  'pacer-steps-page': { label: "PACER's steps to enroll", at: 'pacer.steps', kind: 'page' },
} as const satisfies Table<Placeholder>;
