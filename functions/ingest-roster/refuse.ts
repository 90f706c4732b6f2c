import type { EventPublisher } from '../aws/event-bus.ts';
import type { Inbox } from '../aws/inbox.ts';
import { reportKey, type Upload } from '../domain/upload.ts';
import type { Log } from '../lib/log.ts';
import { JsonReport, refusedSummary } from './report.ts';
import type { TableFormat } from './table/open-table.ts';

/** Why an upload as a whole can't be used. */
export interface Refusal {
  readonly code: 'no-plan' | 'no-roster' | 'not-a-table' | 'not-a-roster' | 'same-content';
  /** A sentence for the clerk: what is wrong, and what to do. */
  readonly refused: string;
}

/** Says why nothing changes: in the report, in the log and by an event. */
export async function refuse(
  upload: Upload,
  {
    refusal,
    file,
    services,
  }: {
    refusal: Refusal;
    file: TableFormat | null;
    services: { inbox: Inbox; events: EventPublisher; log: Log };
  },
): Promise<void> {
  const { inbox, events, log } = services;
  const report = new JsonReport(
    inbox.openReport(upload, { key: `${reportKey(upload)}.json`, type: 'application/json' }),
  );
  const { key, uploadedAt } = upload;
  await report.finish({ upload: { key, uploadedAt }, ...refusedSummary(file, refusal.refused) });
  log.info('roster-refused', { reason: refusal.code });
  await events.publish([{ kind: 'RosterRefused', detail: { uploadedAt, reason: refusal.code } }]);
}
