import { describe, expect, it } from 'vitest';
import { aPlanInput, planWith } from '../../../support/builders/plan.ts';
import { problemsOf } from '../../../support/builders/plan-problems.ts';

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
