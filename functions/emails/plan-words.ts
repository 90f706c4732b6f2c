import type { Temporal } from 'temporal-polyfill';
import { goLiveAt } from '../launch/phases.ts';
import type { Plan } from '../launch/plan.ts';
import { clean, paragraphsOf } from './clean.ts';
import { momentOf, UNKNOWN, wallMoment } from './dates.ts';
import type { Model, Span } from './model.ts';

/** What every email of a plan has in common. */
export interface PlanWords extends Pick<Model, 'court' | 'helpDesk' | 'pacer' | 'domains' | 'wording'> {
  readonly times: Times;
}

export interface Times {
  /** Epoch milliseconds; `null` while the date is to be announced. */
  readonly goLive: number | null;
  /** From then on a code sent by post may come too late. */
  readonly lateFrom: number | null;
  readonly words: Omit<Model['launch'], 'open' | 'late'>;
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

function timesOf(
  { court, goLive: { certainty }, outages }: Plan,
  goLive: Temporal.ZonedDateTime | null,
): Times {
  const { filing, viewing, registration } = (goLive && outages) || {};
  const closes = [filing?.from, registration?.from].filter((from) => from !== undefined).sort()[0];
  const span = (window: { from: string; to: string } | undefined): Span =>
    window
      ? { known: true, from: wallMoment(window.from, court.zone), to: wallMoment(window.to, court.zone) }
      : { known: false, from: UNKNOWN, to: UNKNOWN };
  const opens = goLive ? momentOf(goLive) : UNKNOWN;
  return {
    goLive: goLive?.epochMilliseconds ?? null,
    lateFrom: goLive?.subtract({ days: LATE_DAYS }).epochMilliseconds ?? null,
    words: {
      known: goLive !== null,
      estimated: certainty === 'estimated',
      goLive: opens,
      doBy: closes ? wallMoment(closes, court.zone) : opens,
      filing: span(filing),
      viewing: span(viewing),
      registration: span(registration),
    },
  };
}
