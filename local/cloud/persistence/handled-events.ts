import { existsSync, readFileSync } from 'node:fs';
import { appendFile } from './append-file.ts';

/** Events of S3 and SES that a function has worked on: the others come again when a cloud starts on the same data. */
export interface HandledEvents {
  has(key: string): boolean;
  /** Takes the body of a message that was worked on; what is no event of S3 or SES is passed over. */
  note(body: string): void;
  close(): Promise<void>;
}

/** What of an event tells it from all others, however often it comes. */
interface Known {
  readonly source: string;
  readonly detail: unknown;
  /** Instant of an event on a bus. */
  readonly time?: string;
}

/** One line of text an event. A line that was broken off stands for no event: that one comes again. */
export function handledEvents(path: string): HandledEvents {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const keys = new Set(text.split('\n').slice(0, -1));
  const file = appendFile(path);
  // Ends a line that was broken off.
  if (text !== '' && !text.endsWith('\n')) file.append(Buffer.from('\n'));
  return {
    has: (key) => keys.has(key),
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

/** `null` for what S3 and SES don't tell. */
export function eventKey({ source, detail, time }: Known): string | null {
  if (source === 'aws.s3') {
    const { object } = detail as { object: { key: string; etag: string } };
    return JSON.stringify([source, object.key, object.etag, time]);
  }
  if (source !== 'aws.ses') return null;
  const { eventType, mail } = detail as { eventType: string; mail: { messageId: string } };
  return JSON.stringify([source, mail.messageId, eventType]);
}
