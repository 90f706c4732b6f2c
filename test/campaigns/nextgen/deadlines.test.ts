import { describe, expect, it } from 'vitest';
import { stepsOf } from '../../../campaigns/nextgen/steps.ts';
import { DATE_CHANGE, kindOf } from '../../../functions/domain/plan/kinds.ts';
import { letterOf } from '../../../functions/email/letter.ts';
import { plan, SAMPLES } from '../../support/email/nextgen.ts';
import { wordsOfText } from '../../support/email/reading.ts';

const { deadlines, emergencyFiling } = plan.wording;
const OUTAGE =
  'from Friday, October 19, 2018, at 8:30 a.m. Eastern Time until Monday, October 22, 2018, at 8:30 a.m. Eastern Time';

describe('every email before the outage', () => {
  const before = SAMPLES.filter(({ kind }) => kind === DATE_CHANGE || kindOf(kind).before !== undefined);
  const isExcused = ({ input }: (typeof SAMPLES)[number]) => stepsOf(input.state, false).size === 0;

  it.each(before.filter((sample) => !isExcused(sample)))(
    'has the outage, and for all but journalists the deadlines and the emergency route: $kind to $who, $place',
    ({ input }) => {
      const words = wordsOfText(letterOf(input).text);
      expect(words).toContain(OUTAGE);
      const isFiling = input.filer.userType !== 'media';
      for (const said of [deadlines!, emergencyFiling!]) expect(words.includes(said)).toBe(isFiling);
    },
  );
});
