import { existsSync, readFileSync } from 'node:fs';
import { appendFile } from '../../lib/append-file.ts';

/** The events of S3 and SES that a function has handled: the others come again when a cloud starts on the same data. */
export interface HandledEvents {
  /** Whether an event was handled; of other sources than S3 and SES that isn't known. */
  includes(event: Known): boolean;
  /** Takes the body of a message that was handled; what is no event of S3 or SES is passed over. */
  note(body: string): void;
  close(): Promise<void>;
}

/** The parts of an event that are read here. */
interface Known {
  readonly source: string;
  readonly detail: unknown;
  /** Instant of an event on a bus. */
  readonly time?: string;
}

/** Keeps a line of text for each event. The event of a line that was broken off comes again. */
export function handledEvents(path: string): HandledEvents {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const keys = new Set(text.split('\n').slice(0, -1));
  const file = appendFile(path);
  // Ends a line that was broken off.
  if (text !== '' && !text.endsWith('\n')) file.append(Buffer.from('\n'));
  return {
    includes: (event) => keys.has(eventKey(event) ?? ''),
    note: (body) => {
      const key = keyIn(body);
      if (key === null || keys.has(key)) return;
      keys.add(key);
      file.append(Buffer.from(`${key}\n`));
    },
    close: file.close,
  };
}

function keyIn(body: string): string | null {
  try {
    return eventKey(JSON.parse(body));
  } catch {
    return null;
  }
}

/** Tells an event from all others, however often it comes; `null` for another source than S3 and SES. */
function eventKey({ source, detail, time }: Known): string | null {
  if (source === 'aws.s3') {
    const { object } = detail as { object: { key: string; etag: string } };
    return JSON.stringify([source, object.key, object.etag, time]);
  }
  if (source !== 'aws.ses') return null;
  const { eventType, mail } = detail as { eventType: string; mail: { messageId: string } };
  return JSON.stringify([source, mail.messageId, eventType]);
}
