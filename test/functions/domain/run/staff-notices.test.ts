import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  decideUrgent,
  dueNotices,
  needKey,
  type ToldNeeds,
} from '../../../../functions/domain/run/staff-notices.ts';

const ZONE = 'America/New_York';
const at = (text: string) => Temporal.Instant.from(text);

describe('dueNotices', () => {
  it.each([
    ['before the hour', '2018-10-16T11:29:00Z', null, null],
    ['at half past seven at the court', '2018-10-16T11:30:00Z', '2018-10-16', '2018-10-15'],
    ['late on that day', '2018-10-17T03:59:00Z', '2018-10-16', '2018-10-15'],
    ['after midnight', '2018-10-17T04:00:00Z', null, null],
    ['on a Saturday', '2018-10-20T15:00:00Z', null, null],
    ['on a Sunday', '2018-10-21T15:00:00Z', null, null],
    ['on a Monday that is a holiday', '2018-10-08T15:00:00Z', null, null],
    ['on the day after that holiday', '2018-10-09T15:00:00Z', '2018-10-09', '2018-10-08'],
    ['in winter time', '2018-11-06T12:29:00Z', null, null],
  ])('%s', (_when, now, digest, weekly) => {
    expect(dueNotices(at(now), ZONE)).toEqual({ digest, weekly });
  });
});

describe('needKey', () => {
  const four = { title: '4 emails failed', href: '/log?run=a' };
  it.each([
    ['another count', { ...four, title: '1,005 emails failed' }, true],
    ['one instead of several', { ...four, title: '1 email failed' }, true],
    ['another run', { ...four, href: '/log?run=b' }, false],
    ['another problem', { ...four, title: '4 emails bounced' }, false],
  ])('with %s', (_what, other, isSame) => {
    expect(needKey(other) === needKey(four)).toBe(isSame);
  });
});

describe('decideUrgent', () => {
  const now = at('2018-10-16T15:00:00Z');
  const told = (keys: string[], sentAt: string | null = '2018-10-16T14:00:00Z'): ToldNeeds => {
    return { keys, sentAt, revision: 3 };
  };

  it('tells what is new, and notes all that there is', () => {
    const decision = decideUrgent(['b', 'a', 'b'], { told: told(['a']), now });
    const next = { keys: ['a', 'b'], sentAt: now.toString(), revision: 4 };
    expect(decision).toEqual({ send: true, keys: new Set(['b']), next });
  });

  it('tells nothing twice', () => {
    expect(decideUrgent(['a'], { told: told(['a']), now })).toEqual({ send: false, next: null });
  });

  it('waits a little for more to come, and forgets nothing meanwhile', () => {
    const soon = told(['a'], '2018-10-16T14:55:00Z');
    expect(decideUrgent(['b'], { told: soon, now })).toEqual({ send: false, next: null });
  });

  it('forgets what is over, and tells about it when it comes back', () => {
    const over = decideUrgent(['a'], { told: told(['a', 'b']), now });
    expect(over).toEqual({ send: false, next: { ...told(['a']), revision: 4 } });
    expect(decideUrgent(['a', 'b'], { told: told(['a']), now })).toMatchObject({ send: true });
  });
});
