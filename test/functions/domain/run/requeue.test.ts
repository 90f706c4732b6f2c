import { describe, expect, it } from 'vitest';
import { fixtures } from '#fixtures';
import {
  emailsLeft,
  forgottenChunks,
  hasAllChunks,
  unattendedChunks,
} from '../../../../functions/domain/run/requeue.ts';
import type { Chunk } from '../../../../functions/domain/run/run.ts';

const NOW = Date.parse('2018-07-24T13:00:00Z');
const minutesAgo = (minutes: number) => NOW - minutes * 60_000;
const CHUNK: Chunk = {
  runId: 'r',
  name: '00001',
  attempts: [
    { filerId: 'a', attempt: 1, state: fixtures.todo },
    { filerId: 'b', attempt: 1, state: fixtures.todo },
  ],
  leaseEpoch: 0,
  expiredLeases: 0,
  claims: new Set(),
  done: false,
  queuedAt: minutesAgo(11),
};
const RUN = { expiresAt: '2018-07-24T19:00:00Z' };
const leased = (leaseUntil: number): Chunk => ({ ...CHUNK, owner: 'o', leaseUntil });

const FORGOTTEN: [what: string, chunk: Chunk, run: object, isHeld: boolean, isForgotten: boolean][] = [
  ['a free chunk', CHUNK, RUN, false, true],
  ['a chunk that was queued ten minutes ago', { ...CHUNK, queuedAt: minutesAgo(10) }, RUN, false, false],
  ['a chunk that a sender works on', leased(NOW + 1), RUN, false, false],
  ['a chunk whose lease has expired', leased(NOW), RUN, false, true],
  ['a chunk of a held run', CHUNK, RUN, true, false],
  ['a chunk of a held run that is cancelled', CHUNK, { ...RUN, cancelled: 'person' }, true, true],
  ['a chunk of a held run that has expired', CHUNK, { expiresAt: '2018-07-24T13:00:00Z' }, true, true],
];

describe('forgottenChunks', () => {
  it.each(FORGOTTEN)('%s', (_what, chunk, run, isHeld, isForgotten) => {
    const found = forgottenChunks([chunk], { run: { ...RUN, ...run }, isHeld, now: NOW });
    expect(found).toEqual(isForgotten ? [chunk] : []);
  });
});

describe('unattendedChunks', () => {
  it('are all while no sender works on the run', () => {
    const open = [CHUNK, leased(NOW)];
    expect(unattendedChunks(open, NOW)).toEqual(open);
  });

  it('are only those that may be poison while one does', () => {
    const poison = { ...CHUNK, expiredLeases: 1 };
    expect(unattendedChunks([CHUNK, leased(NOW + 1), poison], NOW)).toEqual([poison]);
  });
});

describe('hasAllChunks', () => {
  const audience = { chunks: 2 };
  it.each<[what: string, run: Parameters<typeof hasAllChunks>[0], chunks: number, has: boolean]>([
    ['before the audience is counted', {}, 0, false],
    ['cancelled before the audience is counted', { cancelled: 'person' }, 0, true],
    ['while chunks are written', { audience }, 2, false],
    ['written out', { audience, enqueued: true }, 2, true],
    ['written out with a chunk missing', { audience, enqueued: true }, 1, false],
    ['cancelled while chunks are written', { audience, cancelled: 'person' }, 1, false],
  ])('%s', (_what, run, chunks, has) => {
    expect(hasAllChunks(run, chunks)).toBe(has);
  });
});

describe('emailsLeft', () => {
  it('counts attempts that nothing has claimed', () => {
    expect(emailsLeft([CHUNK, { ...CHUNK, claims: new Set(['a#1']) }])).toBe(3);
  });
});
