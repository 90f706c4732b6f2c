import { type AuditKey, placeOf } from '../domain/audit-key.ts';
import { putIf, type Table } from './dynamo.ts';

/** The partition of the index, which lists entries by time. */
export const AUDIT_INDEX = 'act';

/** Lists an entry in the index. It says where the entry is, not what it says. @returns whether it wasn't listed yet */
export function indexEntry(table: Table, key: AuditKey): Promise<boolean> {
  const item = { pk: AUDIT_INDEX, sk: placeOf(key) };
  return putIf(table, item, { condition: 'attribute_not_exists(pk)' });
}
