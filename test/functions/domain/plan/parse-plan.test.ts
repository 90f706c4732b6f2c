import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../../../functions/domain/plan/parse-plan.ts';
import { DEFAULT_LIMITS } from '../../../../functions/domain/roster/hold.ts';
import { aPlanInput, planWith } from '../../../support/builders/plan.ts';
import { problemsOf } from '../../../support/builders/plan-problems.ts';

describe('parsePlan', () => {
  it('reads the example', () => {
    const result = parsePlan(readFileSync('examples/nysb-2018/launch.json', 'utf8'), { launch: 'nysb-2018' });
    expect(result).toMatchObject({ ok: true, plan: { name: 'nysb-2018', linkDomains: ['uscourts.gov'] } });
  });

  it('fills in what may be left out', () => {
    const result = parsePlan(JSON.stringify(aPlanInput()));
    expect(result).toMatchObject({
      ok: true,
      plan: {
        pacer: { phone: '800-676-6856', email: 'pacer@psc.uscourts.gov' },
        phases: [{ approval: 'automatic', hold: false }, {}, {}, {}],
        confirmFilingOpen: false,
        linkStatusMaxAgeDays: 3,
        roster: { ...DEFAULT_LIMITS, keepDays: 90 },
        sending: { accountShare: 1, unknown: 'ask' },
        wording: {},
      },
    });
  });

  it('reports too many phases and what is wrong with those before', () => {
    const { phases, ...plan } = aPlanInput();
    const changes: Readonly<Record<number, object>> = {
      1: { kind: 'reminder' },
      3: { id: 'notice-2' },
      61: { id: 'notice-2' },
    };
    const many = Array.from({ length: 62 }, (_, index) => ({
      ...phases[0]!,
      id: `notice-${index}`,
      when: { days: index - 100, anchor: 'go-live', at: '09:00' },
      ...changes[index],
    }));
    expect(problemsOf({ ...plan, phases: many }).map(([path, , message]) => [path, message])).toEqual([
      ['$.phases', 'must have at most 60 entries'],
      ['$.phases[1].kind', 'must be one of "notice", "pre-outage", "launch-day", "follow-up"'],
      ['$.phases[3].id', 'must be unique: $.phases[2] has it already'],
    ]);
  });

  it('lets a byte order mark pass', () => {
    expect(parsePlan(`\ufeff${JSON.stringify(aPlanInput())}`)).toMatchObject({ ok: true });
  });

  it('takes a plan without outages and with phases while go-live is to be announced', () => {
    const plan = planWith({ goLive: { certainty: 'to-be-announced' }, outages: undefined });
    expect(problemsOf(plan)).toEqual([]);
  });
});

describe('parsePlan, of what is no JSON', () => {
  it.each<[what: string, text: string, found: string, message: string]>([
    ['nothing', '', 'the end of the file in line 1, column 1', 'this is out of place'],
    ['a file cut short', '{"name":\n', 'the end of the file in line 2, column 1', 'this is out of place'],
    ['a comma too many', '{\n  "a": 1,\n}', '"}" in line 3, column 1', 'the comma before it is one too many'],
    ['a comma missing', '{\n  "a": 1\n  "b": 2}', '"\\"" in line 3, column 3', 'this is out of place'],
    ['a comment', '{\n  // why\n}', '"/" in line 2, column 3', 'this is out of place'],
    ['curly quotes', '{ “a”: 1 }', '"“" in line 1, column 3', 'this is out of place'],
    [
      'a line end in a text',
      '{"a": "x\ny"}',
      'the end of the line in line 1, column 9',
      'this is out of place',
    ],
    ['more after the end', '{} {}', '"{" in line 1, column 4', 'this is out of place'],
    [
      'nesting without end',
      '['.repeat(9),
      'the end of the file in line 1, column 10',
      'this is out of place',
    ],
  ])('%s', (_what, text, found, message) => {
    const result = parsePlan(text);
    if (result.ok) throw new Error('it was taken');
    expect(result.problems).toHaveLength(1);
    expect(result.problems[0]).toMatchObject({ path: '$', found, message: `must be JSON: ${message}` });
  });

  it('finds a member that occurs twice, and where', () => {
    const text = JSON.stringify(aPlanInput(), null, 1).replace('"zone":', '"zone": "UTC",\n"zone":');
    const result = parsePlan(text);
    expect(result).toMatchObject({
      ok: false,
      problems: [{ path: '$.court.zone', line: 7, found: '"zone" 2 times' }],
    });
  });
});

describe('parsePlan, of the structure', () => {
  it.each<[changes: Record<string, unknown>, path: string, found: string, message: string]>([
    [
      { name: undefined },
      '$.name',
      'nothing',
      'must be given: Name of the launch, such as nysb-2018: the one that was deployed',
    ],
    [
      { name: 'Test 2018' },
      '$.name',
      '"Test 2018"',
      'must be 1 to 40 of a-z, 0-9 and "-", such as nysb-2018',
    ],
    [
      { signInNotice: 'Go on <b>here</b>' },
      '$.signInNotice',
      '"Go on <b>here</b>"',
      'must be plain text, without < and >',
    ],
    [{ signInNotice: '' }, '$.signInNotice', '""', 'must be at least 1 character long'],
    [{ 'court.zoen': 'UTC' }, '$.court.zoen', '"zoen"', 'must be a known name: did you mean "zone"?'],
    [
      { outages: { filling: {}, filing: aPlanInput().outages!.filing } },
      '$.outages.filling',
      '"filling"',
      'must be a known name: did you mean "filing"?',
    ],
    [
      { 'sending.speed': 3 },
      '$.sending.speed',
      '"speed"',
      'must be one of "accountShare", "unknown", "secondaryAddresses", "maxEmailsPerDay", "breaker"',
    ],
    [
      { goLive: { certainty: 'to-be-announced', date: '2018-10-22' }, outages: undefined },
      '$.goLive.date',
      '"date"',
      'must be left out here',
    ],
    [
      { 'goLive.certainty': 'sure' },
      '$.goLive.certainty',
      '"sure"',
      'must be one of "exact", "estimated", "to-be-announced"',
    ],
    [
      { 'phases.0.kind': 'reminder' },
      '$.phases[0].kind',
      '"reminder"',
      'must be one of "notice", "pre-outage", "launch-day", "follow-up"',
    ],
    [
      { 'phases.2.when.at': '8:45' },
      '$.phases[2].when.at',
      '"8:45"',
      'must be a time of 24 hours such as 08:30',
    ],
    [{ 'phases.2.when.days': 0.5 }, '$.phases[2].when.days', '0.5', 'must be a whole number'],
    [{ 'phases.2.when.days': '0' }, '$.phases[2].when.days', '"0"', 'must be a number'],
    [{ 'phases.2.hold': 'yes' }, '$.phases[2].hold', '"yes"', 'must be true or false'],
    [{ phases: {} }, '$.phases', '{}', 'must be a list in [ ]'],
    [{ phases: [] }, '$.phases', '[]', 'must have at least 1 entry'],
    [{ linkStatusMaxAgeDays: 31 }, '$.linkStatusMaxAgeDays', '31', 'must be at most 30'],
    [{ sending: { accountShare: 0 } }, '$.sending.accountShare', '0', 'must be more than 0'],
    [
      { 'goLive.date': '2018-02-30', 'outages.filing.to': '2018-10-22T08:30' },
      '$.goLive.date',
      '"2018-02-30"',
      'must be a date that exists, such as 2018-10-22',
    ],
    [
      { 'outages.viewing': { from: '2018-09-31T08:30', to: '2018-10-22T08:30' } },
      '$.outages.viewing.from',
      '"2018-09-31T08:30"',
      'must be a date that exists',
    ],
    [
      { 'outages.filing.from': '2018-10-19 08:30' },
      '$.outages.filing.from',
      '"2018-10-19 08:30"',
      'must be a date and time such as 2018-10-19T08:30',
    ],
    [
      { 'phases.0.unsubscribe': 'never' },
      '$.phases[0].unsubscribe',
      '"never"',
      'must be an email address or a link that starts with https://',
    ],
    [{ 'court.helpDesk.email': 'help' }, '$.court.helpDesk.email', '"help"', 'must be an email address'],
    [
      { 'court.links.nextgen': 'http://www.test.uscourts.gov' },
      '$.court.links.nextgen',
      '"http://www.test.uscourts.gov"',
      'must be a link that starts with https://',
    ],
    [{ 'court.sender.name': 'Court\nBcc: x' }, '$.court.sender.name', '"Court\\nBcc: x"', 'must be one line'],
  ])('%o', (changes, path, found, message) => {
    expect(problemsOf(planWith({ sending: {}, ...changes }))).toEqual([[path, found, message]]);
  });

  it.each([[[]], ['plan'], [null], [3]])('refuses %o', (value) => {
    expect(problemsOf(value)[0]).toEqual(['$', JSON.stringify(value), 'must be an object in { }']);
  });
});
