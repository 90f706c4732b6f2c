import type { PhaseKind } from '../../../functions/domain/plan/kinds.ts';
import type { Who } from './seed-filers.ts';

/** One fact of the court's notice of 2018, and which emails must carry it. */
interface SeedFact {
  readonly number: number;
  /** The fact in our words. */
  readonly fact: string;
  /** All of these are in the email, in its text and in its HTML. Links count with their address. */
  readonly says: readonly RegExp[];
  readonly kinds: readonly PhaseKind[];
  readonly who: readonly Who[];
  /** Filers whose emails of these kinds must not carry it: it isn't theirs. @default no one */
  readonly notWho?: readonly Who[];
}

const BEFORE = ['notice', 'pre-outage'] as const;
const AFTER = ['launch-day', 'follow-up'] as const;
const ALWAYS = [...BEFORE, ...AFTER] as const;

const MUST_GET_ONE = ['shared', 'none', 'paaOnly'] as const;
const MUST_UPGRADE = ['legacy', 'old', 'conflict', 'failed'] as const;
const MUST_CHECK = ['unsure', 'odd', 'mystery'] as const;
const READY = ['upgraded', 'elsewhere', 'recent'] as const;
const MUST_CONFIRM = ['mystery'] as const;
const TO_LINK = [...MUST_GET_ONE, ...MUST_UPGRADE, ...MUST_CHECK, ...READY] as const;
const EVERYONE = [...TO_LINK, 'pending'] as const;
const NOT_ALONE = [...MUST_GET_ONE, ...MUST_CONFIRM] as const;
const HAS_OWN = ['legacy', 'unsure', 'upgraded', 'elsewhere', 'recent', 'odd'] as const;
const FIRMS = ['shared', 'paaOnly', 'legacy'] as const;
/** A firm that has a PAA isn't told to set one up. */
const FIRMS_WITHOUT = ['shared', 'legacy'] as const;
const NO_FIRMS = ['none', 'upgraded', 'mystery'] as const;

const NEXTGEN_PAGE = /www\.nysb\.uscourts\.gov\/nextgen/;
const REGISTER = /pacer\.uscourts\.gov\/register-account(?!\/)/;
const MANAGE = /pacer\.psc\.uscourts\.gov\/pscof\/login\.xhtml/;

/** The notice from its first sentence to its last. */
export const SEED_FACTS: readonly SeedFact[] = [
  {
    number: 1,
    fact: 'which notice of several this is',
    says: [/Notice 4 of 4/],
    kinds: ['notice'],
    who: EVERYONE,
  },
  {
    number: 2,
    fact: 'NextGen CM/ECF starts on October 22, 2018',
    says: [/NextGen CM\/ECF/, /October 22, 2018/],
    kinds: [...BEFORE, 'follow-up'],
    who: EVERYONE,
  },
  {
    number: 3,
    fact: 'in which court',
    says: [/Bankruptcy Court for the Southern District of New York/],
    kinds: ALWAYS,
    who: EVERYONE,
  },
  {
    number: 4,
    fact: 'one account, one login and password, for all courts: district, appellate and bankruptcy',
    says: [/[Oo]ne PACER account/, /its login and password/, /district, appellate and bankruptcy/],
    kinds: ['notice', 'launch-day'],
    who: EVERYONE,
  },
  {
    number: 5,
    fact: 'each court must have moved to NextGen first',
    says: [/as each court moves to NextGen|every court that uses NextGen/],
    kinds: ['notice', 'launch-day'],
    who: EVERYONE,
  },
  {
    number: 6,
    fact: 'no filing from October 19, 2018, 8:30 a.m. to October 22, 2018, 8:30 a.m.',
    says: [
      /[Ff]iling will be closed.*from \S*Friday, October 19, 2018, at 8:30 a\.m\. Eastern Time until Monday, October 22, 2018, at 8:30 a\.m\. Eastern Time/,
    ],
    kinds: BEFORE,
    who: EVERYONE,
  },
  {
    number: 7,
    fact: "details stand on the court's NextGen page",
    says: [NEXTGEN_PAGE],
    kinds: ALWAYS,
    who: EVERYONE,
  },
  {
    number: 8,
    fact: 'the first question: do you share a PACER account?',
    says: [/share a PACER account with others/],
    kinds: ALWAYS,
    who: MUST_CONFIRM,
    notWho: HAS_OWN,
  },
  {
    number: 9,
    fact: 'you must have an individual account of your own',
    says: [/Get (your own PACER account|one of your own)/],
    kinds: ALWAYS,
    who: NOT_ALONE,
    notWho: HAS_OWN,
  },
  {
    number: 10,
    fact: 'it is linked to the CM/ECF account that you file with',
    says: [/link it to the CM\/ECF account that you file with/],
    kinds: ALWAYS,
    who: MUST_GET_ONE,
    notWho: HAS_OWN,
  },
  {
    number: 11,
    fact: 'shared accounts cannot file after go-live',
    says: [/[Ss]hared account/, /(cannot|not be able to) file with a shared/],
    kinds: ALWAYS,
    who: ['shared', 'none', ...MUST_CONFIRM],
    notWho: HAS_OWN,
  },
  {
    number: 12,
    fact: 'who has an individual account goes on to the next step',
    says: [/I have my own account\. .*next step/],
    kinds: ALWAYS,
    who: MUST_CONFIRM,
  },
  {
    number: 13,
    fact: "how to get one, step by step, on the court's page",
    says: [/NextGen page.{0,90}shows each step/],
    kinds: ALWAYS,
    who: NOT_ALONE,
  },
  {
    number: 14,
    fact: 'where to register',
    says: [REGISTER],
    kinds: ALWAYS,
    who: NOT_ALONE,
    notWho: ['legacy', 'upgraded'],
  },
  { number: 15, fact: "PACER's help: 800-676-6856", says: [/800-676-6856/], kinds: ALWAYS, who: EVERYONE },
  {
    number: 16,
    fact: 'where the frequent questions are answered',
    says: [/pacer\.uscourts\.gov\/help\/faqs/],
    kinds: ALWAYS,
    who: NOT_ALONE,
  },
  {
    number: 17,
    fact: 'accounts made before August 11, 2014 must be upgraded',
    says: [/created before August 11, 2014/, /must be upgraded once|need to upgrade it only once/],
    kinds: ALWAYS,
    who: [...MUST_UPGRADE, ...MUST_CHECK],
    notWho: [...MUST_GET_ONE, 'upgraded', 'elsewhere'],
  },
  {
    number: 18,
    fact: 'where to upgrade',
    says: [MANAGE],
    kinds: ALWAYS,
    who: [...MUST_UPGRADE, ...MUST_CHECK],
  },
  {
    number: 19,
    fact: "how to upgrade, step by step, on the court's page",
    says: [/NextGen page.{0,90}shows each step/, NEXTGEN_PAGE],
    kinds: ALWAYS,
    who: [...MUST_UPGRADE, ...MUST_CHECK],
  },
  {
    number: 20,
    fact: 'accounts made later are upgraded already',
    says: [/Later accounts are already upgraded|(new account|It) does not need an upgrade/],
    kinds: ALWAYS,
    who: [...MUST_CHECK, ...MUST_GET_ONE],
  },
  {
    number: 21,
    fact: 'wait for October 22, then link',
    says: [
      /On Monday, October 22, 2018, link your accounts/,
      /cannot link your accounts before October 22, 2018/,
    ],
    kinds: BEFORE,
    who: TO_LINK,
  },
  {
    number: 22,
    fact: 'you must know the CM/ECF login and password to link',
    says: [/need them to link your accounts/, /CM\/ECF login and password/],
    kinds: BEFORE,
    who: TO_LINK,
  },
  {
    number: 23,
    fact: 'that is the account that you file with',
    says: [/account that you file with/],
    kinds: BEFORE,
    who: TO_LINK,
  },
  {
    number: 24,
    fact: 'a password kept only in the browser is lost, and only the court can recover it',
    says: [/browser/, /lost/, /only the court will be able to recover it/],
    kinds: BEFORE,
    who: TO_LINK,
  },
  {
    number: 25,
    fact: 'before go-live: ECF login page, Reset, follow the steps',
    says: [/ECF login page/, /Reset/, /follow the instructions/, /ecf\.nysb\.uscourts\.gov/],
    kinds: BEFORE,
    who: TO_LINK,
  },
  {
    number: 26,
    fact: 'the login is usually first initial and full last name',
    says: [/first initial and full last name/],
    kinds: ALWAYS,
    who: TO_LINK,
  },
  {
    number: 27,
    fact: 'link the PACER account to CM/ECF',
    says: [/link your (accounts?|PACER account)/i],
    kinds: ALWAYS,
    who: TO_LINK,
  },
  {
    number: 28,
    fact: 'sign in with the upgraded PACER login: only a PACER menu shows',
    says: [/upgraded PACER account/, /only a PACER menu/],
    kinds: ALWAYS,
    who: TO_LINK,
    notWho: ['pending'],
  },
  {
    number: 29,
    fact: 'the link is made in the menu "Utilities"',
    says: [/Utilities/],
    kinds: ALWAYS,
    who: TO_LINK,
    notWho: ['pending'],
  },
  {
    number: 30,
    fact: "how to link, step by step, on the court's page",
    says: [/NextGen page.{0,90}shows each step/],
    kinds: ALWAYS,
    who: TO_LINK,
  },
  {
    number: 31,
    fact: 'a refresh brings the CM/ECF menus',
    says: [/Refresh the page/, /CM\/ECF menus will appear/],
    kinds: ALWAYS,
    who: TO_LINK,
  },
  {
    number: 32,
    fact: 'linking is done once',
    says: [/do this only once for this court/],
    kinds: ALWAYS,
    who: TO_LINK,
  },
  {
    number: 33,
    fact: 'help by email',
    says: [/ecf-helpdesk@nysb\.uscourts\.gov/],
    kinds: ALWAYS,
    who: EVERYONE,
  },
  {
    number: 34,
    fact: "upgraded for another court's NextGen: don't upgrade again",
    says: [/another court/, /Skip this step|do not upgrade it again/],
    kinds: ALWAYS,
    who: [...MUST_UPGRADE, ...MUST_CHECK],
  },
  {
    number: 35,
    fact: 'who is upgraded starts at linking',
    says: [/1\. Make sure you know your CM\/ECF login|(?<!\d\. )Link your accounts/],
    kinds: ALWAYS,
    who: ['upgraded', 'elsewhere'],
    notWho: [...MUST_GET_ONE, 'legacy'],
  },
  {
    number: 36,
    fact: 'PACER shows whether an account is upgraded',
    says: [/Account Type/, MANAGE],
    kinds: ALWAYS,
    who: ['old', ...MUST_CHECK],
  },
  {
    number: 37,
    fact: 'firms: a PACER Administrative Account manages accounts and pays fees in one place',
    says: [
      /PACER Administrative Account/,
      /manages its people's PACER accounts/,
      /pays their fees in one place/,
    ],
    kinds: ALWAYS,
    who: FIRMS_WITHOUT,
    notWho: NO_FIRMS,
  },
  {
    number: 38,
    fact: 'where it is explained',
    says: [/my-account-billing\/billing\/pacer-administrative-account/],
    kinds: ALWAYS,
    who: FIRMS,
    notWho: NO_FIRMS,
  },
  {
    number: 39,
    fact: 'where to register for one',
    says: [/register-account\/group-billing/],
    kinds: ALWAYS,
    who: FIRMS_WITHOUT,
    notWho: NO_FIRMS,
  },
  {
    number: 40,
    fact: 'who is upgraded can verify that at PACER',
    says: [/Account Type/, /Upgraded PACER Account/, MANAGE],
    kinds: ALWAYS,
    who: [...READY, ...MUST_UPGRADE, ...MUST_CHECK],
    notWho: MUST_GET_ONE,
  },
];
