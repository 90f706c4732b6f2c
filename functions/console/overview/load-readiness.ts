import { sumByState, unreachableIn } from '../../domain/filer/state-counts.ts';
import { activatedCounts } from '../../domain/run/progress-days.ts';
import { dateWords } from '../../lib/court-time.ts';
import { readinessHistory } from '../../queries/readiness-history.ts';
import type { ConsoleServices } from '../services.ts';
import type { ReadinessView } from './readiness.tsx';

/**
 * Loads the filers by state, upload by upload.
 * @param pivot the day that states are counted for, `2018-10-22`; `null`: to be announced
 */
export async function loadReadiness(
  pivot: string | null,
  services: Pick<ConsoleServices, 'roster' | 'readiness'>,
): Promise<ReadinessView> {
  const [history, active] = await Promise.all([readinessHistory(pivot, services), services.roster.active()]);
  const points = activatedCounts(history, active);
  const current = points.find(({ isActive }) => isActive);
  return {
    points: points.map(({ uploadedAt: at, byState, version }) => ({
      at,
      version,
      states: sumByState(byState),
      unreachable: unreachableIn(byState),
    })),
    isCounted: current !== undefined,
    otherDay: current?.isForOtherDay ? dayLabel(current.pivotDate) : null,
  };
}

function dayLabel(day: string | null): string {
  return day ? dateWords(day) : 'a day to be announced';
}
