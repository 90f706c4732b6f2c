import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { virtualClock } from '../../../../local/cloud/clock/clock.ts';
import { outboxFile } from '../../../../local/cloud/ses/outbox-file.ts';
import type { OutboxMail } from '../../../../local/cloud/ses/outbox-mail.ts';

const clock = virtualClock('2018-07-24T13:00:00Z');
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'crier-kept-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

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
  it('gives back every email, byte for byte, and continues after one that a kill broke off at any byte', async () => {
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
