import { Temporal } from 'temporal-polyfill';
import { type ActiveRoster, activatedAt, replacedAt } from '../../domain/roster/activation.ts';
import type { RosterVersion } from '../../domain/roster/roster-version.ts';
import { fileNameOf } from '../../domain/upload-place.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { notFound } from '../http/refusal.ts';
import { renderPage, sendFile } from '../http/show.ts';
import { zoneOf } from '../http/zone.ts';
import type { ConsoleServices } from '../services.ts';
import { exampleRoster } from './roster-example.ts';
import { actorOf, uploaderOf, versionStatus } from './roster-labels.ts';
import { rosterPage, type VersionLine } from './roster-page.tsx';
import { registerRosterUpload } from './roster-upload.ts';
import { registerRosterVersion } from './roster-version.ts';

/** Names of versions, as `versionOf` makes them: from the address bar nothing else is looked for. */
const VERSION = /^\d{8}T\d{6}Z-[0-9a-f]{12}$/;
const PAGE_SIZE = 20;

/** Everything about the roster: versions, uploads, reports, decisions. */
export function registerRoster(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/roster', async (c) => renderPage(c, rosterPage(await loadRoster(c, services)), services));
  app.get('/roster/example.csv', (c) =>
    sendFile(c, 'roster-example.csv', { type: 'text/csv; charset=utf-8', text: exampleRoster() }),
  );
  registerRosterUpload(app, services);
  registerRosterVersion(app, services);
}

export function versionName(text: string | undefined): string {
  if (text === undefined || !VERSION.test(text)) throw notFound('This version of the roster');
  return text;
}

type RosterServices = Pick<ConsoleServices, 'roster' | 'runs'>;

async function loadRoster(c: PageContext, services: RosterServices) {
  const { person, plan, now } = c.var;
  const given = c.req.query('before');
  const before = given === undefined ? null : versionName(given);
  const { roster } = services;
  const [versions, active, kept] = await Promise.all([
    roster.versionsBefore(before, PAGE_SIZE + 1),
    roster.active(),
    keeping(c, services),
  ]);
  const line = (version: RosterVersion) => lineOf(version, { active, kept });
  const inForce = active.version === null ? null : await roster.version(active.version);
  return {
    zone: zoneOf(c),
    now,
    hasPlan: plan !== null,
    isClerk: person.role === 'clerk',
    current: inForce && { ...line(inForce), linkStatusAsOf: inForce.linkStatusAsOf },
    versions: versions.slice(0, PAGE_SIZE).map(line),
    isFirstPage: before === null,
    next: versions.length > PAGE_SIZE ? versions[PAGE_SIZE - 1]!.version : null,
  };
}

/** What keeps versions, and for how long after that. */
export interface Keeping {
  readonly used: ReadonlySet<string>;
  readonly keepDays: number;
}

export async function keeping(c: PageContext, { runs }: RosterServices): Promise<Keeping | null> {
  const { plan } = c.var;
  if (!plan) return null;
  const used = new Set((await runs.runs()).map(({ rosterVersion }) => rosterVersion));
  return { used, keepDays: plan.plan.roster.keepDays };
}

const HOURS_A_DAY = 24;

/** When a version may be deleted, as `expiredVersions` decides it; `null` for one that is kept. */
export function deletedAfter(
  { version, uploadedAt }: RosterVersion,
  { active, kept }: { active: ActiveRoster; kept: Keeping | null },
): string | null {
  if (!kept || version === active.version || kept.used.has(version)) return null;
  const last = [uploadedAt, replacedAt(active, version) ?? uploadedAt].sort(Temporal.Instant.compare).at(-1)!;
  return Temporal.Instant.from(last)
    .add({ hours: HOURS_A_DAY * kept.keepDays })
    .toString();
}

function lineOf(
  version: RosterVersion,
  { active, kept }: { active: ActiveRoster; kept: Keeping | null },
): VersionLine {
  const act = active.acts.findLast((one) => one.action === 'activate' && one.version === version.version);
  const at = activatedAt(active, version.version);
  return {
    version: version.version,
    kind: version.kind,
    fileName: fileNameOf(version.key),
    uploadedAt: version.uploadedAt,
    uploader: uploaderOf(version),
    status: versionStatus(version.complete ? version : { ...version, held: [] }, active),
    filers: version.complete ? version.filers : null,
    rejected: version.complete ? version.rows.rejected : 0,
    activated: at !== null && act ? { at, by: actorOf(act) } : null,
    deletedAfter: deletedAfter(version, { active, kept }),
  };
}
