import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { handledEvents } from '../../../../local/cloud/persistence/handled-events.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'crier-kept-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

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
