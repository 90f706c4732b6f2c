import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../../../functions/domain/plan/parse-plan.ts';
import { LIMITS } from '../../../../local/cloud/limits.ts';
import { aPlanInput, planWith } from '../../../support/builders/plan.ts';

const many = (what: string, count: number) => Array.from({ length: count }, () => what).join(',');
const phase = JSON.stringify(aPlanInput().phases[3]);

const inCourt = (value: string) =>
  JSON.stringify(planWith({})).replace('"court":{', `"court":{"zz":${value},`);

/** Files of about `size` characters. */
const FILES: readonly [what: string, text: (size: number) => string][] = [
  ['a list of zeros', (size) => `[${many('0', size / 2)}]`],
  ['zeros for phases', (size) => `{"phases":[${many('0', size / 2)}]}`],
  ['one phase over and over', (size) => `{"phases":[${many(phase, size / phase.length)}]}`],
  ['unknown members', (size) => `{${Array.from({ length: size / 10 }, (_, at) => `"k${at}":1`).join(',')}}`],
  ['one member over and over', (size) => `{${many('"name":1', size / 9)}}`],
  ['a long name of a member', (size) => `{"${'x'.repeat(size)}":1}`],
  ['many domains', (size) => `{"linkDomains":[${many('"a.gov"', size / 8)},0]}`],
  [
    'dates in the wording',
    (size) => JSON.stringify(planWith({ wording: { deadlines: 'October 9 '.repeat(size / 10) } })),
  ],
  [
    'long domains',
    (size) => `{"linkDomains":[${many(`"${'x'.repeat(size / 20)}.gov"`, 18)}],"court":{"name":"evil.com"}}`,
  ],
  ['deep court', (size) => inCourt('{"a":'.repeat(400) + `[${many('"a.co"', size / 10)}]` + '}'.repeat(400))],
  [
    'deeper court',
    (size) => inCourt('{"a":'.repeat(5000) + `[${many('"a.co"', size / 10)}]` + '}'.repeat(5000)),
  ],
  [
    'wide court',
    (size) => inCourt(`{${Array.from({ length: size / 25 }, (_, at) => `"k${at}":"a.co Oct 9"`).join(',')}}`),
  ],
  [
    'twenty long names',
    (size) => inCourt(`{"${'x'.repeat(size / 20)}":`.repeat(17) + '"a.co"' + '}'.repeat(17)),
  ],
  ['times in many texts', (size) => inCourt(`[${many('"Wed., early March, May 5"', size / 30)}]`)],
  ['a long zone', (size) => JSON.stringify(planWith({ 'court.zone': 'x'.repeat(size) }))],
  ['many meant dates', (size) => `{"meantDates":[${many('"x"', size / 4)}]}`],
  ['nesting', (size) => '['.repeat(size / 2) + ']'.repeat(size / 2)],
  ['nested phases', (size) => `{"phases":${'['.repeat(size / 2)}${']'.repeat(size / 2)}}`],
];

describe('parsePlan, of any size', () => {
  it.each(FILES)('answers %s with at most 100 problems, each short', (_what, text) => {
    const started = performance.now();
    const result = parsePlan(text(250_000));
    expect(performance.now() - started).toBeLessThan(10_000);
    const problems = result.ok ? [] : result.problems;
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(101);
    for (const { path, found, message } of problems) {
      expect(message.length).toBeLessThan(300);
      expect(`${path}${found}`.length).toBeLessThan(300);
    }
  });

  it('says how many more problems there are', () => {
    const result = parsePlan(`{${Array.from({ length: 150 }, (_, at) => `"k${at}":1`).join(',')}}`);
    expect(result.ok ? null : result.problems.at(-1)).toMatchObject({
      path: '$',
      message: 'must be fixed too: only the first 100 problems are listed',
    });
  });

  it('reads no file whose brackets are deeper than those of a plan', () => {
    expect(parsePlan('\n['.repeat(21) + ']'.repeat(21))).toMatchObject({
      problems: [
        {
          path: '$',
          line: 22,
          found: '"[" in line 22, 21 deep',
          message: 'must be a launch plan, with brackets at most 20 deep',
        },
      ],
    });
  });

  it('reads no file that is far larger than a plan', () => {
    expect(parsePlan(`"${'x'.repeat(300_000)}"`)).toMatchObject({
      problems: [{ found: '300002 bytes', message: 'must be a launch plan of at most 262144 bytes' }],
    });
  });

  it('reads no plan that would not fit one item of DynamoDB, whatever its letters', () => {
    const sized = (bytes: number) => {
      const empty = Buffer.byteLength(JSON.stringify(planWith({ $schema: '' })));
      return JSON.stringify(planWith({ $schema: '€'.repeat(Math.floor((bytes - empty) / 3)) }));
    };
    const largest = parsePlan(sized(256 * 1024));
    expect(largest.ok && Buffer.byteLength(JSON.stringify(largest.plan))).toBeLessThan(
      LIMITS.itemBytes.most - 16 * 1024,
    );
    const beyond = sized(256 * 1024 + 4);
    expect(beyond.length).toBeLessThan(100_000);
    expect(parsePlan(beyond).ok).toBe(false);
  });

  it('refuses a zone that is no region, and proposes one', () => {
    const result = parsePlan(readFileSync('test/support/fixtures/faults/plan-zone-est.json', 'utf8'));
    const message = 'must be the time zone of a region: did you mean "America/New_York"?';
    expect(result).toMatchObject({ problems: [{ path: '$.court.zone', found: '"EST"', message }] });
  });

  it.each([
    ['EST', 'America/New_York'],
    ['EST5EDT', 'America/New_York'],
    ['Etc/GMT+5', 'America/New_York'],
    ['GMT-5', 'America/New_York'],
    ['UTC-05:00', 'America/New_York'],
    ['-0500', 'America/New_York'],
    ['(UTC-05:00) Eastern Time (US & Canada)', 'America/New_York'],
    ['Eastern Daylight Time', 'America/New_York'],
    ['America/New_york', 'America/New_York'],
    ['AMERICA/NEW YORK', 'America/New_York'],
    ['New York', 'America/New_York'],
    ['America/EST', 'America/New_York'],
    ['PDT', 'America/Los_Angeles'],
    ['Pacific/Gaum', 'Pacific/Guam'],
    ['UTC', null],
    ['Etc/GMT-5', null],
    ['Mars/Base', null],
    ['x'.repeat(300), null],
  ])('refuses the zone %j, and proposes %s', (zone, proposed) => {
    const result = parsePlan(JSON.stringify(planWith({ 'court.zone': zone })));
    const hint = proposed ? `: did you mean "${proposed}"?` : ', such as America/New_York';
    const message = `must be the time zone of a region${hint}`;
    expect(result).toMatchObject({ problems: [{ path: '$.court.zone', message }] });
  });

  it.each(['America/New_York', 'US/Eastern', 'Pacific/Guam', 'America/Indiana/Indianapolis'])(
    'takes the zone %s',
    (zone) => expect(parsePlan(JSON.stringify(planWith({ 'court.zone': zone }))).ok).toBe(true),
  );

  it('refuses more phases on one day than the plan allows', () => {
    const at = (days: number, time: string) => ({ days, anchor: 'go-live', at: time });
    const phases = [
      ...aPlanInput().phases.slice(0, 3),
      { id: 'first', kind: 'follow-up', when: at(2, '09:00') },
      { id: 'second', kind: 'follow-up', when: at(2, '12:00') },
      { id: 'third', kind: 'follow-up', when: at(2, '15:00') },
    ];
    const result = parsePlan(JSON.stringify(planWith({ phases })));
    const message = 'must be on another day: the plan allows 2 phases a day, sending.maxEmailsPerDay';
    expect(result).toMatchObject({ problems: [{ path: '$.phases[5].when.at', message }] });
    expect(parsePlan(JSON.stringify(planWith({ phases, sending: { maxEmailsPerDay: 3 } }))).ok).toBe(true);
  });
});
