import { Temporal } from 'temporal-polyfill';
import type { UserType } from '../domain/filer/filer.ts';
import { goLiveAt } from '../domain/plan/phases.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { clean, paragraphsOf } from './clean.ts';
import { type Moment, momentOf, type Span, UNKNOWN, wallMoment } from './dates.ts';
import type { Model } from './model.ts';

/** What every email of a plan has in common. */
interface PlanWords extends Pick<Model, 'court' | 'helpDesk' | 'pacer' | 'domains' | 'wording'> {
  readonly times: Times;
}

/** The times of a plan as emails need them. */
export interface Times {
  /** Epoch milliseconds; `null` while the date is to be announced. */
  readonly goLive: number | null;
  /** From then on a code sent by post may come too late. */
  readonly lateFrom: number | null;
  /** Moments at which something closes, in order; the last is go-live. */
  readonly closings: readonly { readonly at: number; readonly words: Moment }[];
  /** While registration and password resets are closed; `null` where the plan has no such time. */
  readonly freeze: { readonly from: number; readonly to: number } | null;
  readonly words: Omit<Model['launch'], 'open' | 'late' | 'doBy' | 'frozen'>;
}

/** Registering without a credit card sends a code by post, which takes up to 10 business days. */
const LATE_DAYS = 35;

const known = new WeakMap<Plan, PlanWords>();

/** Worked out once a plan: formatting dates costs more than rendering an email. */
export function planWords(plan: Plan): PlanWords {
  const words = known.get(plan) ?? wordsOf(plan);
  known.set(plan, words);
  return words;
}

function wordsOf(plan: Plan): PlanWords {
  const { court, wording } = plan;
  return {
    court: {
      ...namesOf(clean(court.name)),
      sender: clean(court.sender.name),
      nextgen: court.links.nextgen,
      nextgenLabel: clean(court.links.nextgenLabel ?? ''),
      ecfLogin: court.links.ecfLogin,
    },
    helpDesk: {
      email: court.helpDesk.email,
      phone: clean(court.helpDesk.phone ?? ''),
      hours: clean(court.helpDesk.hours),
    },
    pacer: plan.pacer,
    domains: new Intl.ListFormat('en-US', { type: 'disjunction' }).format(plan.linkDomains),
    wording: {
      deadlines: paragraphsOf(wording.deadlines),
      emergencyFiling: paragraphsOf(wording.emergencyFiling),
      linkingFails: paragraphsOf(wording.linkingFails),
    },
    times: timesOf(plan, goLiveAt(plan)),
  };
}

function namesOf(name: string): Pick<Model['court'], 'name' | 'theName' | 'TheName'> {
  const bare = name.replace(/^the /i, '');
  return { name, theName: `the ${bare}`, TheName: `The ${bare}` };
}

function timesOf(plan: Plan, goLive: Temporal.ZonedDateTime | null): Times {
  const { zone } = plan.court;
  const { filing, viewing, registration } = (goLive && plan.outages) || {};
  const millis = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds;
  const span = (window: { from: string; to: string } | undefined): Span =>
    window
      ? { known: true, from: wallMoment(window.from, zone), to: wallMoment(window.to, zone) }
      : { known: false, from: UNKNOWN, to: UNKNOWN };
  const closings = [registration?.from, filing?.from]
    .filter((wall) => wall !== undefined)
    .map((wall) => ({ at: millis(wall), words: wallMoment(wall, zone) }));
  const opens = goLive ? [{ at: goLive.epochMilliseconds, words: momentOf(goLive) }] : [];
  return {
    goLive: goLive?.epochMilliseconds ?? null,
    lateFrom: goLive?.subtract({ days: LATE_DAYS }).epochMilliseconds ?? null,
    closings: [...closings, ...opens].sort((one, other) => one.at - other.at),
    freeze: registration ? { from: millis(registration.from), to: millis(registration.to) } : null,
    words: {
      known: goLive !== null,
      estimated: plan.goLive.certainty === 'estimated',
      goLive: opens[0]?.words ?? UNKNOWN,
      filing: span(filing),
      viewing: span(viewing),
      registration: span(registration),
    },
  };
}

/** How an email names a filer's kind; empty where the roster doesn't say. */
export const USER_TYPE_LABELS: Readonly<Record<UserType, string>> = {
  attorney: 'attorney',
  trustee: 'trustee',
  'us-trustee': 'U.S. Trustee staff',
  'filing-agent': 'filing agent',
  'limited-filer': 'limited filer',
  creditor: 'creditor',
  'court-reporter': 'court reporter',
  transcriber: 'transcriber',
  auditor: 'auditor',
  'course-provider': 'course provider',
  'government-attorney': 'government attorney',
  media: 'media',
  'pro-se': 'party without an attorney',
  judge: 'judge',
  'court-staff': 'court staff',
  unknown: '',
};
