import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { endOf, hashOf, isSame } from '../../../functions/domain/session.ts';

const signIn = { idleMinutes: 30, hours: 8 };

describe('endOf', () => {
  it.each([
    ['just begun', '12:00:00', '12:00:00', '12:00:00', null],
    ['used a moment ago', '12:00:00', '19:55:00', '19:59:59', null],
    ['not used for half an hour', '12:00:00', '12:10:00', '12:40:00', 'idle'],
    ['not used for nearly half an hour', '12:00:00', '12:10:00', '12:39:59', null],
    ['used all day', '12:00:00', '19:59:59', '20:00:00', 'too-old'],
  ])('of a sign-in %s', (_what, created, seen, time, end) => {
    const at = (clock: string) => `2026-11-24T${clock}Z`;
    const session = { createdAt: at(created), lastSeenAt: at(seen) };
    expect(endOf(session, { now: Temporal.Instant.from(at(time)), signIn })).toBe(end);
  });
});

describe('hashOf', () => {
  it('gives nothing of the token away', () => {
    expect(hashOf('secret')).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf('secret')).not.toBe(hashOf('secret '));
  });
});

describe('isSame', () => {
  it.each([
    ['a', 'a', true],
    ['a', 'b', false],
    ['', 'a', false],
    ['a', 'aa', false],
  ])('of %j and %j', (one, other, same) => expect(isSame(one, other)).toBe(same));
});
