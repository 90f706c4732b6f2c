import type { Expected } from './launch.ts';

/** What an email asks of its reader, as the domain page has it. */
const STEPS = [
  'is the account yours alone?',
  'get an individual account',
  'upgrade',
  'check the account',
  'know the password',
  'link',
  'fix the link',
  'note on PAAs',
  'for whom it is',
] as const;
type Step = (typeof STEPS)[number];

const ACCOUNT_STEPS: Readonly<Record<string, Step>> = {
  'needs-individual-account': 'get an individual account',
  'needs-upgrade': 'upgrade',
  'verify-account': 'check the account',
};

/** The parts that an email must have; it has no other of these. */
export function expectedSteps({ kind, reading, sharedAddress, isFirst }: Expected): Step[] {
  const before = kind === 'notice' || kind === 'pre-outage';
  const account = ACCOUNT_STEPS[reading.account?.state ?? ''];
  const wanted: (Step | false | undefined)[] = [
    reading.confirmIndividual && 'is the account yours alone?',
    account,
    before ? 'know the password' : 'link',
    // Who has no account ready reads last what to do if linking fails: see `saysHowToFix`.
    reading.state === 'link-failed' && !account && 'fix the link',
    isFirst && reading.firmBilling && 'note on PAAs',
    sharedAddress && 'for whom it is',
  ];
  return STEPS.filter((step) => wanted.includes(step));
}

const HEADINGS: Readonly<Record<Step, RegExp>> = {
  'is the account yours alone?': /^(1\. )?Make sure your PACER account is yours alone$/m,
  'get an individual account': /^(\d\. )?Get your own PACER account$/m,
  upgrade: /^(\d\. )?Upgrade your PACER account$/m,
  'check the account': /^(\d\. )?Check whether your PACER account is upgraded$/m,
  'know the password': /^(\d\. )?Make sure you know your CM\/ECF login and password$/m,
  link: /^(\d\. )?Link your accounts$/m,
  'fix the link': /^Linking did not work$/m,
  'note on PAAs': /^If your firm or office pays for PACER$/m,
  'for whom it is': /^This email is for /m,
};

/** The parts that an email has, told by the headings of its text. */
export function namedSteps(text: string): Step[] {
  return STEPS.filter((step) => HEADINGS[step].test(text));
}

/** Whether an email says what to do when linking fails: each to a filer whose link failed must. */
export function saysHowToFix(text: string): boolean {
  return /^(Linking did|If linking does) not work$/m.test(text);
}
