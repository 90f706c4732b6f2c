import type { IndexedPart } from '../aws/audit-index.ts';
import type { Services } from '../aws/pick.ts';

/** Indexes part of the audit log's entries again. It changes no entry, so it isn't recorded in the log. */
export async function rebuildAuditIndex(
  after: string,
  { auditIndex, log }: Pick<Services, 'auditIndex' | 'log'>,
): Promise<IndexedPart> {
  const part = await auditIndex.add(after);
  if (part.added > 0) log.info('audit-indexed', { added: part.added });
  return part;
}
