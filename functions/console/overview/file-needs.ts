import { Temporal } from 'temporal-polyfill';
import { campaign } from '#campaign';
import { kindOf } from '../../domain/plan/kinds.ts';
import { hasFreshProgress, maxAgeDays } from '../../domain/run/may-start.ts';
import { PLACE_KINDS, type PlaceKind } from '../../domain/upload.ts';
import { counted } from '../../lib/count.ts';
import { phaseName } from '../phases/phase-name.ts';
import { versionStatus } from '../roster/roster-labels.ts';
import { capital } from '../ui/capital.ts';
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
  return PLACE_KINDS.filter((kind) => unreported.includes(kind)).map((kind) => {
    const { what, href } = UPLOADED[kind];
    const files = counted(unreported.filter((one) => one === kind).length, 'file');
    return {
      title: `A ${what} was uploaded but not processed`,
      text: `Crier found ${files} and tried again without a result. Upload the ${what} again.`,
      href,
    };
  });
}

const NO_ROSTER: Need = {
  title: 'No active roster',
  text: 'Upload and activate the roster of filers. Nothing is sent without it.',
  href: '/roster',
};

function rosterNeeds({ roster, versions, active }: NeedFacts): Need[] {
  const held = versions.filter((version) => versionStatus(version, active) === 'held');
  if (!roster && held.length === 0) return [NO_ROSTER];
  return held.map(({ version, filers }) => ({
    title: 'A roster needs your decision',
    text: `It has ${counted(filers, 'filer')}, and Crier found something unusual. A clerk must activate or reject it.`,
    href: `/roster/versions/${version}`,
  }));
}

function progressNeeds({ phases, plan, roster, now }: NeedFacts): Need[] {
  const next = phases.find(({ kind, status }) => status.kind === 'planned' && kindOf(kind).needsProgress);
  if (!next || !roster || !isBefore(next.at, now.add(NEAR))) return [];
  if (hasFreshProgress(plan, roster, Temporal.Instant.from(next.at))) return [];
  const { label } = campaign.progress;
  const days = counted(maxAgeDays(plan), 'day');
  return [
    {
      title: `${capital(label)} is due`,
      text: `${phaseName(next)} will be sent only if ${label} is at most ${days} old. Upload a roster update.`,
      href: '/roster',
    },
  ];
}
