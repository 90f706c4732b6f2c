import type { Clock } from '../../../functions/lib/clock.ts';
import type { Buses } from '../events/buses.ts';
import { objectCreated, objectEvent } from '../s3-sqs/object-created.ts';
import { type ObjectFiles, objectFiles } from '../s3-sqs/object-files.ts';
import { type OutboxFile, outboxFile } from '../ses/outbox-file.ts';
import type { OutboxMail } from '../ses/outbox-mail.ts';
import type { Template } from '../template/template.ts';
import { type DataFolder, openDataFolder } from './data-folder.ts';
import { type HandledEvents, handledEvents } from './handled-events.ts';

/** What outlives a cloud's process. Queues don't: the sweep and `replay` make up for the messages that they held. */
export interface KeptData {
  /** Directory of the tables. */
  readonly tables: string;
  readonly objects: ObjectFiles;
  readonly outbox: OutboxFile;
  readonly handled: HandledEvents;
  /** File of the accounts of the console's people. */
  readonly accounts: string;
  /**
   * Publishes again the events of S3 and SES that no function has handled: of uploads, and of what became of emails.
   * Handlers must bear an event twice.
   */
  replay(to: { buses: Buses; feedback: (mail: OutboxMail) => void }): Promise<void>;
  /** Notes that the cloud is built: from now on its data can be used again. */
  finish(): void;
  /** Writes what isn't on the disk yet, and unlocks the folder. */
  close(): Promise<void>;
}

interface Wanted {
  readonly launch: string;
  readonly template: Template;
  readonly clock: Clock;
  readonly onDiskError?: ((error: unknown) => void) | undefined;
}

type Reporting = <Result>(write: () => Result) => Result;

/** Reports writes that fail, at once or later. */
function reportingTo(onDiskError: Wanted['onDiskError']): Reporting {
  return (write) => {
    try {
      const result = write();
      if (result instanceof Promise) result.catch((error: unknown) => onDiskError?.(error));
      return result;
    } catch (error) {
      onDiskError?.(error);
      throw error;
    }
  };
}

function reportingFiles(files: ObjectFiles, reporting: Reporting): ObjectFiles {
  return {
    ...files,
    upsertObject: (bucket, object) => reporting(() => files.upsertObject(bucket, object)),
    completeMultipartUpload: (id, bucket, object) =>
      reporting(() => files.completeMultipartUpload(id, bucket, object)),
  };
}

/** Opens a data folder. @throws UserError when it can't be used; nothing in it is changed then. */
export function openKeptData(dir: string, { clock, onDiskError, ...wanted }: Wanted): KeptData {
  const folder = openDataFolder(dir, wanted);
  try {
    return keptIn(folder, { clock, onDiskError });
  } catch (error) {
    folder.close();
    throw error;
  }
}

function keptIn(folder: DataFolder, { clock, onDiskError }: Pick<Wanted, 'clock' | 'onDiskError'>): KeptData {
  const reporting = reportingTo(onDiskError);
  const objects = reportingFiles(objectFiles(folder.objects, clock), reporting);
  const outbox = outboxFile(folder.outbox);
  const handled = handledEvents(folder.handled);
  return {
    tables: folder.tables,
    accounts: folder.accounts,
    objects,
    outbox: { ...outbox, add: (mail) => reporting(() => outbox.add(mail)) },
    handled: { ...handled, note: (body) => reporting(() => handled.note(body)) },
    replay: async ({ buses, feedback }) => {
      for (const object of objects.stored()) {
        if (!object.key.startsWith('inbox/')) continue;
        const event = { ...objectEvent(object), time: object.at.round('second').toString() };
        if (!handled.includes(event)) await objectCreated(object, buses);
      }
      for (const mail of outbox.earlier) feedback(mail);
    },
    finish: folder.finish,
    close: async () => {
      await Promise.all([outbox.close(), handled.close()]);
      folder.close();
    },
  };
}
