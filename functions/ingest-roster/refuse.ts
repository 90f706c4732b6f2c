import { reportKey, type Upload } from '../domain/upload.ts';
import type { IngestServices, Refusal } from './intake.ts';
import { JsonReport, refusedSummary } from './report.ts';
import type { TableFormat } from './table/open-table.ts';

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
    services: Pick<IngestServices, 'inbox' | 'events' | 'log'>;
  },
): Promise<void> {
  const { inbox, events, log } = services;
  const name = reportKey(upload, { isStray: refusal.code === 'form-used' });
  const report = new JsonReport(inbox.openReport(upload, { key: `${name}.json`, type: 'application/json' }));
  const { key, uploadedAt } = upload;
  const { code, refused } = refusal;
  await report.finish({ upload: { key, uploadedAt }, ...refusedSummary(file, refused), code });
  log.info('roster-refused', { reason: refusal.code });
  await events.publish([{ kind: 'RosterRefused', detail: { uploadedAt, reason: refusal.code } }]);
}
