import * as z from 'zod';
import { keepKnown } from '../../commands/keep-known.ts';
import { applyRosterDecision } from '../../commands/roster-decision.ts';
import { personActor } from '../../domain/actor.ts';
import { mayKeepKnown } from '../../domain/roster/hold.ts';
import type { RosterVersion } from '../../domain/roster/roster-version.ts';
import { versionStatus } from '../../domain/roster/version-status.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { readForm, WHOLE_FORM } from '../http/form.ts';
import { returnForm } from '../http/kept-form.ts';
import { notFound } from '../http/refusal.ts';
import { redirectTo, renderPage } from '../http/show.ts';
import { whySchema } from '../http/why.ts';
import { zoneOf } from '../http/zone.ts';
import { requirePermission } from '../people/guard.ts';
import type { ConsoleServices } from '../services.ts';
import { deletedAfter, loadKeeping } from './kept-versions.ts';
import { decidePage } from './roster-decide-page.tsx';
import type { DecideAction } from './roster-decision-effect.tsx';
import { namesOf } from './roster-labels.ts';
import { versionPage } from './roster-version-page.tsx';
import { versionName } from './version-name.ts';

const PROBLEMS_A_PAGE = 50;
/** How many of the latest uploads are looked at for one that replaced a version. */
const LATER_VERSIONS = 20;
const ACTIONS: readonly DecideAction[] = ['activate', 'reject', 'keep'];

/** A version's report, and the decisions on it. */
export function registerRosterVersion(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/roster/versions/:version', (c) => showVersion(c, services));

  app.get('/roster/versions/:version/mend.csv', requirePermission('operate'), async (c) => {
    const version = await find(c, services);
    c.header('Cache-Control', 'no-store');
    return c.redirect(await services.reports.tableLink(version, `to-mend-${version.version}.csv`), 303);
  });

  for (const action of ACTIONS) {
    const path = `/roster/versions/:version/${action}`;
    app.get(path, requirePermission('edit'), (c) => showDecision(c, { action, services }));
    app.post(path, requirePermission('edit'), (c) => decide(c, { action, services }));
  }
}

async function find(c: PageContext, { roster }: Pick<ConsoleServices, 'roster'>): Promise<RosterVersion> {
  const version = await roster.version(versionName(c.req.param('version')));
  if (!version) throw notFound('This version of the roster');
  return version;
}

async function showVersion(c: PageContext, services: ConsoleServices) {
  const { roster, reports } = services;
  const version = await find(c, services);
  const from = placeIn(c.req.query('from'));
  const [active, later, kept, problems] = await Promise.all([
    roster.active(),
    roster.versionsBefore(null, LATER_VERSIONS),
    loadKeeping(c, services),
    version.complete ? reports.problems(version, { from, limit: PROBLEMS_A_PAGE }).catch(asNotFound) : null,
  ]);
  const decisions = active.decisions.filter((one) => one.version === version.version).toReversed();
  const isGone = version.complete && problems === null;
  const view = {
    zone: zoneOf(c),
    now: c.var.now,
    erasedAt: isGone ? await erasedSince(version, services) : null,
    isClerk: c.var.person.role === 'clerk',
    version,
    status: versionStatus(version.complete ? version : { ...version, held: [] }, { active, later }),
    hasActive: active.version !== null,
    baseIsPast: active.version !== version.version && active.version !== version.base,
    decisions,
    names: await namesOf([version, ...decisions], services),
    deletedAfter: deletedAfter(version, { active, kept }),
    problems,
    isFirstPage: from === undefined,
  };
  return renderPage(c, versionPage(view), services);
}

/** When a person was first erased after the upload: all files that were there then are gone; `null`: no one was. */
async function erasedSince(
  { uploadedAt }: RosterVersion,
  { erasures }: Pick<ConsoleServices, 'erasures'>,
): Promise<string | null> {
  const all = await erasures.all();
  const ends = all.flatMap((erasure) => erasure.until ?? erasure.finishedAt ?? []);
  const since = ends.filter((at) => Date.parse(at) >= Date.parse(uploadedAt));
  return since.toSorted((one, other) => Date.parse(one) - Date.parse(other))[0] ?? null;
}

/** A cursor is a problem's position in the report, in bytes. */
function placeIn(from: string | undefined): number | undefined {
  if (from === undefined) return undefined;
  if (!/^[1-9]\d{0,11}$/.test(from)) throw notFound('This page of the report');
  return Number(from);
}

function asNotFound(error: unknown): never {
  throw error instanceof RangeError ? notFound('This page of the report') : error;
}

interface Deciding {
  readonly action: DecideAction;
  readonly services: ConsoleServices;
}

async function showDecision(c: PageContext, { action, services }: Deciding) {
  const version = await find(c, services);
  const current = await services.roster.activeVersion();
  const runs = await services.runs.runs();
  const view = {
    action,
    person: c.var.person,
    zone: zoneOf(c),
    now: c.var.now,
    version,
    current,
    names: await namesOf(current ? [version, current] : [version], services),
    isSending: runs.some((run) => run.completedAt === undefined && run.cancelled === undefined),
  };
  if (!version.complete || (action === 'keep' && !mayKeepKnown(version)))
    throw notFound('This version of the roster');
  return renderPage(c, decidePage(view), services);
}

const decisionSchema = z.strictObject({
  why: whySchema,
  sure: z.literal('yes', 'Check the box once you have reviewed it'),
  seen: z.string().max(200),
});

const CHANGED = 'Another roster has become active since this page was loaded. Review it, then decide.';
const DONE = {
  activate: { title: 'This roster is active', text: 'Every phase that starts from now on will use it.' },
  reject: { title: 'This roster is rejected', text: 'Nothing else has changed.' },
  keep: {
    title: 'Crier is reading the file again',
    text: 'The new version appears first in the list of all versions, usually within a minute.',
  },
} as const;

async function decide(c: PageContext, { action, services }: Deciding) {
  const { person, requestId } = c.var;
  const read = await readForm(c, decisionSchema);
  const { version } = await find(c, services);
  const page = `/roster/versions/${version}/${action}`;
  if (!read.ok) return returnForm(c, read, { services, page });
  const { why, seen } = read.value;
  const again = (refused: string) =>
    returnForm(c, { values: { why }, problems: { [WHOLE_FORM]: refused } }, { services, page });
  if ((await services.roster.active()).version !== (seen || null)) return again(CHANGED);
  const by = personActor(person);
  const done =
    action === 'keep'
      ? await keepKnown({ version, by, why }, { services, requestId })
      : await applyRosterDecision({ action, version, by, why }, { services, requestId });
  if (!done.done) return again(`${done.reason}.`);
  const notice = { kind: 'success', ...DONE[action] } as const;
  return redirectTo(c, `/roster/versions/${version}`, { settings: services.settings, notice });
}
