import { type ActiveRoster, activatedAt } from '../../domain/roster/activation.ts';
import { filersIn, type RosterVersion } from '../../domain/roster/roster-version.ts';
import { versionStatus } from '../../domain/roster/version-status.ts';
import { fileNameOf } from '../../domain/upload-place.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { renderPage, sendFile } from '../http/show.ts';
import { zoneOf } from '../http/zone.ts';
import type { ConsoleServices } from '../services.ts';
import { deletedAfter, type Keeping, loadKeeping } from './kept-versions.ts';
import { exampleRoster } from './roster-example.ts';
import { actorOf, type Names, namesOf, uploaderOf } from './roster-labels.ts';
import { rosterPage, type VersionLine } from './roster-page.tsx';
import { registerRosterUpload } from './roster-upload.ts';
import { registerRosterVersion } from './roster-version.ts';
import { versionName } from './version-name.ts';

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

type RosterServices = Pick<ConsoleServices, 'roster' | 'runs' | 'sessions'>;

async function loadRoster(c: PageContext, services: RosterServices) {
  const { person, plan, now } = c.var;
  const given = c.req.query('before');
  const before = given === undefined ? null : versionName(given);
  const { roster } = services;
  const [versions, active, kept] = await Promise.all([
    roster.versionsBefore(before, PAGE_SIZE + 1),
    roster.active(),
    loadKeeping(c, services),
  ]);
  const later = before === null ? versions : await roster.versionsBefore(null, PAGE_SIZE);
  const current = active.version === null ? null : await roster.version(active.version);
  const names = await namesOf([...versions, ...active.decisions, ...(current ? [current] : [])], services);
  const line = (version: RosterVersion) =>
    lineOf(version, { active, kept, later: [...later, ...versions], names });
  return {
    zone: zoneOf(c),
    now,
    hasPlan: plan !== null,
    isClerk: person.role === 'clerk',
    current: current && { ...line(current), progressAsOf: current.progressAsOf },
    versions: versions.slice(0, PAGE_SIZE).map(line),
    isFirstPage: before === null,
    next: versions.length > PAGE_SIZE ? versions[PAGE_SIZE - 1]!.version : null,
  };
}

interface LineOptions {
  readonly active: ActiveRoster;
  readonly kept: Keeping | null;
  readonly later: readonly RosterVersion[];
  readonly names: Names;
}

function lineOf(version: RosterVersion, { active, kept, later, names }: LineOptions): VersionLine {
  const act = active.decisions.findLast(
    (one) => one.action === 'activate' && one.version === version.version,
  );
  const at = activatedAt(active, version.version);
  return {
    version: version.version,
    kind: version.kind,
    fileName: fileNameOf(version.key),
    uploadedAt: version.uploadedAt,
    uploader: uploaderOf(version, names),
    status: versionStatus(version.complete ? version : { ...version, held: [] }, { active, later }),
    filers: version.complete ? filersIn(version) : null,
    rejected: version.complete ? version.rows.rejected : 0,
    activated: at !== null && act ? { at, by: actorOf(act, names) } : null,
    deletedAfter: deletedAfter(version, { active, kept }),
  };
}
