import type { AuditEntry } from '../../domain/audit-entry.ts';
import { CALL_RESULT_CODES, CALL_RESULTS } from '../../domain/call.ts';
import { pivotDate } from '../../domain/plan/phases.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { CALL_GROUPS, type CallListServices, callList } from '../../queries/call-list.ts';
import { GROUP_LABELS } from '../filers/calls/call-labels.ts';
import type { ReportCalls } from './report-view.ts';

/** Counts whom to call and the calls so far. The list behind it has names, of which none leaves this function. */
export async function loadCalls(
  plan: Plan,
  { entries, services }: { entries: readonly AuditEntry[]; services: CallListServices },
): Promise<ReportCalls> {
  const version = await services.roster.activeVersion();
  const list = version && (await callList({ version, pivotDate: pivotDate(plan) }, services));
  const groups = CALL_GROUPS.map((group) => {
    const filers = list?.filers.filter((one) => one.group === group) ?? [];
    const settled = filers.filter(({ isSettled }) => isSettled).length;
    return { reason: GROUP_LABELS[group], filers: filers.length, settled, open: filers.length - settled };
  });
  return {
    groups: list && groups.filter(({ filers }) => filers > 0),
    isCut: list?.isCut ?? false,
    ...recordedCalls(entries),
  };
}

/** The calls that people recorded, by what came of them. */
function recordedCalls(entries: readonly AuditEntry[]): Pick<ReportCalls, 'results' | 'called'> {
  const calls = entries.flatMap(({ act }) => (act.act === 'call' ? [act] : []));
  const results = CALL_RESULT_CODES.map((code) => ({
    name: CALL_RESULTS[code].label,
    count: calls.filter(({ result }) => result === code).length,
  }));
  return {
    results: results.filter(({ count }) => count > 0),
    called: new Set(calls.map(({ filerId }) => filerId)).size,
  };
}
