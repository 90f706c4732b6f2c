import { stateOf } from '../../../domain/filer/rules.ts';
import { STATE_WORDS } from '../../../domain/filer/state.ts';
import type { RosterVersion } from '../../../domain/roster/roster-version.ts';
import { CORRECTION_FILE, keyOf, placeOf, signedAt } from '../../../domain/upload-place.ts';
import type { ConsoleApp, PageContext } from '../../http/context.ts';
import { notFound } from '../../http/refusal.ts';
import { redirectTo, renderPage } from '../../http/show.ts';
import { zoneOf } from '../../http/zone.ts';
import type { ConsoleServices } from '../../services.ts';
import { idOf } from '../filer-id.ts';
import { pivotDateOf } from '../filers.ts';
import { correctionPage } from './correction-page.tsx';

/** How many of the latest versions are searched for the one that a correction became. */
const NEWEST = 20;

/** What becomes of a correction while it is taken in; then the filer's page, with the state that results. */
export function registerCorrection(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/filers/:id/corrections/:upload', (c) => showCorrection(c, services));
}

async function showCorrection(c: PageContext, services: ConsoleServices): Promise<Response> {
  const { reports, roster } = services;
  const filerId = idOf(c);
  const place = placeOf({ kind: 'update', id: c.req.param('upload'), name: CORRECTION_FILE });
  if (!place) throw notFound('This correction');
  const key = keyOf(place);
  const [report, versions] = await Promise.all([reports.find(key), roster.versionsBefore(null, NEWEST)]);
  const version = versions.find((one) => one.key === key && one.complete);
  if (report && version && version.held.length === 0) {
    return redirectTo(c, `/filers/${filerId}`, {
      ...services,
      notice: {
        kind: 'success',
        title: 'Correction saved',
        text: await resultText(c, { filerId, version, services }),
      },
    });
  }
  const view = {
    filerId,
    zone: zoneOf(c),
    since: signedAt(place),
    refused: report?.refused ?? null,
    held: report && version ? version : null,
  };
  return renderPage(c, correctionPage(view), services);
}

/** The state that the correction leads to, and the one from before. */
async function resultText(
  c: PageContext,
  { filerId, version, services }: { filerId: string; version: RosterVersion; services: ConsoleServices },
): Promise<string> {
  const pivotDate = pivotDateOf(c);
  const labelIn = async (name: string | null) => {
    const filer = name === null ? null : (await services.roster.filersById(name, [filerId])).get(filerId);
    return filer ? STATE_WORDS[stateOf(filer, pivotDate).state] : null;
  };
  const [before, after] = await Promise.all([labelIn(version.base), labelIn(version.version)]);
  if (!after) return 'The active roster has changed.';
  return before === after || before === null
    ? `The status is still “${after}”.`
    : `The status was “${before}” and is now “${after}”.`;
}
