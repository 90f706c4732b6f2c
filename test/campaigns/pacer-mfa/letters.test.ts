import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { plan, sampleInput } from '#email-samples';
import type { State } from '../../../functions/domain/filer/state.ts';
import type { MessageKind } from '../../../functions/domain/plan/kinds.ts';
import { type Plan, planSchema } from '../../../functions/domain/plan/plan.ts';
import { datesOf } from '../../../functions/domain/plan/plan-version.ts';
import type { EmailInput } from '../../../functions/email/email-input.ts';
import { letterOf } from '../../../functions/email/letter.ts';

// The compiler takes the default campaign's names for those of every test.
const REMINDER = 'reminder' as MessageKind;
const FINAL_REMINDER = 'deadline-warning' as MessageKind;

/** An email's text in one line. */
function textOf(input: EmailInput): string {
  return letterOf(input).text.replaceAll(/\s+/g, ' ');
}

const at = (day: string) => Temporal.Instant.from(`${day}T15:00:00Z`);

describe('a change of the deadline', () => {
  it.each([
    ['before the deadline period', 'vendor', '2025-11-03', "Wait for PACER's prompt to enroll, even if"],
    ['in the deadline period', 'vendor', '2025-12-04', "Don't wait for PACER's prompt to enroll, even if"],
    ['before there was advice', 'vendor', '2025-06-02', 'What you have done still counts.'],
    ['once PACER has prompted', 'selected', '2025-12-04', 'What you have done still counts.'],
    ['once enrolled', 'enrolled-one-way', '2025-11-03', 'What you have done still counts.'],
  ])('says what it does to the advice %s', (_when, who, day, words) => {
    expect(textOf({ ...sampleInput('date-change', who), at: at(day) })).toContain(
      `What this means for you: ${words}`,
    );
  });

  it('says when enrollment opens while it has not', () => {
    const input = (day: string) => ({ ...sampleInput('date-change', 'shared'), at: at(day) });
    expect(textOf(input('2025-05-02'))).toContain('You can enroll starting Sunday, May 11, 2025.');
    expect(textOf(input('2025-05-12'))).not.toContain('You can enroll starting');
  });
});

describe('the final reminder', () => {
  /** The deadline period begins after the reminder. */
  const SHORT: Plan = planSchema.parse({ ...plan, advice: { deadlinePeriodDays: 0 } });

  it.each(['individual', 'vendor', 'agent', 'agent-unknown', 'contradiction', 'too-early'])(
    'asks to enroll, whatever comes before, also outside the deadline period: %s',
    (who) => {
      const input = sampleInput(FINAL_REMINDER, who, { plan: SHORT, place: 'later' });
      expect(/What to do now: .*? By when:/.exec(textOf(input))?.[0]).toMatch(/\benroll\b/i);
      expect(textOf(input)).not.toContain('When PACER prompts you');
    },
  );
});

describe('an account that may be enrolled', () => {
  it.each([REMINDER, FINAL_REMINDER])('is never said not to be: %s', (kind) => {
    const input = sampleInput(kind, 'too-early', { place: 'later' });
    const text = textOf({ ...input, phase: { ...input.phase, id: 'not-the-last' }, at: at('2025-06-02') });
    expect(text).toContain('Please check whether you are enrolled in multifactor authentication (MFA).');
    expect(text).toContain("If it isn't enrolled: After three skipped prompts");
    expect(text).not.toContain('You have not enrolled');
  });
});

describe('what no longer holds of the last email', () => {
  const changedFrom = (state: string, who = 'individual') =>
    textOf({
      ...sampleInput(REMINDER, who, { place: 'last' }),
      earlier: { kind: REMINDER, state: state as State, dates: datesOf(plan) },
    });

  it('is said as what the records no longer show', () => {
    expect(changedFrom('enroll-shared')).toContain(
      'Our last email said your account was shared. Our records no longer show that. They do not show this account as enrolled. Your steps',
    );
    expect(changedFrom('ask-vendor', 'shared')).toContain(
      'Our records now show that 3 people sign in with this account. If you use filing software, also ask your vendor. Your steps',
    );
  });
});
