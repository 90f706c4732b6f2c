import { SHOWN_STATES, STATE_WORDS } from '../domain/filer/state.ts';
import { phaseName } from '../domain/plan/phase-name.ts';
import { GOAL_WORDS, type GoalCount, percentOf } from '../domain/run/goal.ts';
import { courtNames } from '../email/court-names.ts';
import type { StaffModel } from '../email/staff/staff-model.ts';
import { clean } from '../lib/clean.ts';
import { count, counted } from '../lib/count.ts';
import { courtDay, courtTime, dateWords } from '../lib/court-time.ts';
import { capitalized } from '../lib/letter-case.ts';
import { dayAt } from '../lib/moment-words.ts';
import type { Need } from '../queries/needs/need.ts';
import { phaseStatusLabel } from '../queries/phases/phase-labels.ts';
import { emailsOf, nextPhase, type PhaseState } from '../queries/phases/phase-state.ts';
import type { NoticeFacts } from './load-facts.ts';

/** Days in the weekly report: longer tables aren't read. */
const MAX_DAYS = 14;

/**
 * What a notice says: what needs attention, counts, and links to the console. It names no filer.
 * @param needs those that it tells of
 */
export function noticeModel(
  facts: NoticeFacts,
  { needs, launch, origin }: { needs: readonly Need[]; launch: string; origin: string },
): StaffModel {
  const { plan, now, phases, days } = facts;
  const { zone } = plan.court;
  const latest = days.at(-1);
  const list = needs.map(({ title, text, href }) => ({
    title: clean(title),
    text: clean(text),
    link: href ? `${origin}${href}` : '',
  }));
  return {
    court: { name: courtNames(plan).court.name },
    launch,
    sentOn: dayAt(now, zone),
    day: courtDay(now, zone),
    console: origin,
    needs: { count: needsCount(list.length), first: list[0]?.title ?? '', any: list.length > 0, list },
    next: { text: nextText(phases, zone) },
    goal: {
      text: latest ? goalSentence(latest.goal) : 'No roster has been activated yet.',
      head: capitalized(GOAL_WORDS),
    },
    days: rows(days.slice(-MAX_DAYS).map(dayRow)),
    states: rows(
      SHOWN_STATES.flatMap((state) => {
        const filers = latest?.states[state] ?? 0;
        return filers > 0 ? [{ name: STATE_WORDS[state], filers: count(filers) }] : [];
      }),
    ),
    phases: rows(phases.map((phase) => phaseRow(phase, { zone, origin }))),
  };
}

/** `258 of 291 filers are linked (89%).` */
function goalSentence(goal: GoalCount): string {
  const percent = percentOf(goal);
  const filers = `${count(goal.reached)} of ${counted(goal.of, 'filer')}`;
  return `${filers} ${goal.reached === 1 ? 'is' : 'are'} ${GOAL_WORDS}${percent ? ` (${percent})` : ''}.`;
}

function needsCount(number: number): string {
  if (number === 0) return 'Nothing needs attention';
  return `${counted(number, 'item')} ${number === 1 ? 'needs' : 'need'} attention`;
}

function nextText(phases: readonly PhaseState[], zone: string): string {
  const next = nextPhase(phases);
  if (!next) return 'No phase is scheduled.';
  if (next.status.kind === 'held') return `${phaseName(next)} is paused.`;
  const when = courtTime(next.at, zone);
  const isWaiting = next.status.kind === 'waiting';
  return `${phaseName(next)} ${isWaiting ? 'has been waiting since' : 'is scheduled for'} ${when}.`;
}

function dayRow({ day, goal }: NoticeFacts['days'][number]) {
  const { reached, of } = goal;
  return { day: dateWords(day), reached: count(reached), of: count(of), percent: percentOf(goal) ?? '' };
}

function phaseRow(phase: PhaseState, { zone, origin }: { zone: string; origin: string }) {
  const emails = emailsOf(phase);
  return {
    name: phaseName(phase),
    when: courtTime(phase.at, zone),
    status: phaseStatusLabel(phase).name,
    emails: emails === null ? '' : count(emails),
    counted: emails === null ? '' : counted(emails, 'email'),
    link: `${origin}/phases/${phase.id}`,
  };
}

function rows<Row>(list: readonly Row[]): { any: boolean; list: readonly Row[] } {
  return { any: list.length > 0, list };
}
