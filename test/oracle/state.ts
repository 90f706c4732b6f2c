import { daysOf } from './dates.ts';
import { bareOf, type Cells } from './roster.ts';

/** What the domain page says of one filer, read line by line. */
export interface Reading {
  readonly state: string;
  /** Number of the row of the decision table. */
  readonly rule: number;
  /** What rows 7 to 14 say; `null` where rows 1 to 3 decided. */
  readonly account: { readonly state: string; readonly rule: number } | null;
  readonly confirmIndividual: boolean;
  readonly firmBilling: boolean;
  readonly unreachable: boolean;
}

/** @param goLiveOn The day of go-live, `2018-10-22`; `null` when it is to be announced. */
export function readState(cells: Cells, goLiveOn: string | null): Reading {
  const cell = (column: string): string => cells[column] ?? '';
  const flags = {
    confirmIndividual: asksWhetherIndividual(cells),
    firmBilling: cell('firm') !== '' || kindsOf(cells).some((kind) => kind === 'shared' || kind === 'paa'),
    unreachable: mailboxOf(cells) === null,
  };
  const status = cell('cmecf_status').toLowerCase();
  if (['inactive', 'suspended', 'deceased'].includes(status)) {
    return { state: 'inactive', rule: 1, account: null, ...flags };
  }
  if (['judge', 'courtstaff'].includes(bareOf(cell('user_type')))) {
    return { state: 'not-required', rule: 2, account: null, ...flags };
  }
  const link = cell('link_status').toLowerCase() || 'unlinked';
  const after = goLiveOn !== null && daysOf(cell('link_as_of'))!.first >= goLiveOn;
  if (link === 'linked' && after) return { state: 'linked', rule: 3, account: null, ...flags };
  const account = readAccount(cells);
  if (link !== 'unlinked' && !after) return { state: 'conflict', rule: 4, account, ...flags };
  if (link === 'pending') return { state: 'awaiting-court', rule: 5, account, ...flags };
  if (link === 'failed') return { state: 'link-failed', rule: 6, account, ...flags };
  return { ...account, account, ...flags };
}

/** Rows 7 to 14. */
function readAccount(cells: Cells): { state: string; rule: number } {
  const kinds = kindsOf(cells);
  const individual = kinds.includes('individual') || kinds.includes('case_search');
  const notIndividual = kinds.length > 0 && !individual;
  const elsewhere = (cells.nextgen_elsewhere ?? '').toLowerCase().startsWith('y');
  const type = (cells.pacer_account_type ?? '').toLowerCase();
  const length = cells.pacer_username_length ? Number(cells.pacer_username_length) : null;
  const created = daysOf(cells.pacer_created ?? '');
  const createdAfter = created !== null && created.first >= '2014-08-11';
  const createdBefore = created !== null && created.last <= '2014-08-10';

  if (notIndividual && elsewhere) return { state: 'verify-account', rule: 7 };
  if ((type === 'upgraded' || elsewhere) && length === 6) return { state: 'verify-account', rule: 7 };
  if (type === 'legacy' && length !== null && length >= 8) return { state: 'verify-account', rule: 7 };
  if (type === 'legacy' && createdAfter) return { state: 'verify-account', rule: 7 };
  if (type === 'legacy' && elsewhere) return { state: 'verify-account', rule: 7 };
  if (length === 6 && createdAfter) return { state: 'verify-account', rule: 7 };
  if (notIndividual) return { state: 'needs-individual-account', rule: 8 };
  if (type === 'upgraded' || elsewhere) return { state: 'ready-to-link', rule: 9 };
  if (type === 'legacy') return { state: 'needs-upgrade', rule: 10 };
  if (length !== null && length >= 8) return { state: 'ready-to-link', rule: 11 };
  if (length === 6) return { state: 'needs-upgrade', rule: 11 };
  if (length !== null) return { state: 'verify-account', rule: 11 };
  if (createdAfter) return { state: 'ready-to-link', rule: 12 };
  if (createdBefore) return { state: 'needs-upgrade', rule: 13 };
  return { state: 'verify-account', rule: 14 };
}

/** Kinds of PACER account that the roster names; nothing when it doesn't say. */
function kindsOf(cells: Cells): string[] {
  return (cells.pacer_account ?? '')
    .split(';')
    .map((kind) => kind.trim().toLowerCase().replaceAll(/[\s-]/g, '_'))
    .filter((kind) => kind !== '' && kind !== 'unknown');
}

function asksWhetherIndividual(cells: Cells): boolean {
  const elsewhere = (cells.nextgen_elsewhere ?? '').toLowerCase().startsWith('y');
  return kindsOf(cells).length === 0 && !elsewhere;
}

/** The first usable address of the cell, in lower case; `null` when there is none. */
export function mailboxOf(cells: Cells): string | null {
  const addresses = (cells.email ?? '').split(';').map((address) => address.trim().toLowerCase());
  return addresses.find(looksUsable) ?? null;
}

/** An address is usable when it could be one mailbox on the public net. */
function looksUsable(address: string): boolean {
  const parts = address.split('@');
  const [local = '', domain = ''] = parts;
  const name = local !== '' && !/[\s<>,;:"()]/.test(local) && !/^\.|\.\.|\.$/.test(local);
  return parts.length === 2 && name && /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i.test(domain);
}
