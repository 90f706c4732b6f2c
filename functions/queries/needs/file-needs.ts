import { Temporal } from 'temporal-polyfill';
import { campaign } from '#campaign';
import { kindOf } from '../../domain/plan/kinds.ts';
import { phaseName } from '../../domain/plan/phase-name.ts';
import { progressSince } from '../../domain/plan/phases.ts';
import { versionStatus } from '../../domain/roster/version-status.ts';
import { hasFreshProgress, maxAgeDays } from '../../domain/run/may-start.ts';
import { PLACE_KINDS, type PlaceKind } from '../../domain/upload.ts';
import { counted } from '../../lib/count.ts';
import { courtDate } from '../../lib/court-time.ts';
import { capitalized } from '../../lib/letter-case.ts';
import { heldProgress } from './held-progress.ts';
import { isBefore, NEAR, type Need, type NeedFacts } from './need.ts';

/** What needs a person of the files that people upload: lost ones, the roster, and updates that are due. */
export function fileNeeds(facts: NeedFacts): Need[] {
  return [...uploadNeeds(facts), ...rosterNeeds(facts), ...progressNeeds(facts)];
}

const UPLOADED = {
  launch: { what: 'launch plan', href: '/plan' },
  roster: { what: 'roster', href: '/roster' },
  update: { what: 'roster update', href: '/roster' },
} as const satisfies Record<PlaceKind, { what: string; href: string }>;

function uploadNeeds({ unreported }: NeedFacts): Need[] {
  const byKind = Map.groupBy(unreported, ({ kind }) => kind);
  return PLACE_KINDS.filter((kind) => byKind.has(kind)).map((kind) => {
    const { what, href } = UPLOADED[kind];
    const unread = byKind.get(kind)!;
    const files = counted(unread.length, 'file');
    return {
      title: `A ${what} was uploaded but not processed`,
      text: `Crier found ${files} and tried again without a result. Upload the ${what} again.`,
      since: unread.map(({ reportedAt }) => reportedAt ?? '').toSorted()[0] || null,
      href,
      action: `Upload the ${what}`,
    };
  });
}

const NO_ROSTER: Need = {
  title: 'No active roster',
  text: 'Upload and activate the roster of filers. Nothing is sent without it.',
  since: null,
  href: '/roster',
  action: 'Upload a roster',
};

function rosterNeeds({ roster, versions, active }: NeedFacts): Need[] {
  const held = versions.filter((version) => versionStatus(version, { active, later: versions }) === 'held');
  if (!roster && held.length === 0) return [NO_ROSTER];
  return held.map(({ version, kind, filers, rows, uploadedAt }) => {
    const [what, has] =
      kind === 'update'
        ? ['roster update', `covers ${counted(rows.accepted, 'filer')}`]
        : ['roster', `has ${counted(filers, 'filer')}`];
    return {
      title: `A ${what} needs your decision`,
      text: `It ${has}, and Crier found something unusual. A clerk must activate or reject it.`,
      since: uploadedAt,
      href: `/roster/versions/${version}`,
      action: `Decide on the ${what}`,
    };
  });
}

/** Before the first day on which an upload would be fresh enough, and filers can have begun, it says which day that is. */
function uploadAdvice({ plan, now }: NeedFacts, at: string): string {
  const { zone } = plan.court;
  const dayAt = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(zone).toPlainDate();
  const oldest = dayAt(Temporal.Instant.from(at)).subtract({ days: maxAgeDays(plan) });
  const begin = progressSince(plan);
  const from = begin !== null && Temporal.PlainDate.compare(begin, oldest) > 0 ? begin : oldest.toString();
  if (Temporal.PlainDate.compare(dayAt(now), from) >= 0) return 'Upload a roster update.';
  return `Upload a roster update on or after ${courtDate(from)}.`;
}

/** A phase whose time is to come, whether or not anyone has released it. */
const AHEAD: ReadonlySet<string> = new Set(['planned', 'released']);

function progressNeeds(facts: NeedFacts): Need[] {
  const { phases, plan, roster, now } = facts;
  const next = phases.find(({ kind, status }) => AHEAD.has(status.kind) && kindOf(kind).needsProgress);
  if (!next || !roster || !isBefore(next.at, now.add(NEAR))) return [];
  if (hasFreshProgress(plan, roster, Temporal.Instant.from(next.at))) return [];
  const held = heldProgress(facts, Temporal.Instant.from(next.at));
  const { label } = campaign.progress;
  const days = counted(maxAgeDays(plan), 'day');
  return [
    {
      title: `${capitalized(label)} is due`,
      text: `${phaseName(next)} will be sent only if ${label} is at most ${days} old. ${held?.text ?? uploadAdvice(facts, next.at)}`,
      since: null,
      href: held?.href ?? '/roster/upload?kind=update',
      action: held?.action ?? 'Upload an update',
    },
  ];
}
