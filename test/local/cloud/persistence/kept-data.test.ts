import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { virtualClock } from '../../../../local/cloud/clock/clock.ts';
import { keepClock, keptClock } from '../../../../local/cloud/clock/kept.ts';
import { deleteData, openDataFolder } from '../../../../local/cloud/persistence/data-folder.ts';
import { handledEvents } from '../../../../local/cloud/persistence/handled-events.ts';
import { objectFiles } from '../../../../local/cloud/s3-sqs/object-files.ts';
import { outboxFile } from '../../../../local/cloud/ses/outbox-file.ts';
import type { OutboxMail } from '../../../../local/cloud/ses/outbox-mail.ts';
import { synthesize } from '../../../../local/cloud/template/synthesize.ts';
import { readTemplate } from '../../../../local/cloud/template/template.ts';

const template = readTemplate(synthesize());
const clock = virtualClock('2018-07-24T13:00:00Z');
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'crier-kept-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Makes a folder as a whole start makes it, and lets go of it. */
function made(launch = 'nysb-2018'): void {
  const folder = openDataFolder(dir, { launch, template });
  writeFileSync(folder.outbox, 'emails');
  folder.finish();
  folder.close();
}

const open = () => openDataFolder(dir, { launch: 'nysb-2018', template });

/** Of a process that is gone: no system gives such a number. */
const NO_PROCESS = '2147483646';

describe('a data folder', () => {
  it('keeps what is in it', () => {
    made();
    open().close();
    expect(readFileSync(join(dir, 'outbox'), 'utf8')).toBe('emails');
  });

  it.each([
    [
      'another launch',
      () => made('cacb-2019'),
      'must be those of the launch nysb-2018: they are those of cacb-2019',
    ],
    ['another format', () => stamped({ format: 0 }), 'must have the format 2: it is 0'],
    [
      'other tables',
      () => stamped({ shape: 'other' }),
      'must have the tables and buckets of this version of Crier',
    ],
    ['other files', () => writeFileSync(join(dir, 'letter'), ''), 'must be empty or hold data of Crier'],
  ])('is refused with %s, and nothing is changed', (_, make, words) => {
    make();
    const before = readdirSync(dir);
    expect(open).toThrow(words);
    expect(readdirSync(dir)).toEqual(before);
  });

  it('begins anew when the start that made it was killed', () => {
    const folder = open();
    writeFileSync(folder.outbox, 'half of it');
    folder.close();
    open().close();
    expect(readdirSync(dir)).toEqual(['being-made']);
  });

  it('lets in one process, and the next one when that is gone', () => {
    const folder = open();
    expect(open).toThrow(`one process at a time may: process ${process.pid} does`);
    expect(() => deleteData(dir, () => {})).toThrow('one process at a time may');
    folder.close();
    writeFileSync(join(dir, 'lock'), NO_PROCESS);
    open().close();
    expect(existsSync(join(dir, 'lock'))).toBe(false);
  });

  it('is deleted after a line that says so, and only when it is ours', () => {
    const lines: string[] = [];
    deleteData(join(dir, 'none'), (line) => lines.push(line));
    deleteData(dir, (line) => lines.push(line));
    expect(lines).toEqual([]);
    made();
    deleteData(dir, (line) => lines.push(line));
    expect([lines, readdirSync(dir)]).toEqual([[expect.stringContaining(dir)], []]);
    writeFileSync(join(dir, 'letter'), '');
    expect(() => deleteData(dir, () => {})).toThrow('it holds other things');
    expect(readdirSync(dir)).toEqual(['letter']);
  });
});

function stamped(other: object): void {
  made();
  const path = join(dir, 'crier-data.json');
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...other }));
}

const mail = (n: number): OutboxMail => ({
  messageId: `m${n}`,
  at: clock.now(),
  from: 'clerk@example.com',
  to: [`filer${n}@example.com`],
  configurationSet: 'crier',
  tags: { filer: String(n) },
  raw: Buffer.from(`Subject: ${n}\r\n\r\nLines\nand {"bytes":1}\n`),
});

describe('the outbox on disk', () => {
  it('gives back every email, byte for byte, and goes on after one that a kill broke off at any byte', async () => {
    const path = join(dir, 'outbox');
    const first = outboxFile(path);
    await Promise.all([first.add(mail(1)), first.add(mail(2))]);
    await first.close();
    const whole = readFileSync(path);
    const bytesOfOne = whole.length / 2;
    for (let end = bytesOfOne; end < whole.length; end += 7) {
      writeFileSync(path, whole);
      truncateSync(path, end);
      const again = outboxFile(path);
      expect(again.earlier).toEqual([mail(1)]);
      await again.add(mail(3));
      await again.close();
    }
    const last = outboxFile(path);
    expect(last.earlier).toEqual([mail(1), mail(3)]);
    await last.close();
  });
});

describe('the events that were worked on', () => {
  const eventOf = (messageId: string) => ({
    source: 'aws.ses',
    detail: { eventType: 'Send', mail: { messageId } },
  });
  const bodyOf = (messageId: string) => JSON.stringify(eventOf(messageId));

  it('are known again, and one whose line was broken off comes again', async () => {
    const path = join(dir, 'handled');
    const first = handledEvents(path);
    for (const body of [bodyOf('m1'), bodyOf('m1'), '{"runId":"r"}', 'no event']) first.note(body);
    await first.close();
    appendFileSync(path, '["aws.ses","m2","Se');
    const again = handledEvents(path);
    again.note(bodyOf('m3'));
    await again.close();
    const last = handledEvents(path);
    const known = ['m1', 'm2', 'm3'].map((id) => last.includes(eventOf(id)));
    expect(known).toEqual([true, false, true]);
    await last.close();
  });
});

describe('objects on disk', () => {
  const object = (key: string, body: string) => ({
    key,
    body: Buffer.from(body),
    contentType: 'text/csv',
    contentLength: body.length,
    etag: '"e"',
    lastModified: new Date(0),
    metadata: { by: 'clerk' },
  });

  it('stand as they were written last, whatever their keys; half-written ones do not count', () => {
    const files = objectFiles(dir, clock);
    const odd = '../inbox/ä b%2F\n.csv';
    files.upsertObject('bucket', object(odd, 'one\ntwo'));
    files.completeMultipartUpload('id', 'bucket', object(odd, 'three\n'));
    files.upsertObject('bucket', object('gone', ''));
    files.deleteObject('bucket', 'gone');
    writeFileSync(join(dir, 'x.unfinished'), 'half');
    const again = objectFiles(dir, clock);
    expect(again.stored()).toEqual([
      { bucket: 'bucket', key: odd, size: 6, etag: 'e', reason: 'PutObject', at: clock.now() },
    ]);
    expect(again.readBody('bucket', odd).toString()).toBe('three\n');
  });
});

describe('a kept clock', () => {
  it('goes on two seconds later; today’s stays today’s', () => {
    expect(keptClock(dir)).toBeNull();
    keepClock(dir, clock)();
    expect(keptClock(dir)).toEqual({ at: Temporal.Instant.from('2018-07-24T13:00:02Z'), isShifted: true });
    keepClock(dir, virtualClock(Temporal.Now.instant()))();
    expect(keptClock(dir)?.isShifted).toBe(false);
  });
});
