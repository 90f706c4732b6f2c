import { randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { AuditEntry } from '../../domain/audit-entry.ts';
import type { UploadKind } from '../../domain/upload.ts';
import { keyOf, newPlace, pathOf, placeOf, signedAt, type UploadPlace } from '../../domain/upload-place.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { readForm } from '../http/form.ts';
import { notFound } from '../http/refusal.ts';
import { redirectTo, renderPage } from '../http/show.ts';
import { zoneOf } from '../http/zone.ts';
import { requirePermission } from '../people/guard.ts';
import type { ConsoleServices } from '../services.ts';
import { type IntakeStep, intakePage, refusedPage } from './roster-intake-page.tsx';
import { uploadPage } from './roster-upload-page.tsx';

const formSchema = z.strictObject({
  kind: z.enum(['roster', 'update']),
  name: z.string().max(300),
});

/** The form to upload with, and the pages that follow an upload. */
export function registerRosterUpload(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/roster/upload', requirePermission('edit'), async (c) => {
    const kind: UploadKind = c.req.query('kind') === 'update' ? 'update' : 'roster';
    const { plan, person } = c.var;
    const place = placeFor(c, { kind, fileName: kind });
    const form = await services.signUpload({ place, by: person.id, answer: 'page' });
    const hasRoster = (await services.roster.active()).version !== null;
    const { csrf } = person;
    return renderPage(c, uploadPage({ kind, form, csrf, hasPlan: plan !== null, hasRoster }), services);
  });

  // For the script, which knows the file's name and follows the upload itself.
  app.post('/roster/upload', requirePermission('edit'), async (c) => {
    const read = await readForm(c, formSchema);
    if (!read.ok) return c.json({ error: 'bad-form' }, 400, { 'Cache-Control': 'no-store' });
    const { kind, name: fileName } = read.value;
    const place = placeFor(c, { kind, fileName });
    const form = await services.signUpload({ place, by: c.var.person.id, answer: 'script' });
    services.log.info('upload-signed', { kind });
    return c.json({ ...form, next: pathOf(place) }, 200, { 'Cache-Control': 'no-store' });
  });

  for (const [path, show] of [
    ['/roster/uploads/:kind/:id/:name', showIntake],
    ['/roster/uploads/:kind/:id/:name/refused', showRefused],
  ] as const) {
    app.get(path, (c) => {
      const place = placeOf(c.req.param());
      if (!place) throw notFound('This upload');
      return show(c, place, services);
    });
  }
}

async function showRefused(c: PageContext, place: UploadPlace, services: ConsoleServices) {
  const report = await services.reports.find(keyOf(place));
  if (!report?.refused) throw notFound('This refusal');
  const { kind, name: fileName } = place;
  const { refused, code } = report;
  const isKnown = code === 'same-content';
  return renderPage(
    c,
    refusedPage({ kind, fileName, refused, isKnown, zone: zoneOf(c), since: signedAt(place) }),
    services,
  );
}

function placeFor(c: PageContext, file: { kind: UploadKind; fileName: string }): UploadPlace {
  return newPlace(file, { now: c.var.now, random: randomBytes(4).toString('hex') });
}

/** How many of the newest versions and audit entries are searched for an upload. */
const NEWEST = 20;
/** When a page begins to say that the intake takes long. */
const SLOW_MINUTES = 10;

async function showIntake(c: PageContext, place: UploadPlace, services: ConsoleServices) {
  const { roster, reports, auditReader, settings } = services;
  const key = keyOf(place);
  const [report, versions] = await Promise.all([reports.find(key), roster.versionsBefore(null, NEWEST)]);
  const version = versions.find((one) => one.key === key);
  const common = { ...place, fileName: place.name, zone: zoneOf(c), since: signedAt(place) };
  // The page that follows the intake redirects to the refusal's own page.
  if (report?.refused) return redirectTo(c, `${pathOf(place)}/refused`, { settings });
  if (report && version) return redirectTo(c, `/roster/versions/${version.version}`, { settings });
  const isRead = version !== undefined || (await auditReader.entries(NEWEST)).some(isOf(place));
  const step: IntakeStep = version ? 'writing' : isRead ? 'checking' : 'waiting';
  const { now } = c.var;
  const slowFrom = Temporal.Instant.from(common.since).add({ minutes: SLOW_MINUTES });
  const view = {
    ...common,
    now,
    step,
    rowsWritten: rowsOf(version?.rowsWritten),
    isSlow: Temporal.Instant.compare(now, slowFrom) > 0,
  };
  return renderPage(c, intakePage(view), services);
}

function isOf({ id }: Pick<UploadPlace, 'id'>) {
  return ({ act }: Pick<AuditEntry, 'act'>) => act.act === 'upload' && act.upload === id;
}

/** `null` once an update's own rows are written and it copies those of its base. */
function rowsOf(rowsWritten: number | undefined): number | null {
  return rowsWritten === undefined || rowsWritten === Number.MAX_SAFE_INTEGER ? null : rowsWritten;
}
