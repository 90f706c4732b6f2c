import type { FieldRow, PlanTemplate, Table } from '../campaign.ts';

/** How the plan editor asks for the members of PACER MFA's plan. */
export const fields = {
  'court.links.mfa': {
    section: 'contacts',
    group: 'The court’s pages',
    label: 'MFA page',
    hint: 'The court’s own page about MFA, where the general notice is posted.',
  },
  'court.links.ecfLogin': { section: 'contacts', group: 'The court’s pages', label: 'ECF login page' },
  'pacer.phone': {
    section: 'contacts',
    group: 'PACER Service Center',
    label: 'PACER phone number',
    hint: '',
  },
  'pacer.email': {
    section: 'contacts',
    group: 'PACER Service Center',
    label: 'PACER email address',
    hint: '',
  },
  'pacer.hours': {
    section: 'contacts',
    group: 'PACER Service Center',
    label: 'PACER hours',
    hint: 'When the PACER Service Center answers.',
  },
  'pacer.manageAccount': { section: 'contacts', group: 'PACER pages', label: 'Manage My Account' },
  'pacer.register': { section: 'contacts', group: 'PACER pages', label: 'Register for a PACER account' },
  'pacer.steps': { section: 'contacts', group: 'PACER pages', label: 'Steps to enroll' },
  appsPerAccount: { section: 'contacts', group: 'PACER pages', label: 'Authentication apps for one account' },
  'advice.whenPromptedFrom': {
    section: 'dates',
    group: 'Advice to filers',
    label: 'First day of the advice to enroll only when prompted',
    hint: 'Before that day, filers enroll whenever they like.',
  },
  'advice.deadlinePeriodDays': {
    section: 'dates',
    group: 'Advice to filers',
    label: 'Days before the deadline on which that advice ends',
    hint: 'From then on, every filer is told to enroll now.',
  },
  'wording.software': { section: 'wording', label: 'Filing software' },
  'wording.sharing': { section: 'wording', label: 'Shared accounts' },
  'wording.lockedOut': { section: 'wording', label: 'Locked out before a filing' },
  confirmEnforced: {
    section: 'safeguards',
    group: 'Before emails go out',
    label: 'Enforcement day waits until someone confirms that PACER requires MFA',
    hint: 'Recommended: if PACER postpones the deadline, no one is told that it has passed.',
  },
  mfaStatusMaxAgeDays: {
    section: 'safeguards',
    group: 'Before emails go out',
    label: 'Days that enrollment status stays current',
    hint: 'Reminders and follow-ups wait if the roster’s enrollment status is older than this.',
  },
} as const satisfies Table<FieldRow>;

const at = (days: number, anchor: 'opens' | 'deadline', time = '10:00') => ({ days, anchor, at: time });

/** The usual phases of a change to MFA. */
export const template = {
  members: { confirmEnforced: true },
  phases: [
    { id: 'announcement', kind: 'announcement', when: at(2, 'opens') },
    { id: 'reminder-1', kind: 'reminder', when: at(-90, 'deadline') },
    { id: 'reminder-2', kind: 'reminder', when: at(-30, 'deadline') },
    { id: 'warning', kind: 'deadline-warning', when: at(-9, 'deadline') },
    { id: 'enforcement', kind: 'enforcement-day', when: at(2, 'deadline', '08:30') },
    { id: 'follow-up-1', kind: 'follow-up', when: at(7, 'deadline') },
    { id: 'follow-up-2', kind: 'follow-up', when: at(30, 'deadline') },
  ],
} as const satisfies PlanTemplate;
