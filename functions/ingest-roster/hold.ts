import { campaign } from '#campaign';
import type { Hold, RosterLimits } from '../domain/roster/hold.ts';
import type { CheckedTable } from './check-table.ts';
import type { LedgerTotals } from './ledger-totals.ts';
import { counted, losesOnlyAddresses, lostWords } from './lost-words.ts';

const { status: STATUS, begun } = campaign.progress;
const KEEP = 'Correct the file, or keep the known values where it is blank';

/** What the safeguards look at. */
interface Safeguarded extends Pick<CheckedTable, 'layout' | 'rows' | 'keepsKnown' | 'baseProgress'> {
  readonly totals: LedgerTotals;
  readonly rejected: number;
  readonly limits: RosterLimits;
}

/** Why a version must wait for a person; empty when it may be activated automatically. */
export function holds(
  { ledger, ...checked }: Pick<CheckedTable, 'layout' | 'ledger' | 'rows' | 'keepsKnown' | 'baseProgress'>,
  { rejected, limits }: { rejected: number; limits: RosterLimits },
): Hold[] {
  const safeguarded = { ...checked, totals: ledger.totals(), rejected, limits };
  const safeguards = [
    rowsRefused,
    filersGone,
    filersNew,
    factsLost,
    addressesLost,
    addressesChanged,
    keyConflict,
    progressLost,
  ];
  return safeguards.map((safeguard) => safeguard(safeguarded)).filter((hold) => hold !== null);
}

function rowsRefused({ rejected, rows, limits: { maxRejectedPercent } }: Safeguarded): Hold | null {
  const share = { part: rejected, whole: rows, max: maxRejectedPercent };
  if (!isMore(share)) return null;
  return { code: 'rows-refused', reason: exceeds(`${rejected} of ${rows} rows are skipped`, share) };
}

function filersGone({ totals: { changes, baseFilers }, limits }: Safeguarded): Hold | null {
  const share = { part: changes.gone, whole: baseFilers, max: limits.maxGonePercent };
  if (!isMore(share)) return null;
  const what = `${changes.gone} of ${baseFilers} filers on the active roster are gone`;
  return { code: 'filers-gone', reason: exceeds(what, share) };
}

function filersNew({ totals: { changes, baseFilers }, limits }: Safeguarded): Hold | null {
  const share = { part: changes.new, whole: baseFilers, max: limits.maxNewPercent };
  if (baseFilers === 0 || isFew(share, limits) || !isMore(share)) return null;
  const what = `${changes.new} filers are new; the active roster has ${baseFilers}`;
  const advice = 'If they belong to another court or list, upload the right file';
  return { code: 'filers-new', reason: `${exceeds(what, share)}. ${advice}` };
}

function factsLost(checked: Safeguarded): Hold | null {
  const { changes, backward, baseFilers } = checked.totals;
  const share = { part: backward, whole: baseFilers, max: checked.limits.maxLostFactsPercent };
  if (isFew(share, checked.limits) || !isMore(share)) return null;
  // Reported once, by the limit on lost addresses.
  if (losesOnlyAddresses(changes) && addressesLost(checked)) return null;
  const what = exceeds(
    `${backward} of ${baseFilers} filers would lose information that the active roster has`,
    share,
  );
  return { code: 'facts-lost', reason: `${what}. ${lostWords(changes)}. ${KEEP}` };
}

function addressesChanged({ totals: { readdressed, baseFilers }, limits }: Safeguarded): Hold | null {
  const share = { part: readdressed, whole: baseFilers, max: limits.maxAddressChangedPercent };
  if (isFew(share, limits) || !isMore(share)) return null;
  const what = `${readdressed} of ${baseFilers} filers get a different address`;
  const advice =
    'If the column of addresses was shifted, or sorted without the others, correct it and upload the file again';
  return { code: 'addresses-changed', reason: `${exceeds(what, share)}. ${advice}` };
}

function addressesLost({ layout, totals, limits: { maxUnreachablePercent } }: Safeguarded): Hold | null {
  const share = { part: totals.addressesLost, whole: totals.concerned, max: maxUnreachablePercent };
  if (!isMore(share)) return null;
  const what = `${share.part} of ${share.whole} filers to be emailed ${lossWords(layout, totals)}`;
  const advice = 'If the column of addresses is damaged, correct it and upload the file again';
  return { code: 'addresses-lost', reason: `${exceeds(what, share)}. ${advice}` };
}

function keyConflict({ totals: { conflicts } }: Safeguarded): Hold | null {
  if (conflicts === 0) return null;
  const ids = counted(conflicts, 'user id is', 'user ids are');
  return { code: 'key-conflict', reason: `${ids} in several conflicting rows` };
}

function progressLost({ layout, keepsKnown, baseProgress }: Safeguarded): Hold | null {
  const forgets = layout.kind === 'roster' && !layout.positions.has(STATUS);
  if (!forgets || keepsKnown || baseProgress === 0) return null;
  const known = counted(baseProgress, 'filer', 'filers');
  const reason =
    `The file has no "${STATUS}" column, but on the active roster ${known} ${begun}: ` + 'that would be lost';
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

/** Whether it is so few that a share would say nothing. */
function isFew({ part }: Share, { fewFilers }: RosterLimits): boolean {
  return part <= fewFilers;
}

function isMore({ part, whole, max }: Share): boolean {
  return part * 100 > max * whole;
}

function exceeds(what: string, { part, whole, max }: Share): string {
  return `${what} (${((100 * part) / whole).toFixed(1)}%): more than ${max}%`;
}
