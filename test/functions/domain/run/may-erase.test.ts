import { describe, expect, it } from 'vitest';
import { isErasable, isRestored, opened } from '../../../../functions/domain/erasure.ts';
import { mayErase } from '../../../../functions/domain/run/may-erase.ts';

const DONE = { runId: 'notice-1_20180724T130000Z', completedAt: '2018-07-24T14:00:00Z' };
const OPEN = { runId: 'warning_20180824T130000Z' };

describe('mayErase', () => {
  it.each([
    ['nothing was ever sent', [], [], true],
    ['every run is complete', [DONE], [], true],
    ['a run is under way', [DONE, OPEN], [], 'run-under-way'],
    ['a retry to the person waits', [DONE], [{ runId: DONE.runId, done: false }], 'retry-under-way'],
    ['a retry to the person is done', [DONE], [{ runId: DONE.runId, done: true }], true],
  ])('when %s', (_what, runs, retries, expected) => {
    const decision = mayErase({ runs, retries });
    expect(decision.erase || decision.reason).toBe(expected);
  });

  it('says which run it waits for, and what to do', () => {
    expect(mayErase({ runs: [OPEN], retries: [] })).toEqual({
      erase: false,
      reason: 'run-under-way',
      message:
        'Run warning_20180824T130000Z isn’t complete: its emails are being sent or are paused. ' +
        'Erase the person once it is complete; a paused run can be resumed or canceled.',
    });
  });
});

describe('isRestored', () => {
  const finishedAt = '2018-07-24T14:00:00Z';
  it.each([
    ['nothing is found', finishedAt, [], false],
    ['what is found is older than the erasure', finishedAt, ['2018-07-24T13:00:00Z'], true],
    ['what is found is newer', finishedAt, ['2018-07-24T14:00:00.5Z'], false],
    ['some is older', finishedAt, ['2018-08-24T14:00:00Z', '2018-07-01T13:00:00Z'], true],
    ['the erasure is under way', null, ['2018-07-24T13:00:00Z'], false],
  ])('when %s', (_what, at, since, expected) => {
    expect(isRestored({ finishedAt: at }, since)).toBe(expected);
  });
});

describe('isErasable', () => {
  const at = '2018-07-24T14:00:00Z';
  it.each([
    ['the person was never erased before', { finishedAt: null }, true],
    ['it is older than the erasure', { finishedAt: '2018-07-24T15:00:00Z' }, true],
    ['it came after the erasure', { finishedAt: '2018-07-24T13:00:00Z' }, false],
    [
      'it came before a repetition',
      { finishedAt: '2018-08-24T13:00:00Z', until: '2018-07-24T13:00:00Z' },
      false,
    ],
    ['it is found by a repetition', { finishedAt: null, until: '2018-07-24T13:00:00Z' }, false],
  ])('when %s', (_what, erasure, expected) => {
    expect(isErasable(erasure, at)).toBe(expected);
  });
});

describe('opened', () => {
  const open = {
    filerId: '0123456789abcdef',
    requestedAt: '2018-07-24T13:00:00Z',
    finishedAt: null,
    by: 'ops1',
    neverMail: false,
    salt: 'first',
    counts: { versions: 0, runs: 0, files: 0 },
  };
  const { salt: _, ...done } = { ...open, finishedAt: '2018-07-24T14:00:00Z' };

  it('leaves one alone that is under way, with its salt', () => {
    expect(opened(open, () => 'new')).toBe(open);
  });

  it('repeats one for what it covered the first time', () => {
    const again = { ...done, finishedAt: null, salt: 'new', until: '2018-07-24T14:00:00Z' };
    expect(opened(done, () => 'new')).toEqual(again);
    const later = { ...done, finishedAt: '2018-09-24T14:00:00Z', until: '2018-07-24T14:00:00Z' };
    expect(opened(later, () => 'new')).toEqual(again);
  });
});
