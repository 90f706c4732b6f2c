import type { IndexedPart } from '../aws/audit-index.ts';
import type { Services } from '../aws/services.ts';

/** Lists a part of the entries in the index again. It changes no entry, so it isn't one itself. */
export async function rebuildAuditIndex(
  after: string,
  { auditIndex, log }: Pick<Services, 'auditIndex' | 'log'>,
): Promise<IndexedPart> {
  const part = await auditIndex.add(after);
  if (part.added > 0) log.info('audit-indexed', { added: part.added });
  return part;
}
