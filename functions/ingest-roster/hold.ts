import { campaign } from '#campaign';
import type { Hold, RosterLimits } from '../domain/roster/hold.ts';
import type { CheckedTable } from './check-table.ts';
import type { LedgerTotals } from './ledger-totals.ts';

const { status: STATUS, begun } = campaign.progress;

/** What the guard rails look at. */
interface Guarded extends Pick<CheckedTable, 'layout' | 'rows' | 'baseProgress'> {
  readonly totals: LedgerTotals;
  readonly rejected: number;
  readonly limits: RosterLimits;
}

/** Why a version must wait for a person; empty when it may be activated automatically. */
export function holds(
  { layout, ledger, rows, baseProgress }: Pick<CheckedTable, 'layout' | 'ledger' | 'rows' | 'baseProgress'>,
  { rejected, limits }: { rejected: number; limits: RosterLimits },
): Hold[] {
  const guarded = { layout, rows, baseProgress, totals: ledger.totals(), rejected, limits };
  const guards = [rowsRefused, filersGone, addressesLost, keyConflict, progressLost];
  return guards.map((guard) => guard(guarded)).filter((hold) => hold !== null);
}

function rowsRefused({ rejected, rows, limits: { maxRejectedPercent } }: Guarded): Hold | null {
  const share = { part: rejected, whole: rows, max: maxRejectedPercent };
  if (!isMore(share)) return null;
  return { code: 'rows-refused', reason: exceeds(`${rejected} of ${rows} rows are refused`, share) };
}

function filersGone({ totals: { changes, baseFilers }, limits }: Guarded): Hold | null {
  const share = { part: changes.gone, whole: baseFilers, max: limits.maxGonePercent };
  if (!isMore(share)) return null;
  const what = `${changes.gone} of ${baseFilers} filers of the roster in force are gone`;
  return { code: 'filers-gone', reason: exceeds(what, share) };
}

function addressesLost({ layout, totals, limits: { maxUnreachablePercent } }: Guarded): Hold | null {
  const share = { part: totals.addressesLost, whole: totals.concerned, max: maxUnreachablePercent };
  if (!isMore(share)) return null;
  const what = `${share.part} of ${share.whole} filers to be mailed ${lossWords(layout, totals)}`;
  const advice = 'If the column of addresses is broken, mend it and upload the file again';
  return { code: 'addresses-lost', reason: `${exceeds(what, share)}. ${advice}` };
}

function keyConflict({ totals: { conflicts } }: Guarded): Hold | null {
  if (conflicts === 0) return null;
  const ids = counted(conflicts, 'user id stands', 'user ids stand');
  return { code: 'key-conflict', reason: `${ids} in several rows that say different things` };
}

function progressLost({ layout, baseProgress }: Guarded): Hold | null {
  const forgets = layout.kind === 'roster' && !layout.positions.has(STATUS);
  if (!forgets || baseProgress === 0) return null;
  const known = counted(baseProgress, 'filer', 'filers');
  const reason =
    `The file has no column ${STATUS}, and the roster in force knows of ${known} who ${begun}: ` +
    'that would be forgotten';
  return { code: 'progress-lost', reason };
}

function lossWords({ kind }: CheckedTable['layout'], { baseFilers }: LedgerTotals): string {
  if (baseFilers === 0) return 'have no usable address';
  if (kind === 'update') return 'have lost their usable address';
  return 'have lost their usable address or are new without one';
}

interface Share {
  readonly part: number;
  readonly whole: number;
  /** Percent. */
  readonly max: number;
}

function isMore({ part, whole, max }: Share): boolean {
  return part * 100 > max * whole;
}

function exceeds(what: string, { part, whole, max }: Share): string {
  return `${what} (${((100 * part) / whole).toFixed(1)} %): more than ${max} %`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
