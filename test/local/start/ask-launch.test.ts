import { describe, expect, it } from 'vitest';
import { CAMPAIGNS } from '../../../local/lib/campaign.ts';
import { askLaunch, isAsked } from '../../../local/start/ask-launch.ts';

const [, second] = CAMPAIGNS;

/** Answers one question after the other, and keeps what was asked. */
function typing(...answers: string[]) {
  const asked: string[] = [];
  const ask = async (question: string) => {
    asked.push(question);
    return answers.shift() ?? '';
  };
  return { ask, asked };
}

describe('askLaunch', () => {
  it.each([
    ['the example by Enter', [''], []],
    ['the example by its number', ['1'], []],
    ['the example of another campaign', ['2'], ['--campaign', second]],
    ['an empty launch', ['3', ' ohnb.uscourts.gov '], ['--empty', 'ohnb.uscourts.gov']],
    [
      'a launch of one’s own, asked until it is named',
      ['4', '', 'my/launch.json'],
      ['--launch', 'my/launch.json'],
    ],
    ['what is chosen in the end', ['7', 'x', '1'], []],
  ])('opens %s', async (_what, answers, expected) => {
    expect(await askLaunch(typing(...answers).ask)).toEqual(expected);
  });

  it('says what there is, and what was wrong with an answer', async () => {
    const { ask, asked } = typing('0', '');
    await askLaunch(ask);
    expect(asked[0]).toContain('  1  The example launch of the campaign nextgen\n');
    expect(asked[1]).toBe('“0” is not one of them. Enter a number from 1 to 4 [1]: ');
  });
});

describe('isAsked', () => {
  const terminal = { isTTY: true };
  it.each([
    ['a person who named nothing', [], terminal, terminal, true],
    ['a person who named something', ['--live'], terminal, terminal, false],
    ['a script', [], {}, terminal, false],
    ['a person who keeps what it says in a file', [], terminal, {}, false],
  ])('of %s', (_who, args, stdin, stdout, expected) => {
    expect(isAsked(args, { stdin, stdout })).toBe(expected);
  });
});
