import { describe, expect, it } from 'vitest';
import { sampleFiler } from '../../../../functions/domain/filer/sample-filer.ts';
import { STATES } from '../../../../functions/domain/filer/state.ts';

/** No one can have linked before a day is announced. */
const AFTER_GO_LIVE = ['linked', 'awaiting-court', 'link-failed'];

describe('sampleFiler', () => {
  it.each(STATES)('is %s by the rules', (state) => {
    const made = sampleFiler(state, '2018-10-22');
    expect(made?.state.state).toBe(state);
    expect(made!.filer.filerId).toMatch(/^0{14}[0-9a-f]{2}$/);
  });

  it('is null for a state in which no one can be', () => {
    expect(STATES.filter((state) => sampleFiler(state, null) === null)).toEqual(AFTER_GO_LIVE);
  });
});
