import { describe, expect, it } from 'vitest';
import { subjectOf } from '../../../functions/record-feedback/event-subject.ts';

const RUN = 'notice-1_20180724T130000Z';
const FILER = '0123456789abcdef';
const TAGS = { run: [RUN], filer: [FILER], attempt: ['1'] };
const UNREADABLE = { of: 'unreadable', send: { runId: RUN, filerId: FILER } };

describe('subjectOf', () => {
  it('reads the tags of a send, among others', () => {
    const tags = { ...TAGS, 'ses:operation': ['SendRawEmail'], purpose: ['test'], other: 7 };
    expect(subjectOf(tags)).toEqual({ of: 'send', send: { runId: RUN, filerId: FILER, attempt: 1 } });
  });

  it.each(['', '0', '-1', '01', '1.0', '1e3', ' 1', '12345', '99999999999999999999', 'NaN', 'a@b.gov'])(
    'takes %j for no attempt',
    (attempt) => {
      expect(subjectOf({ ...TAGS, attempt: [attempt] })).toEqual(UNREADABLE);
    },
  );

  it.each([undefined, null, 1, '1', [], [1], ['1', '2'], [['1']], {}])(
    'takes %j for no attempt',
    (attempt) => {
      expect(subjectOf({ ...TAGS, attempt })).toEqual(UNREADABLE);
    },
  );

  it.each(['', 'a@b.gov', 'x'.repeat(151), 'notice 1', '<b>', '../runs'])(
    'lets the run %j get no further',
    (run) => {
      expect(subjectOf({ ...TAGS, run: [run] })).toEqual({
        of: 'unreadable',
        send: { runId: 'unknown', filerId: FILER },
      });
    },
  );

  it.each(['', 'jane@b.gov', '0123456789ABCDEF', `${FILER}0`, '0#1#sent'])(
    'lets the filer %j get no further',
    (filer) => {
      expect(subjectOf({ ...TAGS, filer: [filer] })).toEqual({
        of: 'unreadable',
        send: { runId: RUN, filerId: 'unknown' },
      });
    },
  );

  it('knows test emails, and those of others', () => {
    expect(subjectOf({ purpose: ['test'] })).toEqual({ of: 'test' });
    for (const tags of [{ purpose: ['x'] }, { 'ses:operation': ['x'] }, {}, undefined, null, 'run', 7, []]) {
      expect(subjectOf(tags)).toEqual({ of: 'stranger' });
    }
  });
});
