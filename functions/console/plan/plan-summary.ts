import { campaign } from '#campaign';
import type { PlanPart } from '../../../campaigns/campaign.ts';
import { DATES, datedOf, WINDOWS, windowOf } from '../../domain/plan/dated.ts';
import { kindOf } from '../../domain/plan/kinds.ts';
import type { Plan, PlanPhase } from '../../domain/plan/plan.ts';
import { planHash } from '../../domain/plan/plan-version.ts';
import { placeLabel } from '../../email/sections.ts';
import { zoneWords } from '../../lib/court-time.ts';
import { inSentence } from '../../lib/letter-case.ts';
import type { Window } from '../../lib/plan-values.ts';
import { draftPhases } from './editor/draft-phases.ts';
import { datedLabel, momentLabel, wallTimeLabel } from './plan-labels.ts';

/** A part of a plan, as a person reads it. */
export interface PlanSection {
  readonly title: string;
  readonly rows: readonly PlanRow[];
}

/** One thing that a plan says. */
interface PlanRow {
  /** Of a phase. @default none */
  readonly id?: string;
  readonly label: string;
  readonly value: string;
}

/** A difference between two plans; `null`: that plan doesn't say it. */
export interface PlanDifference {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Members of a plan in words, by the title of their part. */
type Rows = ReturnType<PlanPart['rows']>;

const COURT = 'The court';
const SAFEGUARDS = 'Safeguards';
const WORDING = 'Court-specific wording';
const STAFF = 'Notices to staff';

/** The whole plan, part by part. */
export function planSections(plan: Plan): PlanSection[] {
  return [datesOf(plan), phasesOf(plan), ...restOf(plan)];
}

function datesOf(plan: Plan): PlanSection {
  const windowLabel = (window: Window) => `${wallTimeLabel(window.from)} to ${wallTimeLabel(window.to)}`;
  return section('Dates', [
    ...DATES.map(([, date]) => row(date.label, datedLabel(datedOf(plan, date)))),
    ...WINDOWS.map(([, window]) => {
      const found = windowOf(plan, window);
      return row(window.label, found && windowLabel(found));
    }),
  ]);
}

/** The engine's rows and the campaign's: those of one title are one part, and the engine's come first. */
function restOf(plan: Plan): PlanSection[] {
  const own: Rows = {
    [COURT]: courtRows(plan),
    [WORDING]: wordingRows(plan),
    [SAFEGUARDS]: safeguardRows(plan),
    [STAFF]: staffRows(plan),
  };
  const further: Rows = campaign.plan.rows(plan);
  const titles = new Set([COURT, ...Object.keys(further), WORDING, SAFEGUARDS, STAFF]);
  return [...titles].map((title) =>
    section(
      title,
      [...(own[title] ?? []), ...(further[title] ?? [])].map(([label, value]) => row(label, value)),
    ),
  );
}

function phasesOf(plan: Plan): PlanSection {
  const names = new Map(draftPhases(plan).map(({ id, name }) => [id, name]));
  const rows = plan.phases.map((phase) => {
    const { id } = phase;
    return { id, label: names.get(id) ?? id, value: phaseLabel(phase, plan) };
  });
  return section('Phases', rows);
}

function phaseLabel(
  { kind, when, expires, approval, hold, unsubscribe }: PlanPhase,
  { twoPersonApproval }: Plan,
): string {
  return [
    `${kindOf(kind).label}: ${inSentence(momentLabel(when))}`,
    expires && `won’t start after ${inSentence(momentLabel(expires))}`,
    approval === 'by-hand' &&
      `waits until ${twoPersonApproval ? 'an approver approves' : 'someone releases'} it`,
    hold && 'on hold',
    unsubscribe && `unsubscribe at ${unsubscribe}`,
  ]
    .filter(Boolean)
    .join('; ');
}

function courtRows({ name, court, linkDomains }: Plan): Rows[string] {
  const { sender, helpDesk } = court;
  return [
    ['Launch', name],
    ['Court', `${court.name} (${court.id})`],
    ['Time zone', zoneWords(court.zone)],
    ['Emails are from', `${sender.name}, ${sender.address}`],
    ['Help desk', [helpDesk.email, helpDesk.phone, helpDesk.hours].filter(Boolean).join(', ')],
    ['Links may go to', linkDomains.join(', ')],
  ];
}

function safeguardRows({
  twoPersonApproval,
  publicNotice,
  signInNotice,
  roster,
  sending,
}: Plan): Rows[string] {
  const { breaker } = sending;
  return [
    ['Two-person approval', twoPersonApproval ? 'on' : 'off'],
    ['Public notice', publicNotice ? 'on, for anyone to read' : 'off'],
    ['Notice before sign-in', signInNotice ?? 'the standard notice for government systems'],
    [
      'A roster needs a decision',
      `if more than ${roster.maxRejectedPercent}% of its rows are skipped, ${roster.maxGonePercent}% of the filers ` +
        `are gone, or ${roster.maxUnreachablePercent}% newly have no usable address; or if more than ` +
        `${roster.fewFilers} filers and ${roster.maxLostFactsPercent}% lose what is known about them, ` +
        `${roster.maxNewPercent}% are new, or ${roster.maxAddressChangedPercent}% have a different address`,
    ],
    ['Replaced rosters are kept', `${roster.keepDays} days`],
    ['Share of the account’s rate and quota', `${Math.round(sending.accountShare * 100)}%`],
    [
      'An email with an unknown result',
      sending.unknown === 'resend' ? 'is sent once more after an hour' : 'waits for operations staff',
    ],
    [
      'A run is paused automatically',
      `above ${breaker.bouncePercent}% bounces or ${breaker.complaintPercent}% complaints after ` +
        `${breaker.afterSends} emails, or after ${breaker.failuresInARow} failures in a row`,
    ],
  ];
}

function staffRows({ staff = {} }: Plan): Rows[string] {
  const to = (addresses: readonly string[] = []) => (addresses.length > 0 ? addresses.join(', ') : 'no one');
  return [
    ['Morning summary goes to', to(staff.digest)],
    ['Urgent notices go to', to(staff.urgent)],
    ['Weekly report goes to', to(staff.weekly)],
  ];
}

/** The court's own texts instead of sections of messages. */
function wordingRows({ sectionTexts = {} }: Plan): Rows[string] {
  return Object.entries(sectionTexts).map(([place, { text }]) => [placeLabel(place), text] as const);
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
  const [old, next] = [before ? rowsOf(before) : new Map<string, PlanRow>(), rowsOf(after)];
  const keys = [...new Set([...next.keys(), ...old.keys()])];
  return keys
    .map((key) => {
      const [before, after] = [old.get(key), next.get(key)];
      const label = (after ?? before)!.label;
      return { label, before: before?.value ?? null, after: after?.value ?? null };
    })
    .filter((one) => one.before !== one.after);
}

/** What a plan says by the same keys in every plan: a phase's name depends on the others of its kind. */
function rowsOf(plan: Plan): Map<string, PlanRow> {
  return new Map(
    planSections(plan).flatMap(({ title, rows }) =>
      rows.map(({ id, label, value }): [string, PlanRow] => [
        `${title}: ${id ?? label}`,
        { label: `${title}: ${label}`, value },
      ]),
    ),
  );
}
