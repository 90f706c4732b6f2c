import { describe, it } from 'vitest';
import { play } from './play.ts';

describe('every page and the command line', () => {
  it('say about a launch whose sent notice is moved, released again, held and canceled what the records say', async () => {
    await play([
      { do: 'next', minutes: 1 },
      { do: 'roster', kind: 'roster' },
      { do: 'correct', filer: 3 },
      { do: 'hold', all: false },
      { do: 'lift' },
      { do: 'next', minutes: 20 },
      { do: 'plan', pivot: '2018-11-05', byHand: true, hold: true },
      { do: 'release', phase: 'notice-1' },
      { do: 'next', minutes: 0 },
      { do: 'cancel' },
      { do: 'pass', hours: 100 },
      { do: 'plan', pivot: '2018-07-30', byHand: false, hold: false },
    ]);
  }, 600_000);

  it('say of a launch with two-person approval, whose approval becomes void and which is postponed, what the records say', async () => {
    await play(
      [
        { do: 'release', phase: 'notice-1' },
        { do: 'approve', phase: 'notice-1', who: 'clara' },
        { do: 'approve', phase: 'notice-1', who: 'ada' },
        { do: 'roster', kind: 'roster' },
        { do: 'approve', phase: 'notice-1', who: 'ada' },
        { do: 'next', minutes: 20 },
        { do: 'approve', phase: 'warning', who: 'ada' },
        { do: 'postpone' },
        { do: 'approve', phase: 'warning', who: 'ada' },
        { do: 'lift' },
        { do: 'plan', pivot: '2018-11-05', byHand: false, hold: false },
        { do: 'plan', pivot: '2018-10-22', byHand: false, hold: false },
      ],
      { twoPeople: true },
    );
  }, 600_000);
});
