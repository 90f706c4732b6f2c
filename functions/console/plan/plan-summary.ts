import type { Plan, PlanPhase } from '../../domain/plan/plan.ts';
import { planHash } from '../../domain/plan/plan-version.ts';
import { phaseKindName } from '../phases/phase-name.ts';
import { goLiveLabel, momentLabel, wallTimeLabel } from './plan-labels.ts';

/** A part of a plan, as a person reads it. */
export interface PlanSection {
  readonly title: string;
  readonly rows: readonly PlanRow[];
}

/** One thing that a plan says. */
interface PlanRow {
  readonly label: string;
  readonly value: string;
}

/** A difference between two plans; `null`: that plan doesn't say it. */
export interface PlanDifference {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The whole plan, part by part. */
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
    phases.map((phase) => row(phase.id, phaseLabel(phase))),
  );
}

function phaseLabel({ kind, when, expires, approval, hold, unsubscribe }: PlanPhase): string {
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
      `from ${roster.maxRejectedPercent} % rows refused, ${roster.maxGonePercent} % of the filers gone, ` +
        `or ${roster.maxUnreachablePercent} % newly without a usable address`,
    ),
    row('Replaced rosters are kept', `${roster.keepDays} days`),
    row('Part of the account’s rate and quota', `${Math.round(sending.accountShare * 100)} %`),
    row(
      'An email whose fate is unknown',
      sending.unknown === 'resend' ? 'is sent once more after an hour' : 'waits for operations staff',
    ),
    row(
      'A run is held by itself',
      `from ${breaker.bouncePercent} % bounces or ${breaker.complaintPercent} % complaints after ` +
        `${breaker.afterSends} emails, or ${breaker.failuresInARow} failures in a row`,
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

/** What a plan says that the one before it didn't; all of it, where there was none. */
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
