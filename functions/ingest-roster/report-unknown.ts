import type { EventPublisher } from '../aws/event-bus.ts';
import type { Inbox } from '../aws/inbox.ts';
import { reportKey, type Upload } from '../domain/upload.ts';
import type { Log } from '../lib/runtime.ts';

interface UnknownServices {
  readonly log: Log;
  readonly inbox: Inbox;
  readonly events: EventPublisher;
}

const REFUSED =
  "The file isn't in a folder for uploads, so nothing was done with it. Put launch plans into " +
  'inbox/launch/, whole rosters into inbox/roster/ and updates into inbox/update/';

/** Says beside the upload what the folders mean; the upload stays where it is. */
export async function reportUnknown(upload: Upload, { log, inbox, events }: UnknownServices): Promise<void> {
  const { key, uploadedAt } = upload;
  const report = inbox.openReport(upload, { key: `${reportKey(upload)}.json`, type: 'application/json' });
  await report.write(`${JSON.stringify({ upload: { key, uploadedAt }, refused: REFUSED }, null, 2)}\n`);
  await report.close();
  log.info('upload-unknown', { uploadedAt });
  await events.publish([{ kind: 'UploadUnknown', detail: { uploadedAt } }]);
}
