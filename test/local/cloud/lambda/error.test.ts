import { describe, expect, it } from 'vitest';
import { releaseSchema } from '../../../../functions/domain/command.ts';
import { functionErrorText, isRefusal } from '../../../../local/cloud/lambda/error.ts';

/** What Lambda answers when ReleasePhase gets this event. */
function answerTo(event: unknown): object {
  const { error } = releaseSchema.safeParse(event);
  return { errorType: error!.name, errorMessage: error!.message, trace: ['ZodError: …', '    at …'] };
}

describe('functionErrorText', () => {
  it.each<[event: unknown, text: string]>([
    [{ phaseId: 'launch-day', by: 'clerk' }, 'why must give the reason in words: it is missing'],
    [{ phaseId: 'launch-day', by: 'clerk', why: '' }, 'why must give the reason in words: it is ""'],
    [
      { phaseId: 'Launch day', by: 'clerk', why: 'open' },
      'phaseId must be the id of a phase, date-change or correction: it is "Launch day"',
    ],
    [
      { phaseId: 'launch-day', by: 'a@example.com' },
      'by must be a sign-in id of letters, digits and _ . : -, no address: it is "a@example.com"; ' +
        'why must give the reason in words: it is missing',
    ],
    [{ phaseId: 'launch-day', by: 'clerk', why: 'open', when: 'now' }, 'the event: Unrecognized key: "when"'],
  ])('says of %j what was found and what is expected', (event, text) => {
    expect(functionErrorText(answerTo(event), event)).toBe(text);
  });

  it('gives any other error without its stack', () => {
    const answer = { errorType: 'RangeError', errorMessage: 'Too far', trace: ['RangeError: Too far'] };
    expect(functionErrorText(answer, {})).toBe('RangeError: Too far');
    expect(functionErrorText({ errorType: 'Error', errorMessage: 'Too far' }, {})).toBe('Too far');
    expect(functionErrorText(null, {})).toBe('it gave no reason');
  });
});

describe('isRefusal', () => {
  it.each<[answer: unknown, expected: boolean]>([
    [{ done: false, reason: 'no-such-version' }, true],
    [{ started: false, reason: 'no-plan' }, true],
    [{ started: false, reason: 'released-ahead' }, false],
    [{ started: true, runId: 'x' }, false],
    [{ done: true }, false],
    [{ runs: [] }, false],
    [null, false],
  ])('takes %j: %s', (answer, expected) => {
    expect(isRefusal(answer)).toBe(expected);
  });
});
