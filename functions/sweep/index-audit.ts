import type { Services } from '../aws/pick.ts';

/** The call that writes an entry also indexes it, so an unindexed entry is from a recent call that was cut short. */
const LOOK_BACK = { hours: 6 };

/** Indexes audit log entries whose writing was cut short between the entry and the index. */
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
