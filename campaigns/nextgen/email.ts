import { Temporal } from 'temporal-polyfill';
import { blocksOf } from '../../functions/lib/clean.ts';
import { UNKNOWN } from '../../functions/lib/moment-words.ts';
import type { EmailView } from '../campaign.ts';
import { CASES, caseOf, type FilerState } from './case.ts';
import type { NextgenFiler } from './facts.ts';
import { placeholders } from './placeholders.ts';
import type { NextgenPlan } from './plan.ts';
import { EVERY_ROLE, isFiling, purposeOf, roleOf } from './roles.ts';
import { stated } from './stated.ts';
import type { Flag } from './states.ts';
import { allSteps, STEPS, stepsOf } from './steps.ts';
import { CODE_DAYS, timesOf } from './times.ts';
import { asTold } from './told.ts';

/** What the templates can name beyond the engine's own names. */
function names({ plan, filer, state, at, isAfter, pivot }: EmailView<NextgenPlan, NextgenFiler, FilerState>) {
  const { lateFrom, tooLateFrom, closings, freeze, words } = timesOf(plan, pivot);
  const next = closings.find((closing) => closing.at > at) ?? closings.at(-1);
  const left = next ? daysUntil(next.at, { from: at, zone: plan.court.zone }) : null;
  const role = roleOf(filer);
  const flag = (name: Flag) => state.flags.includes(name);
  return {
    pacer: plan.pacer,
    role,
    able: purposeOf(filer),
    launch: {
      ...words,
      /** Filing is open under NextGen. */
      open: isAfter,
      /** A code sent by post may come too late; it can't come before go-live. */
      late: lateFrom !== null && at >= lateFrom,
      tooLate: tooLateFrom !== null && at >= tooLateFrom,
      /** The next moment at which something closes: the steps before go-live are due by then. */
      doBy: next?.words ?? UNKNOWN,
      /** How long that is from now, in days of the court's calendar: `29 days`, `1 day`; empty on that day, and while it isn't known. */
      left: left === null || left <= 0 ? '' : left === 1 ? '1 day' : `${left} days`,
      /** The steps are due today; within as many days as a code sent by post takes at most. */
      dueToday: left === 0,
      soon: left !== null && left >= 0 && left < CODE_DAYS.most,
      /** Registration and password resets are closed. */
      frozen: freeze !== null && at >= freeze.from && at < freeze.to,
    },
    wording: {
      deadlines: blocksOf(plan.wording.deadlines),
      emergencyFiling: blocksOf(plan.wording.emergencyFiling),
      linkingFails: blocksOf(plan.wording.linkingFails),
    },
    is: {
      ready: state.account?.state === 'ready-to-link',
      /** The email lists steps. Some are left even while the court has yet to approve a link, and after it. */
      hasSteps: stepsOf(state, isAfter).size > 0,
      awaitingCourt: state.state === 'awaiting-court',
      linkFailed: state.state === 'link-failed',
      /** Linking failed, although the PACER account is ready: the fix is the first thing to do. */
      failedReady: state.state === 'link-failed' && state.account?.state === 'ready-to-link',
      linked: state.state === 'linked',
      /** No account in use, or none needed. */
      excused: state.state === 'inactive' || state.state === 'not-required',
      inactive: state.state === 'inactive',
      filing: isFiling(filer),
      contradiction: flag('contradiction'),
      elsewhere: filer.nextgenElsewhere === true,
      firm: flag('firm-billing'),
      /** Their only PACER account is for billing. */
      paaOnly: filer.pacerAccounts.includes('paa') && !filer.pacerAccounts.includes('shared'),
      /** They register with PACER as non-attorneys. */
      nonAttorney: role.nonAttorney || role.agent,
      linkApart: plan.court.severalAccounts === 'link-apart',
    },
  };
}

/** In days of the court's calendar. */
function daysUntil(until: number, { from, zone }: { from: number; zone: string }): number {
  const dayOf = (millis: number) =>
    Temporal.Instant.fromEpochMilliseconds(millis).toZonedDateTimeISO(zone).toPlainDate();
  return dayOf(from).until(dayOf(until), { largestUnit: 'days' }).days;
}

/** What emails ask of their readers. */
export const email = {
  cases: CASES,
  idle: ['nothing', 'wait-for-court'],
  caseOf,
  steps: STEPS,
  stepsOf,
  allSteps,
  names,
  asTold,
  stated,
  placeholders,
  everyoneNames: { role: EVERY_ROLE },
  everyone: { state: 'verify-account', flags: ['confirm-individual', 'firm-billing'] },
  samples: [{ nextgenElsewhere: true }, { nextgenElsewhere: false }],
} as const;
