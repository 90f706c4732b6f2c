import { readFileSync } from 'node:fs';
import { pick } from '../../../functions/aws/pick.ts';
import { planDraftStore } from '../../../functions/aws/plan-drafts.ts';
import { planStore } from '../../../functions/aws/plans.ts';
import { rosterStore } from '../../../functions/aws/rosters.ts';
import { auditLog, oneOffs, plans } from '../../../functions/aws/services.ts';
import { createOneOff } from '../../../functions/commands/one-off.ts';
import { filerIdOf } from '../../../functions/domain/filer/filer-id.ts';
import { newDraft } from '../../../functions/domain/plan/saved-draft.ts';
import { EVERY_FILER } from '../../../functions/domain/run/group.ts';
import type { Cloud } from '../../../local/cloud/cloud.ts';
import { planOf } from './court.ts';

/** When the console's pages are looked at: three notices are out, the fourth waits in two weeks for a person. */
const LOOKED_AT = '2018-09-25T14:00:00Z';
/** Everything was held a minute before the second notice. */
const HELD_FROM = '2018-08-23T12:59:00Z';
const HELD_AT = '2018-08-23T13:10:00Z';
const EXAMPLE = 'examples/nysb-2018';
const RUN = 'notice-1_20180724T130000Z';
/** Of the example's roster: her email bounced. */
const GWEN = filerIdOf('nysb', 'gmoved');

/** Pages by the names of their pictures. */
export type Pages = Readonly<Record<string, string>>;

/** A launch before anything is uploaded. */
export const EMPTY_PAGES: Pages = {
  'empty-overview': '/',
  'empty-roster': '/roster',
  'empty-filers': '/filers',
  'empty-phone-list': '/filers/phone-list',
  'empty-phases': '/phases',
  'empty-plan': '/plan',
  'empty-log': '/log',
  'empty-audit': '/audit',
  'empty-report': '/report',
};

/** While everything is held in the middle of a phase. */
export const HELD_PAGES: Pages = {
  'held-overview': '/',
  'held-phases': '/phases',
  'held-phase': '/phases/notice-2',
  cancel: '/phases/notice-2/cancel',
};

/** Plays the example's launch until everything is held in the middle of the second notice. */
export async function playUntilHeld(cloud: Cloud): Promise<void> {
  await begin(cloud);
  await cloud.advanceTo(HELD_FROM);
  await cloud.invoke('Act', { act: 'hold', scope: 'all', by: 'otto', why: 'The help desk is flooded' });
  await cloud.advanceTo(HELD_AT);
}

/** Plays on to {@link LOOKED_AT}. */
export async function playOn(cloud: Cloud): Promise<void> {
  await cloud.invoke('Act', { act: 'lift', scope: 'all', by: 'otto', why: 'They keep up again' });
  await cloud.advanceTo('2018-09-17T14:00:00Z');
  const update = '2018-09-17T1000-pacer-accounts.csv';
  await cloud.put(`inbox/update/${update}`, readFileSync(`${EXAMPLE}/updates/${update}`));
  await cloud.settle();
  await cloud.advanceTo(LOOKED_AT);
}

async function begin(cloud: Cloud): Promise<void> {
  await cloud.put('inbox/launch/launch.json', planOf({ 'notice-4': { approval: 'by-hand' } }));
  await cloud.settle();
  await cloud.put('inbox/roster/roster.csv', readFileSync(`${EXAMPLE}/roster.csv`));
  await cloud.settle();
}

/** Starts a draft of the next plan from the active one. */
async function startDraft({ env }: Cloud): Promise<void> {
  const drafts = planDraftStore(env);
  const state = await drafts.read();
  const current = await planStore(env).current();
  const draft = newDraft(state, { plan: current!.plan, base: current!.version, by: 'clara' });
  await drafts.put({ revision: draft.revision, draft }, state.revision);
}

/** Starts a message to everyone. @returns its id */
async function startMessage(cloud: Cloud): Promise<string> {
  const services = pick({ ...cloud, log: { info: () => {}, error: () => {} } }, { auditLog, oneOffs, plans });
  const saved = await createOneOff(
    {
      subject: 'The clerk’s office is closed on Monday',
      text: 'The clerk’s office is **closed** on Monday. You can file as usual.',
      group: EVERY_FILER,
      by: 'clara',
    },
    { services, requestId: 'pages' },
  );
  if (saved.result !== 'saved')
    throw new Error(`Cannot show a message because it must be saved: ${saved.result}`);
  return saved.oneOff.id;
}

/** Every other page, at {@link LOOKED_AT}. */
export async function consolePages(cloud: Cloud): Promise<Pages> {
  const versions = await rosterStore(cloud).versions();
  const [first, newest] = [versions.at(0)!, versions.at(-1)!];
  await startDraft(cloud);
  const message = await startMessage(cloud);
  return {
    overview: '/',
    roster: '/roster',
    'roster-upload': '/roster/upload',
    'roster-report': `/roster/versions/${first.version}`,
    'roster-update': `/roster/versions/${newest.version}`,
    'roster-activate': `/roster/versions/${first.version}/activate`,
    'roster-reject': `/roster/versions/${first.version}/reject`,
    filers: '/filers?state=needs-upgrade',
    'filers-search': '/filers?q=gwen',
    filer: `/filers/${GWEN}`,
    'filer-call': `/filers/${GWEN}/call`,
    'filer-correct': `/filers/${GWEN}/correct`,
    'filer-email': `/filers/${GWEN}/emails/${RUN}`,
    'phone-list': '/filers/phone-list',
    phases: '/phases',
    'phase-next': '/phases/notice-4',
    'phase-past': '/phases/notice-1',
    preview: '/phases/notice-4/preview?state=needs-upgrade',
    release: '/phases/notice-4/release',
    plan: '/plan',
    'plan-dates': '/plan/dates',
    'plan-upload': '/plan/upload',
    'plan-notice': '/plan/notice',
    draft: '/plan/draft',
    'draft-court': '/plan/draft/court',
    'draft-contacts': '/plan/draft/contacts',
    'draft-dates': '/plan/draft/dates',
    'draft-phases': '/plan/draft/phases',
    'draft-wording': '/plan/draft/wording',
    'draft-safeguards': '/plan/draft/safeguards',
    'draft-messages': '/plan/draft/messages',
    'draft-section': '/plan/draft/messages/notice/help',
    'draft-preview': '/plan/draft/messages/notice/preview',
    messages: '/messages',
    'message-new': '/messages/new',
    message: `/messages/${message}`,
    'message-edit': `/messages/${message}/edit`,
    postpone: '/postpone',
    log: '/log',
    'log-run': `/log?run=${RUN}&status=bounced`,
    'log-attention': '/log/attention',
    'given-up': '/log/given-up',
    'log-search': '/log/search?q=gwen',
    email: `/log/${RUN}/${GWEN}`,
    audit: '/audit',
    report: '/report',
    'not-found': '/nowhere',
  };
}
