import { Temporal } from 'temporal-polyfill';
import type { Moment, Plan, PlanPhase } from '../../domain/plan/plan.ts';
import { planHash } from '../../domain/plan/plan-version.ts';
import { timeOfDay } from '../../lib/court-time.ts';
import { phaseKindName } from '../phases/phase-name.ts';

/** A part of a plan in words. */
export interface PlanSection {
  readonly title: string;
  readonly rows: readonly PlanRow[];
}

export interface PlanRow {
  readonly label: string;
  readonly value: string;
}

/** What differs between two plans; `null`: the one doesn't say it. */
export interface PlanDifference {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** `October 22, 2018, 8:30 a.m.` of `2018-10-22T08:30`: wall time of the court. */
export function wallTimeLabel(wall: string): string {
  const at = Temporal.PlainDateTime.from(wall);
  const date = at.toLocaleString('en-US', {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'short',
  });
  return `${date}, ${timeOfDay(at.toPlainTime())}`;
}

const ANCHORS: Readonly<Record<Moment['anchor'], string>> = {
  'go-live': 'go-live',
  'outage-start': 'the outage starts',
  'outage-end': 'the outage ends',
};

/** `90 days before go-live, 9:00 a.m.` */
export function momentLabel({ days, anchor, at }: Moment): string {
  const time = timeOfDay(Temporal.PlainTime.from(at));
  const [before, on] = anchor === 'go-live' ? ['before', 'On the day of'] : ['before', 'On the day'];
  if (days === 0) return `${on} ${ANCHORS[anchor]}, ${time}`;
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return `${count} ${days < 0 ? before : 'after'} ${ANCHORS[anchor]}, ${time}`;
}

/** `October 22, 2018, 8:30 a.m., an estimate` */
export function goLiveLabel(goLive: Plan['goLive']): string {
  if (goLive.certainty === 'to-be-announced') return 'To be announced';
  const words = wallTimeLabel(`${goLive.date}T${goLive.time}`);
  return goLive.certainty === 'estimated' ? `${words}, an estimate` : words;
}

/** The whole plan in words, part by part. */
export function planSections(plan: Plan): PlanSection[] {
  return [datesOf(plan), phasesOf(plan), courtOf(plan), wordingOf(plan), guardsOf(plan), pacerOf(plan)];
}

function datesOf({ goLive, outages }: Plan): PlanSection {
  const window = (label: string, value: { from: string; to: string } | undefined) =>
    row(label, value && `${wallTimeLabel(value.from)} to ${wallTimeLabel(value.to)}`);
  return section('Dates', [
    row('Go-live', goLiveLabel(goLive)),
    window('Filing is closed', outages?.filing),
    window('Viewing is closed', outages?.viewing),
    window('Registration is closed', outages?.registration),
  ]);
}

function phasesOf({ phases }: Plan): PlanSection {
  return section(
    'Phases',
    phases.map((phase) => row(phase.id, phaseWords(phase))),
  );
}

function phaseWords({ kind, when, expires, approval, hold, unsubscribe }: PlanPhase): string {
  return [
    `${phaseKindName(kind)}: ${momentLabel(when)}`,
    expires && `not at all after ${momentLabel(expires)}`,
    approval === 'by-hand' && 'waits for a person’s release',
    hold && 'held',
    unsubscribe && `unsubscribe at ${unsubscribe}`,
  ]
    .filter(Boolean)
    .join('; ');
}

function courtOf({ name, court, linkDomains }: Plan): PlanSection {
  const { sender, helpDesk, links } = court;
  return section('The court', [
    row('Launch', name),
    row('Court', `${court.name} (${court.id})`),
    row('Clock', court.zone),
    row('Emails are from', `${sender.name}, ${sender.address}`),
    row('Help desk', [helpDesk.email, helpDesk.phone, helpDesk.hours].filter(Boolean).join(', ')),
    row('NextGen page', links.nextgen),
    row('Called', links.nextgenLabel),
    row('ECF login page', links.ecfLogin),
    row(
      'Who has several accounts',
      court.severalAccounts === 'link-apart' ? 'links each one' : 'asks the help desk first',
    ),
    row('Links may lead to', linkDomains.join(', ')),
  ]);
}

function wordingOf({ wording }: Plan): PlanSection {
  return section('The clerk’s own words', [
    row('Deadlines in the outage', wording.deadlines),
    row('Emergency filing', wording.emergencyFiling),
    row('When linking fails', wording.linkingFails),
  ]);
}

function guardsOf({ confirmFilingOpen, fourEyes, linkStatusMaxAgeDays, roster, sending }: Plan): PlanSection {
  const { breaker } = sending;
  return section('Safeguards', [
    row('Launch day', confirmFilingOpen ? 'waits for the word that filing is open' : 'starts by itself'),
    row(
      'Four eyes',
      fourEyes ? 'who uploads may not release' : 'not asked for: who uploads may also release',
    ),
    row('Link status for follow-ups', `at most ${linkStatusMaxAgeDays} days old`),
    row(
      'A roster waits for a person',
      `from ${roster.maxRejectedPercent} % rows refused, ${roster.maxGonePercent} % of the filers gone, or ${roster.maxUnreachablePercent} % newly without a usable address`,
    ),
    row('Replaced rosters are kept', `${roster.keepDays} days`),
    row('Part of the account’s rate and quota', `${Math.round(sending.accountShare * 100)} %`),
    row(
      'An email whose fate is unknown',
      sending.unknown === 'resend' ? 'is sent once more after an hour' : 'waits for operations staff',
    ),
    row(
      'A run is held by itself',
      `from ${breaker.bouncePercent} % bounces or ${breaker.complaintPercent} % complaints after ${breaker.afterSends} emails, or ${breaker.failuresInARow} failures in a row`,
    ),
  ]);
}

function pacerOf({ pacer }: Plan): PlanSection {
  return section('PACER', [
    row('Service Center', `${pacer.phone}, ${pacer.email}, ${pacer.hours}`),
    row('Register', pacer.register),
    row('Manage My Account', pacer.manageAccount),
    row('Questions', pacer.faq),
    row('About administrative accounts', pacer.paa),
    row('Register a firm', pacer.paaRegister),
  ]);
}

function row(label: string, value: string | undefined): PlanRow | null {
  return value === undefined ? null : { label, value };
}

function section(title: string, rows: readonly (PlanRow | null)[]): PlanSection {
  return { title, rows: rows.filter((one) => one !== null) };
}

/** What a plan says other than the one before it; all of it, where there was none. */
export function planDifferences(before: Plan | null, after: Plan): PlanDifference[] {
  if (before && planHash(before) === planHash(after)) return [];
  const [old, next] = [before ? rowsOf(before) : new Map<string, string>(), rowsOf(after)];
  const labels = [...new Set([...next.keys(), ...old.keys()])];
  return labels
    .map((label) => ({ label, before: old.get(label) ?? null, after: next.get(label) ?? null }))
    .filter((one) => one.before !== one.after);
}

function rowsOf(plan: Plan): Map<string, string> {
  return new Map(
    planSections(plan).flatMap(({ title, rows }) =>
      rows.map(({ label, value }): [string, string] => [`${title}: ${label}`, value]),
    ),
  );
}
