import type { Services } from '../aws/services.ts';

/** An entry is listed by the call that wrote it, so one that isn't is from a call that was cut short lately. */
const LOOK_BACK = { hours: 6 };

/** Lists entries of the audit log whose writing was cut short between the entry and the index. */
export async function indexAudit({
  auditIndex,
  clock,
  log,
}: Pick<Services, 'auditIndex' | 'clock' | 'log'>): Promise<void> {
  let after: string | null = clock.now().subtract(LOOK_BACK).toString();
  let added = 0;
  while (after !== null) {
    const part = await auditIndex.add(after);
    added += part.added;
    after = part.next;
  }
  if (added > 0) log.info('audit-indexed', { added });
}
