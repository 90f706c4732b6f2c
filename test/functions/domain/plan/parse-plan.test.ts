import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../../../functions/domain/plan/parse-plan.ts';
import { DEFAULT_LIMITS } from '../../../../functions/domain/roster/hold.ts';
import { aPlanInput, planWith } from '../../../support/builders/plan.ts';

function problemsOf(value: unknown, launch?: string): [path: string, found: string, message: string][] {
  const result = parsePlan(JSON.stringify(value, null, 2), { launch });
  return result.ok ? [] : result.problems.map(({ path, found, message }) => [path, found, message]);
}

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
      ['$.phases', 'must be at most 60 entries long'],
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
    [{ signInNotice: '' }, '$.signInNotice', '""', 'must be at least 1 characters long'],
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
    [{ phases: [] }, '$.phases', '[]', 'must be at least 1 entries long'],
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

describe('parsePlan, of what the parts say about each other', () => {
  it.each<[changes: Record<string, unknown>, path: string, found: string, message: string]>([
    [
      { 'court.zone': 'America/NewYork' },
      '$.court.zone',
      '"America/NewYork"',
      'must be the time zone of a region: did you mean "America/New_York"?',
    ],
    [
      { 'court.zone': 'america/new_york' },
      '$.court.zone',
      '"america/new_york"',
      'must be the time zone of a region: did you mean "America/New_York"?',
    ],
    [
      { 'court.zone': '-05:00' },
      '$.court.zone',
      '"-05:00"',
      'must be the time zone of a region: did you mean "America/New_York"?',
    ],
    [
      { 'outages.filing.to': '2018-10-19T08:30', 'phases.2.when.anchor': 'go-live' },
      '$.outages.filing.to',
      '"2018-10-19T08:30"',
      'must be later than its start, 2018-10-19T08:30',
    ],
    [
      { 'outages.registration': { from: '2018-10-20T00:00', to: '2018-10-18T00:00' } },
      '$.outages.registration.to',
      '"2018-10-18T00:00"',
      'must be later than its start, 2018-10-20T00:00',
    ],
    [{ outages: undefined }, '$.outages', 'nothing', 'must be given, unless go-live is to be announced'],
    [
      {
        goLive: { certainty: 'to-be-announced' },
        outages: { filing: { from: '2018-10-19T08:30', to: '2018-10-22T08:30' } },
      },
      '$.outages',
      '{"filing":{"from":"2018-10-19T08:30","to":"2018-10-22T08:30"}}',
      'must be left out while go-live is to be announced',
    ],
    [
      { 'goLive.date': '2018-10-19', 'goLive.time': '08:29', 'outages.filing.to': '2018-10-22T08:30' },
      '$.goLive.time',
      '"08:29" on 2018-10-19',
      "must not be before the filing outage's start, 2018-10-19T08:30",
    ],
    [{ 'phases.3.id': 'open' }, '$.phases[3].id', '"open"', 'must be unique: $.phases[2] has it already'],
    [
      { 'phases.1.when': { days: 0, anchor: 'outage-start', at: '08:30' } },
      '$.phases[1].when.at',
      '"08:30" on 2018-10-19',
      "must be before the filing outage's start, 2018-10-19T08:30",
    ],
    [
      { 'phases.0.when.days': -2 },
      '$.phases[0].when.at',
      '"09:00" on 2018-10-20',
      "must be before the filing outage's start, 2018-10-19T08:30",
    ],
    [
      { 'phases.0.expires': { days: -1, anchor: 'go-live', at: '09:00' } },
      '$.phases[0].expires.at',
      '"09:00" on 2018-10-21',
      "must not be after the filing outage's start, 2018-10-19T08:30",
    ],
    [
      { 'phases.3.expires': { days: 2, anchor: 'go-live', at: '10:00' } },
      '$.phases[3].expires.at',
      '"10:00" on 2018-10-24',
      "must be later than the phase's start, 2018-10-24T10:00",
    ],
    [
      { 'phases.2.when.at': '08:29' },
      '$.phases[2].when.at',
      '"08:29" on 2018-10-22',
      'must not be before go-live, 2018-10-22T08:30',
    ],
    [
      { 'phases.3.when': { days: 0, anchor: 'go-live', at: '08:30' } },
      '$.phases[3].when.at',
      '"08:30" on 2018-10-22',
      'must be after go-live, 2018-10-22T08:30',
    ],
    [
      { 'phases.3.when': { days: 0, anchor: 'go-live', at: '08:45' } },
      '$.phases[3].when.at',
      '"08:45" on 2018-10-22',
      'must differ from the start of open: two phases at the same time would reach the same people',
    ],
    [
      { 'phases.3.when': { days: 13, anchor: 'go-live', at: '01:30' } },
      '$.phases[3].when.at',
      '"01:30" on 2018-11-04',
      'must be a time that occurs exactly once in America/New_York: clocks show it twice, and the next valid time is 2018-11-04T02:00',
    ],
    [
      { 'phases.3.when': { days: 140, anchor: 'go-live', at: '02:00' } },
      '$.phases[3].when.at',
      '"02:00" on 2019-03-11',
      '',
    ],
    [
      { 'phases.3.when': { days: 139, anchor: 'go-live', at: '02:00' } },
      '$.phases[3].when.at',
      '"02:00" on 2019-03-10',
      'must be a time that occurs exactly once in America/New_York: clocks skip it, and the next valid time is 2019-03-10T03:00',
    ],
    [
      { 'phases.2.expires': { days: 13, anchor: 'outage-end', at: '01:00' } },
      '$.phases[2].expires.at',
      '"01:00" on 2018-11-04',
      'must be a time that occurs exactly once in America/New_York: clocks show it twice, and the next valid time is 2018-11-04T02:00',
    ],
    [
      { 'outages.viewing': { from: '2018-03-11T02:30', to: '2018-10-22T08:30' } },
      '$.outages.viewing.from',
      '"2018-03-11T02:30"',
      'must be a time that occurs exactly once in America/New_York: clocks skip it, and the next valid time is 2018-03-11T03:00',
    ],
  ])('%o', (changes, path, found, message) => {
    const expected = message === '' ? [] : [[path, found, message]];
    expect(problemsOf(planWith(changes))).toEqual(expected);
  });

  it.each<[changes: Record<string, unknown>, path: string, found: string]>([
    [
      { 'court.links.nextgen': 'https://uscourts.gov.example.com/' },
      '$.court.links.nextgen',
      '"https://uscourts.gov.example.com/"',
    ],
    [
      { 'court.links.ecfLogin': 'https://ecf.test.uscourts.gov@example.com/' },
      '$.court.links.ecfLogin',
      '"https://ecf.test.uscourts.gov@example.com/"',
    ],
    [{ 'court.sender.address': 'a@notuscourts.gov' }, '$.court.sender.address', '"a@notuscourts.gov"'],
    [{ 'court.helpDesk.email': 'help@example.com' }, '$.court.helpDesk.email', '"help@example.com"'],
    [{ signInNotice: 'Sign in at crier.example.com.' }, '$.signInNotice', '"Sign in at crier.example.com."'],
    [
      { 'phases.1.unsubscribe': 'https://example.com/out' },
      '$.phases[1].unsubscribe',
      '"https://example.com/out"',
    ],
    [{ 'phases.2.unsubscribe': 'out@example.com' }, '$.phases[2].unsubscribe', '"out@example.com"'],
    [{ pacer: { faq: 'https://example.com/faq' } }, '$.pacer.faq', '"https://example.com/faq"'],
    [
      { wording: { deadlines: 'See www.example.com.' } },
      '$.wording.deadlines',
      'www.example.com in the text',
    ],
    [
      { wording: { linkingFails: 'Write to (help@example.com).' } },
      '$.wording.linkingFails',
      'example.com in the text',
    ],
  ])('%o is outside the domains', (changes, path, found) => {
    expect(problemsOf(planWith(changes))).toEqual([
      [path, found, "must be in uscourts.gov, the plan's linkDomains"],
    ]);
  });

  it('holds what is left out to the domains as well', () => {
    const plan = planWith({ linkDomains: ['test.uscourts.gov'], pacer: { email: 'x@test.uscourts.gov' } });
    expect(problemsOf(plan).map(([path, found]) => [path, found])).toContainEqual([
      '$.pacer.faq',
      'nothing, and so "https://pacer.uscourts.gov/help/faqs"',
    ]);
  });

  it('refuses a plan for another launch', () => {
    expect(problemsOf(aPlanInput(), 'nysb-2018')).toEqual([
      ['$.name', '"test-2018"', 'must be "nysb-2018", the launch deployed here'],
    ]);
  });

  it('refuses a window far from go-live, a year misspelled for example', () => {
    const plan = planWith({ 'outages.viewing': { from: '0218-10-19T08:30', to: '2018-10-22T08:30' } });
    expect(problemsOf(plan)).toEqual([
      ['$.outages.viewing.from', '"0218-10-19T08:30"', 'must be within 365 days of go-live'],
    ]);
  });

  it('refuses a link that is longer than any, without looking for others in it', () => {
    const nextgen = `https://a.uscourts.gov/${'a1.co '.repeat(1000)}`;
    expect(problemsOf(planWith({ 'court.links.nextgen': nextgen }))).toEqual([
      ['$.court.links.nextgen', '6022 characters', 'must be at most 4000 characters long'],
    ]);
  });

  it('refuses a go-live that the clocks show twice, and the end of the outage with it', () => {
    const plan = planWith({
      goLive: { certainty: 'estimated', date: '2018-11-04', time: '01:15' },
      'phases.2.when': { days: 0, anchor: 'go-live', at: '08:45' },
    });
    const twice =
      'must be a time that occurs exactly once in America/New_York: clocks show it twice, and the next valid ' +
      'time is 2018-11-04T02:00';
    expect(problemsOf(plan)).toEqual([
      ['$.goLive.time', '"01:15" on 2018-11-04', twice],
      ['$.outages.filing.to', '"2018-11-04T01:15"', twice],
    ]);
  });

  it('says everything at once, in the order of the file, whatever else is wrong', () => {
    const plan = planWith({
      name: undefined,
      'court.zoen': 'UTC',
      'court.helpDesk.email': 'help@example.com',
      'outages.filing.to': '2018-10-18T08:30',
      'outages.viewing': { from: '8:30' },
      'phases.0.kind': 'reminder',
      'phases.1.id': 'notice-1',
      'phases.1.when': { days: 3, anchor: 'outage-start', at: '10:00' },
      'phases.2.hold': 'no',
      'phases.3.when.at': '25:00',
      linkDomains: undefined,
    });
    expect(problemsOf(plan).map(([path]) => path)).toEqual([
      '$.name',
      '$.court.helpDesk.email',
      '$.court.zoen',
      '$.outages.filing.to',
      '$.outages.viewing.to',
      '$.outages.viewing.from',
      '$.phases[0].kind',
      '$.phases[1].id',
      '$.phases[1].when.at',
      '$.phases[2].when.at',
      '$.phases[2].hold',
      '$.phases[3].when.at',
    ]);
  });
});
