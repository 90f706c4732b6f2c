import { describe, expect, it } from 'vitest';
import { filterPattern, metricValue } from '../../../local/drill/filter-pattern.ts';

const LINE = JSON.stringify({
  level: 'ERROR',
  code: 'chunk-failed',
  run: 'notice-1_20180724T130000Z',
  percent: 80,
  share: 0.5,
  text: '80',
  nothing: null,
  at: { file: 'chunks.ts' },
});

describe('filterPattern', () => {
  it.each([
    ['{ $.level = "ERROR" }', true],
    ['{$.level="ERROR"}', true],
    ['{ $.level = "error" }', false],
    ['{ $.level = "ERR" }', false],
    ['{ $.code = "chunk-failed" }', true],
    ['{ $.missing = "chunk-failed" }', false],
    ['{ $.at.file = "chunks.ts" }', true],
    ['{ $.at = "chunks.ts" }', false],
    ['{ $.nothing = "null" }', false],
    ['{ $.percent = 80 }', true],
    ['{ $.percent >= 80 }', true],
    ['{ $.percent > 80 }', false],
    ['{ $.percent <= 79.5 }', false],
    ['{ $.share < 1 }', true],
    ['{ $.text >= 80 }', false],
    ['{ $.level.length = 5 }', false],
    ['{ ($.code = "run-held") || ($.code = "chunk-failed") }', true],
    ['{ ($.code = "run-held") || ($.code = "sending-held") }', false],
    ['{ ($.level = "ERROR") && ($.percent > 90) }', false],
    ['{ $.level = "INFO" && $.percent > 90 || $.share < 1 }', true],
    ['{ $.level = "INFO" && ($.percent > 90 || $.share < 1) }', false],
  ])('%s matches: %s', (pattern, expected) => {
    expect(filterPattern(pattern)(LINE)).toBe(expected);
  });

  it.each(['', 'ERROR', '[{"level":"ERROR"}]', '{"level":"ERROR"', 'null', '"ERROR"'])(
    'matches no line that is not a JSON object: %s',
    (line) => {
      expect(filterPattern('{ $.level = "ERROR" }')(line)).toBe(false);
    },
  );

  it.each([
    'ERROR',
    '?ERROR ?"timed out"',
    '[level, code]',
    '',
    '{ }',
    '{ $.level }',
    '{ $.level = ERROR }',
    '{ $.level = "ERR*" }',
    '{ $.level = %ERR% }',
    '{ $.level != "ERROR" }',
    '{ $.level > "ERROR" }',
    '{ $.level IS NULL }',
    '{ $.level NOT EXISTS }',
    '{ $.list[0] = "ERROR" }',
    '{ level = "ERROR" }',
    '{ $.percent = 80% }',
    '{ $.percent = 8e1 }',
    '{ ($.level = "ERROR" }',
    '{ $.level = "ERROR") }',
    '{ $.level = "ERROR" $.percent = 80 }',
    '{ $.level = "ERROR" && }',
  ])('refuses what it does not know: %s', (pattern) => {
    expect(() => filterPattern(pattern)).toThrow('Cannot read the filter pattern');
  });
});

describe('metricValue', () => {
  it.each([
    ['1', 1],
    ['$.percent', 80],
    ['$.text', null],
    ['$.missing', null],
  ])('takes %s as %s', (value, expected) => {
    expect(metricValue(value, LINE)).toBe(expected);
  });
});
