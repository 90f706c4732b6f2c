import type { Clock } from '../../../functions/lib/clock.ts';
import type { EventBridge } from '../events/eventbridge.ts';
import { objectCreated, objectEvent } from '../s3-sqs/object-created.ts';
import { type ObjectFiles, objectFiles } from '../s3-sqs/object-files.ts';
import type { OutboxMail } from '../ses/ses.ts';
import type { Template } from '../template/template.ts';
import { openDataFolder } from './data-folder.ts';
import { eventKey, type HandledEvents, handledEvents } from './handled-events.ts';
import { type OutboxFile, outboxFile } from './outbox-file.ts';

/** What outlives a cloud's process. Queues don't: what only they knew is healed by the sweep and at the start. */
export interface KeptData {
  /** Directory of the tables. */
  readonly tables: string;
  readonly objects: ObjectFiles;
  readonly outbox: OutboxFile;
  readonly handled: HandledEvents;
  /**
   * Tells once more what S3 and SES told and nobody worked on: uploads, and what became of emails. Whoever works on it
   * bears doubles.
   */
  retell(to: { bridge: EventBridge; feedback: (mail: OutboxMail) => void }): Promise<void>;
  /** Notes that the cloud stands, so that its data can be used again. */
  finish(): void;
  close(): Promise<void>;
}

/** @throws UserError when the directory can't be used; nothing in it is changed then. */
export function openKeptData(
  dir: string,
  { clock, ...wanted }: { launch: string; template: Template; clock: Clock },
): KeptData {
  const folder = openDataFolder(dir, wanted);
  const objects = objectFiles(folder.objects, clock);
  const outbox = outboxFile(folder.outbox);
  const handled = handledEvents(folder.handled);
  return {
    tables: folder.tables,
    objects,
    outbox,
    handled,
    retell: async ({ bridge, feedback }) => {
      for (const object of objects.stored()) {
        if (!object.key.startsWith('inbox/')) continue;
        const event = { ...objectEvent(object), time: object.at.round('second').toString() };
        if (!handled.has(eventKey(event) ?? '')) await objectCreated(object, bridge);
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
