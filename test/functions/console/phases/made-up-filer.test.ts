import { describe, expect, it } from 'vitest';
import { madeUpFiler } from '../../../../functions/console/phases/made-up-filer.ts';
import { isMadeUpId } from '../../../../functions/console/phases/sample-email.ts';
import { STATES } from '../../../../functions/domain/filer/state.ts';

/** Nobody can have linked before a day is announced. */
const AFTER_GO_LIVE = ['linked', 'awaiting-court', 'link-failed'];

describe('madeUpFiler', () => {
  it.each(STATES)('makes somebody who is %s by the rules', (state) => {
    const made = madeUpFiler(state, '2018-10-22');
    expect(made?.state.state).toBe(state);
    expect(isMadeUpId(made!.filer.filerId)).toBe(true);
  });

  it('makes nobody where nobody can be', () => {
    expect(STATES.filter((state) => madeUpFiler(state, null) === null)).toEqual(AFTER_GO_LIVE);
  });
});
