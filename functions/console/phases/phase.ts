import type { ConsoleApp } from '../http/context.ts';
import { renderPage } from '../http/show.ts';
import type { ConsoleServices } from '../services.ts';
import { loadPhase } from './load-phase.ts';
import { phasePage } from './phase-page.tsx';
import { rateMeter } from './rate-meter.ts';

/** The page of one phase. */
export function registerPhase(app: ConsoleApp, services: ConsoleServices): void {
  const meter = rateMeter();
  app.get('/phases/:id', async (c) =>
    renderPage(c, phasePage(await loadPhase(c, { services, meter })), services),
  );
}
