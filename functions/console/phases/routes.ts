import type { ConsoleApp } from '../http/context.ts';
import type { ConsoleServices } from '../services.ts';
import { registerCancel } from './cancel.ts';
import { registerDismiss } from './dismiss.ts';
import { registerPhase } from './phase.ts';
import { registerHolds } from './phase-commands.ts';
import { registerPhases } from './phases.ts';
import { registerPreview } from './preview.ts';
import { registerRelease } from './release.ts';

/** All phases, one phase, its emails, and what people do about it. */
export function registerPhaseRoutes(app: ConsoleApp, services: ConsoleServices): void {
  registerPhases(app, services);
  registerPhase(app, services);
  registerHolds(app, services);
  registerDismiss(app, services);
  registerCancel(app, services);
  registerPreview(app, services);
  registerRelease(app, services);
}
