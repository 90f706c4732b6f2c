import type { FieldRow, PlanTemplate, Table } from '../campaign.ts';

/** How the plan editor asks for the members of NextGen's plan. */
export const fields = {
  'court.links.nextgen': {
    section: 'contacts',
    group: 'The court’s pages',
    label: 'NextGen page',
    hint: 'The court’s page with the step-by-step instructions.',
  },
  'court.links.nextgenLabel': {
    section: 'contacts',
    group: 'The court’s pages',
    label: 'Name of the link to the NextGen page',
    hint: 'As it reads on the court’s website, such as NextGen: Central Sign-On.',
  },
  'court.links.ecfLogin': {
    section: 'contacts',
    group: 'The court’s pages',
    label: 'ECF login page',
    hint: 'The page where a filer resets a CM/ECF password.',
  },
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
  'pacer.register': {
    section: 'contacts',
    group: 'PACER pages',
    label: 'Register for a PACER account',
    hint: 'Where a person registers for an individual account.',
  },
  'pacer.manageAccount': {
    section: 'contacts',
    group: 'PACER pages',
    label: 'Manage My Account',
    hint: 'Where the account type is shown and can be upgraded.',
  },
  'pacer.faq': {
    section: 'contacts',
    group: 'PACER pages',
    label: 'Frequently asked questions',
    hint: '',
  },
  'pacer.paa': {
    section: 'contacts',
    group: 'PACER pages',
    label: 'About PACER Administrative Accounts',
    hint: 'Explains the accounts that firms have.',
  },
  'pacer.paaRegister': {
    section: 'contacts',
    group: 'PACER pages',
    label: 'Register for a PACER Administrative Account',
    hint: 'Where a firm registers for one.',
  },
  'wording.deadlines': {
    section: 'wording',
    label: 'Deadlines while the system is closed',
    hint: 'What applies to deadlines that fall during the outage.',
  },
  'wording.emergencyFiling': {
    section: 'wording',
    label: 'Emergency filings',
    hint: 'How to file in an emergency during the outage.',
  },
  'wording.linkingFails': {
    section: 'wording',
    label: 'What to do if linking does not work',
    hint: 'Instead of “try again, then contact our help desk.”',
  },
  'court.severalAccounts': {
    section: 'wording',
    label: 'Filers with several CM/ECF accounts',
    hint: 'What a person with several CM/ECF accounts is told to do.',
    choices: { 'link-apart': 'Link each account', 'ask-help-desk': 'Ask the help desk first' },
  },
  confirmFilingOpen: {
    section: 'safeguards',
    group: 'Before emails go out',
    label: 'Launch day waits until someone confirms that filing is open',
    hint: 'Recommended: if the upgrade takes longer than planned, no one is told that filing is open.',
  },
  linkStatusMaxAgeDays: {
    section: 'safeguards',
    group: 'Before emails go out',
    label: 'Days that link status stays current',
    hint: 'A follow-up waits if the roster’s link status is older than this.',
  },
} as const satisfies Table<FieldRow>;

const notice = (id: string, days: number) =>
  ({ id, kind: 'notice', when: { days, anchor: 'go-live', at: '09:00' } }) as const;
const followUp = (id: string, days: number) =>
  ({ id, kind: 'follow-up', when: { days, anchor: 'go-live', at: '10:00' } }) as const;

/** The usual phases of a move to NextGen. With go-live on a Monday, the notices are sent on Tuesdays. */
export const template = {
  members: { confirmFilingOpen: true },
  phases: [
    notice('notice-1', -90),
    notice('notice-2', -62),
    notice('notice-3', -34),
    notice('notice-4', -13),
    { id: 'pre-outage', kind: 'pre-outage', when: { days: -1, anchor: 'outage-start', at: '10:00' } },
    { id: 'launch-day', kind: 'launch-day', when: { days: 0, anchor: 'go-live', at: '09:00' } },
    followUp('follow-up-1', 2),
    followUp('follow-up-2', 7),
    followUp('follow-up-3', 14),
    followUp('follow-up-4', 30),
  ],
} as const satisfies PlanTemplate;
