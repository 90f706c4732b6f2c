import { describe, expect, it } from 'vitest';
import { type Actor, outsideActor, personActor } from '../../../../functions/domain/actor.ts';
import { mayRelease } from '../../../../functions/domain/run/four-eyes.ts';

const NONE = 'no roster';

function actor(id: string | null): Actor {
  return id === null ? outsideActor('bob') : personActor({ id });
}

describe('mayRelease', () => {
  it.each([
    ['without four-eyes, who uploaded both', false, 'ann', 'ann', 'ann', null],
    ['without four-eyes, uploads of nobody known', false, 'ann', null, null, null],
    ['with four-eyes, somebody else', true, 'bob', 'ann', 'ann', null],
    ['with four-eyes, a third person', true, 'cid', 'ann', 'bob', null],
    ['with four-eyes, who uploaded the plan', true, 'ann', 'ann', 'bob', 'uploaded-plan'],
    ['with four-eyes, who uploaded the roster', true, 'bob', 'ann', 'bob', 'uploaded-roster'],
    ['with four-eyes, who uploaded both', true, 'ann', 'ann', 'ann', 'uploaded-plan'],
    ['with four-eyes, when nobody knows who uploaded the plan', true, 'bob', null, 'ann', 'uploader-unknown'],
    [
      'with four-eyes, when nobody knows who uploaded the roster',
      true,
      'bob',
      'ann',
      null,
      'uploader-unknown',
    ],
    [
      'with four-eyes, who uploaded one of them, the other unknown',
      true,
      'ann',
      null,
      'ann',
      'uploaded-roster',
    ],
    ['with four-eyes, somebody else, without a roster', true, 'bob', 'ann', NONE, 'uploader-unknown'],
  ])('%s', (_what, fourEyes, by, plan, roster, reason) => {
    const uploaders = { plan: actor(plan), roster: roster === NONE ? null : actor(roster) };
    const decision = mayRelease({ fourEyes }, { by, uploaders });
    expect(decision).toEqual(reason === null ? { release: true } : { release: false, reason });
  });
});
