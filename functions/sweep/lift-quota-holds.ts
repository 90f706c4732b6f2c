import { type PreflightReason, preflight } from '../domain/run/preflight.ts';
import { emailsLeft } from '../domain/run/requeue.ts';
import type { Chunk, Run } from '../domain/run/run.ts';
import type { PhaseServices } from '../start-phase/services.ts';

const PREFLIGHT_REASONS: readonly PreflightReason[] = ['daily-quota', 'too-slow'];

/** Lifts the holds of a run that didn't fit, once its open chunks fit. Other holds are a person's to lift. */
export async function liftQuotaHolds(
  run: Run,
  { open, services }: { open: readonly Chunk[]; services: PhaseServices },
): Promise<void> {
  const gate = await services.gate.read();
  const held = PREFLIGHT_REASONS.filter((reason) => gate.holds.get(run.runId)?.has(reason));
  const heldAll = gate.holds.get('all')?.has('ses-daily-quota');
  if (held.length === 0 && !heldAll) return;
  const limits = await services.limits(run);
  const now = services.clock.now();
  const fit = preflight(emailsLeft(open), { limits, now, expiresAt: run.expiresAt });
  if (!fit.fits) return;
  for (const reason of held) await services.gate.lift(run.runId, reason);
  if (heldAll) await services.gate.lift('all', 'ses-daily-quota');
  services.log.info('run-hold-lifted', { run: run.runId });
}
