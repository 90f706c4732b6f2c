import { sumByState, unreachableIn } from '../../domain/filer/state-counts.ts';
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
  const activated = new Set(
    active.decisions.flatMap(({ action, version }) => (action === 'activate' ? [version] : [])),
  );
  // What was rejected tells nothing about filers.
  const shown = history.filter(({ version, isActive }) => isActive || activated.has(version));
  const current = shown.find(({ isActive }) => isActive);
  const upToCurrent = current ? shown.slice(0, shown.indexOf(current) + 1) : shown;
  return {
    points: upToCurrent.map(({ uploadedAt: at, byState, version }) => ({
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
