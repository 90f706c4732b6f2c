import type { Hold, RosterLimits } from '../domain/roster/hold.ts';
import type { CheckedTable } from './check-table.ts';
import type { LedgerTotals } from './ledger.ts';

/** Why a version must wait for a person; empty when it may activate by itself. */
export function holds(
  {
    layout,
    ledger,
    rows,
    baseLinkStatuses,
  }: Pick<CheckedTable, 'layout' | 'ledger' | 'rows' | 'baseLinkStatuses'>,
  { rejected, limits }: { rejected: number; limits: RosterLimits },
): Hold[] {
  const totals = ledger.totals();
  const found: Hold[] = [];
  if (rejected * 100 > limits.maxRejectedPercent * rows) {
    const reason = `${rejected} of ${rows} rows are refused (${percent(rejected, rows)}): more than ${limits.maxRejectedPercent} %`;
    found.push({ code: 'rows-refused', reason });
  }
  const { gone } = totals.changes;
  if (gone * 100 > limits.maxGonePercent * totals.baseFilers) {
    const reason = `${gone} of ${totals.baseFilers} filers of the roster in force are gone (${percent(gone, totals.baseFilers)}): more than ${limits.maxGonePercent} %`;
    found.push({ code: 'filers-gone', reason });
  }
  const { addressesLost, concerned } = totals;
  if (addressesLost * 100 > limits.maxUnreachablePercent * concerned) {
    const what = lossWords(layout, totals);
    const reason = `${addressesLost} of ${concerned} filers to be mailed ${what} (${percent(addressesLost, concerned)}): more than ${limits.maxUnreachablePercent} %. If the column of addresses is broken, mend it and upload the file again`;
    found.push({ code: 'addresses-lost', reason });
  }
  if (totals.conflicts > 0) {
    const reason = `${counted(totals.conflicts, 'user id stands', 'user ids stand')} in several rows that say different things`;
    found.push({ code: 'key-conflict', reason });
  }
  const forgets = layout.kind === 'roster' && !layout.positions.has('link_status');
  if (forgets && baseLinkStatuses > 0) {
    const reason = `The file has no column link_status, and the roster in force knows of ${counted(baseLinkStatuses, 'filer', 'filers')} who linked or tried to: that would be forgotten`;
    found.push({ code: 'link-status-lost', reason });
  }
  return found;
}

function lossWords({ kind }: CheckedTable['layout'], { baseFilers }: LedgerTotals): string {
  if (baseFilers === 0) return 'have no usable address';
  if (kind === 'update') return 'have lost their usable address';
  return 'have lost their usable address or are new without one';
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
