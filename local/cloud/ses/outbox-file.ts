import { existsSync, readFileSync, truncateSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { appendFile } from '../../lib/append-file.ts';
import { damaged } from '../persistence/damaged.ts';
import type { OutboxMail } from './outbox-mail.ts';

/** Emails that SES took, on disk. */
export interface OutboxFile {
  /** Those of earlier runs, oldest first. */
  readonly earlier: readonly OutboxMail[];
  /** @returns when it is on the disk: only then may SES say yes. */
  add(mail: OutboxMail): Promise<void>;
  close(): Promise<void>;
}

/** The line before each email's bytes. */
interface Head extends Omit<OutboxMail, 'at' | 'raw'> {
  readonly at: string;
  /** How many bytes of the email follow. */
  readonly bytes: number;
}

const LINE_END = 10;

/**
 * One file: before each email a line of JSON, after it a line end. An email whose writing was broken off is cut away:
 * SES had not said yes to it.
 */
export function outboxFile(path: string): OutboxFile {
  const earlier: OutboxMail[] = [];
  if (existsSync(path)) {
    const content = readFileSync(path);
    truncateSync(path, readMails(content, { path, into: earlier }));
  }
  const file = appendFile(path);
  return {
    earlier,
    add: (mail) => {
      file.append(recordOf(mail));
      return file.flushed();
    },
    close: file.close,
  };
}

function recordOf({ raw, at, ...mail }: OutboxMail): Uint8Array {
  const head: Head = { ...mail, at: at.toString(), bytes: raw.length };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), raw, Buffer.from('\n')]);
}

/** @returns where the last whole email ends. @throws UserError when anything but the end of the file is missing. */
function readMails(content: Buffer, { path, into }: { path: string; into: OutboxMail[] }): number {
  let start = 0;
  for (;;) {
    const lineEnd = content.indexOf(LINE_END, start);
    if (lineEnd < 0) return start;
    const head = headIn(content.toString('utf8', start, lineEnd));
    const end = lineEnd + 1 + (head?.bytes ?? 0);
    if (head && end >= content.length) return start;
    if (!head || content[end] !== LINE_END)
      throw damaged(path, `no email begins or ends well at byte ${start}`);
    const { at, bytes: _, ...mail } = head;
    into.push({ ...mail, at: Temporal.Instant.from(at), raw: content.subarray(lineEnd + 1, end) });
    start = end + 1;
  }
}

function headIn(line: string): Head | null {
  try {
    const head = JSON.parse(line) as Head;
    return Number.isInteger(head.bytes) && head.bytes >= 0 ? head : null;
  } catch {
    return null;
  }
}
