import { describe, expect, it } from 'vitest';
import type { Fact, FactKind } from '../../../functions/domain/send/fact.ts';
import { filerSend } from '../../../functions/queries/filer-send.ts';

const fact = (attempt: number, kind: FactKind, state?: string): Fact => ({
  runId: 'r',
  filerId: 'f',
  attempt,
  kind,
  at: '2018-07-24T13:00:00Z',
  ...(state !== undefined && { state }),
});

describe('filerSend', () => {
  it.each<[what: string, facts: Fact[], chunked: Parameters<typeof filerSend>[1]['chunked'], send: object]>([
    [
      'nothing is known',
      [],
      undefined,
      { send: { status: 'waiting', attempt: 1 }, lastAttempt: 1, state: null },
    ],
    [
      'only a chunk names',
      [],
      { attempt: 1, state: 'linked' },
      { send: { status: 'waiting' }, state: 'linked' },
    ],
    ['was sent', [fact(1, 'sent', 'linked')], undefined, { send: { status: 'sent' }, state: 'linked' }],
    [
      'failed',
      [fact(1, 'failed')],
      { attempt: 1 },
      { send: { status: 'failed', attempt: 1 }, lastAttempt: 1 },
    ],
    ['is queued again', [fact(1, 'failed')], { attempt: 2 }, { send: { status: 'waiting' }, lastAttempt: 2 }],
    [
      'was sent again',
      [fact(1, 'failed'), fact(2, 'sent')],
      undefined,
      { send: { status: 'sent' }, lastAttempt: 2 },
    ],
    ['has another state in the chunk', [fact(1, 'sent', 'a')], { attempt: 1, state: 'b' }, { state: 'a' }],
  ])('of a filer who %s', (_what, facts, chunked, send) => {
    expect(filerSend('f', { facts, chunked })).toMatchObject(send);
  });
});
