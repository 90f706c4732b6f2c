import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { auditReaderOf } from '../../../../../functions/aws/audit-reader.ts';
import { planDraftStore } from '../../../../../functions/aws/plan-drafts.ts';
import { planStore } from '../../../../../functions/aws/plans.ts';
import type { PlanPath } from '../../../../../functions/domain/plan/plan-path.ts';
import { decideSave } from '../../../../../functions/domain/plan/saved-draft.ts';
import type { Answer, Browser } from '../../../../support/console/browser.ts';
import { problemsOf } from '../../../../support/console/check-page.ts';
import { aConsole, type TestConsole } from '../../../../support/console/console.ts';
import { expectNoErrors } from '../../../../support/console/expect-no-errors.ts';

const XSS = '<script>alert(1)</script>"&';

let console: TestConsole;
let clara: Browser;
beforeAll(async () => {
  console = await aConsole(null);
  clara = await console.signedIn('clara');
}, 60_000);
afterAll(() => console.stop());
afterEach(() => expectNoErrors(console));

const words = (text: string) => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const store = () => planDraftStore(console.cloud.env);
const draftOf = async () => (await store().read()).draft!;

async function good(path: string): Promise<string> {
  const { statusCode, text } = await clara.get(path);
  expect([path, statusCode, await problemsOf(text)]).toEqual([path, 200, []]);
  expect(text).not.toContain(XSS);
  return text;
}

/** Sends the form of an editor's page. @param seen the revision that the page was loaded with */
async function save(path: string, fields: Record<string, string>, seen?: number): Promise<Answer> {
  const revision = String(seen ?? (await store().read()).revision);
  return clara.post(path, { csrf: await clara.csrf(), revision, ...fields });
}

/** Another clerk changes a member of the draft. */
async function changeAsCarl(path: PlanPath, value: unknown): Promise<void> {
  const draft = await draftOf();
  const at = console.cloud.clock.now().toString();
  const decision = decideSave(draft, { seen: draft.revision, changes: [{ path, value }], by: 'carl', at });
  if (!decision.ok) throw new Error('Cannot change the draft because no one else must be at it');
  await store().put({ revision: decision.draft.revision, draft: decision.draft }, draft.revision);
}

const COURT = {
  'court-id': 'test',
  'court-name': 'Test Court',
  'court-zone': 'America/New_York',
  'court-sender-name': 'Test Court',
  'court-sender-address': 'nextgen@test.uscourts.gov',
  linkDomains: 'uscourts.gov',
};
const CONTACTS = {
  'court-helpDesk-email': 'help@test.uscourts.gov',
  'court-helpDesk-hours': 'always',
  'court-links-nextgen': 'https://www.test.uscourts.gov/nextgen',
  'court-links-ecfLogin': 'https://ecf.test.uscourts.gov',
};
const DATES = {
  'goLive-certainty': 'exact',
  'goLive-date': '2018-10-22',
  'goLive-time': '08:30',
  'outages-filing-from': '2018-10-19T08:30',
  'outages-viewing-from': '',
  'outages-viewing-to': '',
  'outages-registration-from': '',
  'outages-registration-to': '',
};

describe('a new plan in the editor', () => {
  it('is offered where there is none', async () => {
    const text = await good('/plan');
    expect(text).toContain('Create the plan');
    expect((await clara.get('/plan/draft')).statusCode).toBe(409);
  });

  it('starts from the template, with what is missing on each page', async () => {
    expect(await save('/plan/draft', {})).toMatchObject({ statusCode: 303, location: '/plan/draft' });
    const text = words(await good('/plan/draft'));
    expect(text).toContain('New launch plan');
    expect(text).toMatch(/Court .*5 to complete.*Contacts and pages .*4 to complete/);
    expect(text).toMatch(/Safeguards .*Complete/);
    expect((await good('/plan')).includes('Continue the draft')).toBe(true);
  });

  it('keeps what is typed, and shows what is wrong at its field with a summary on top', async () => {
    const typed = { ...COURT, 'court-name': XSS, 'court-sender-address': 'no address' };
    const { statusCode, location } = await save('/plan/draft/court', typed);
    expect([statusCode, location]).toEqual([303, '/plan/draft/court?problems=yes']);
    const { text } = await clara.get(location);
    expect(text).toMatch(/<title>Error: Court/);
    expect(words(text)).toContain('There is a problem');
    expect(text).toContain('href="#fix-court-sender-address"');
    expect(text).toMatch(/id="fix-court-sender-address"[^>]*value="no address"/);
    expect(words(text)).toContain('“Sender’s email address” must be an email address.');
    expect(text).not.toContain(XSS);
    expect((await draftOf()).plan).toMatchObject({ court: { name: XSS, sender: { address: 'no address' } } });
  });

  it('continues to the next page once a page is right', async () => {
    expect((await save('/plan/draft/court', COURT)).location).toBe('/plan/draft/contacts');
    await good('/plan/draft/contacts');
    expect((await save('/plan/draft/contacts', CONTACTS)).location).toBe('/plan/draft/dates');
    await good('/plan/draft/dates');
    expect((await save('/plan/draft/dates', DATES)).location).toBe('/plan/draft/phases');
    expect((await draftOf()).plan).toMatchObject({
      outages: { filing: { from: '2018-10-19T08:30', to: '2018-10-22T08:30' } },
    });
  });

  it('lists phases by date, and shows them in a calendar with holidays and what is closed', async () => {
    const text = await good('/plan/draft/phases');
    expect(words(text)).toContain('Starts automatically');
    expect(words(text)).toMatch(
      /Notice 1 of 4 .*Tue, Jul 24, 2018, 9:00 a.m. .*Launch day .*Follow-up 4 of 4/,
    );
    expect(words(text)).toMatch(/September 2018 .*3 Labor Day .*October 2018 .*8 Columbus Day/);
    expect(words(text)).toMatch(/19 Filing is closed .*22 Filing is closed Go-live/);
  });

  it('adds, moves and removes a phase', async () => {
    const { location } = await save('/plan/draft/phases', { kind: 'follow-up' });
    expect(location).toBe('/plan/draft/phases/follow-up-5');
    expect(words(await good(location))).toContain('As saved, it starts on Wed, Nov 28, 2018, 10:00 a.m.');
    const moved = {
      kind: 'follow-up',
      'when-days': '3',
      'when-side': 'before',
      'when-anchor': 'go-live',
      'when-at': '10:00',
      approval: 'by-hand',
    };
    const wrong = await save(location, moved);
    expect(wrong.location).toBe('/plan/draft/phases/follow-up-5?problems=yes');
    const { text } = await clara.get(wrong.location);
    expect(words(text)).toContain('“Time of day” must be after go-live, Mon, Oct 22, 2018, 8:30 a.m.');
    expect(text).toMatch(/<title>Error: /);
    const right = await save(location, { ...moved, 'when-side': 'after' });
    expect(right.location).toBe('/plan/draft/phases');
    expect(words(await good('/plan/draft/phases'))).toContain('Thu, Oct 25, 2018, 10:00 a.m.');
    expect((await save(`${location}/remove`, {})).location).toBe('/plan/draft/phases');
    expect(await good('/plan/draft/phases')).not.toContain('follow-up-5');
  });

  it('asks about a date in the wording, and takes a person’s word for it', async () => {
    const wording = {
      'wording-deadlines': 'File by December 24, 2019.',
      'court-severalAccounts': 'link-apart',
    };
    const { location } = await save('/plan/draft/wording', wording);
    expect(location).toBe('/plan/draft/wording?problems=yes');
    const { text } = await clara.get(location);
    expect(words(text)).toContain('I have checked these dates, and they are intended');
    expect(words(text)).not.toContain('meantDates');
    const confirmed = await save('/plan/draft/wording', { ...wording, meant: 'yes' });
    expect(confirmed.location).toBe('/plan/draft/safeguards');
    expect((await draftOf()).plan).toMatchObject({ meantDates: ['2019-12-24'] });
  });

  it('merges what two clerks change, and shows the second what the first did to the same field', async () => {
    const seen = (await draftOf()).revision;
    await changeAsCarl(['court', 'helpDesk', 'phone'], '212-555-0100');
    await changeAsCarl(['court', 'helpDesk', 'hours'], 'Monday to Friday');
    const typed = { ...CONTACTS, 'court-helpDesk-phone': '212-555-0199', 'pacer-phone': '1' };
    const { location } = await save('/plan/draft/contacts', typed, seen);
    expect(location).toMatch(/^\/plan\/draft\/contacts\?form=/);
    const { text } = await clara.get(location);
    expect(words(text)).toMatch(/“Help desk phone number”: carl changed it on .* to “212-555-0100”/);
    expect(text).toMatch(/id="fix-court-helpDesk-phone"[^>]*value="212-555-0199"/);
    const revision = /name="revision" value="(\d+)"/.exec(text)![1]!;
    expect((await save('/plan/draft/contacts', typed, Number(revision))).location).toBe('/plan/draft/dates');
    expect((await draftOf()).plan).toMatchObject({
      court: { helpDesk: { phone: '212-555-0199' } },
      pacer: { phone: '1' },
    });
  });

  it('is checked, confirmed with a reason, and becomes the plan; the draft is gone', async () => {
    await save('/plan/draft/safeguards', { ...safeguards(), confirmFilingOpen: 'yes' });
    const text = await good('/plan/draft/check');
    expect(words(text)).toContain('Check the first plan');
    const value = (name: string) =>
      new RegExp(`name="${name}" value="([^"]*)"`)
        .exec(text)![1]!
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&');
    const fields = { base: value('base'), draft: value('draft') };
    const csrf = await clara.csrf();
    const missing = await clara.post('/plan/confirm', { csrf, ...fields, why: '' });
    expect(missing.location).toMatch(/^\/plan\/draft\/check\?form=/);
    const { location } = await clara.post('/plan/confirm', { csrf, ...fields, why: 'the first plan' });
    expect(location).toMatch(/^\/plan\?awaits=/);
    await console.cloud.settle();
    expect((await store().read()).draft).toBeNull();
    const current = await planStore(console.cloud.env).current();
    expect(current).toMatchObject({ by: { kind: 'person', id: 'clara' }, editors: ['clara', 'carl'] });
    expect(current?.plan.phases).toHaveLength(10);
    const [entry] = (await auditReaderOf(console.cloud).entries(50)).filter(({ act }) => act.act === 'plan');
    expect(entry?.act).toMatchObject({ editors: ['clara', 'carl'], why: 'the first plan' });
  });
});

/** The safeguards as their form has them. */
function safeguards(): Record<string, string> {
  return {
    linkStatusMaxAgeDays: '3',
    'roster-maxRejectedPercent': '2',
    'roster-maxGonePercent': '10',
    'roster-maxUnreachablePercent': '10',
    'roster-maxLostFactsPercent': '1',
    'roster-maxNewPercent': '10',
    'roster-maxAddressChangedPercent': '10',
    'roster-fewFilers': '3',
    'roster-keepDays': '90',
    'sending-accountShare': '1',
    'sending-unknown': 'ask',
    'sending-maxEmailsPerDay': '2',
    'sending-breaker-bouncePercent': '5',
    'sending-breaker-complaintPercent': '0.1',
    'sending-breaker-afterSends': '100',
    'sending-breaker-failuresInARow': '50',
    signInNotice: '',
  };
}

describe('a change of the active plan in the editor', () => {
  it('starts from the active plan, and no longer asks for the court’s short name', async () => {
    await save('/plan/draft', {});
    expect(await good('/plan/draft/court')).not.toContain('court-id');
    expect(words(await good('/plan/draft/check'))).toContain('This plan changes nothing');
  });

  it('says that another plan has become active meanwhile', async () => {
    const { draft } = await store().read();
    const other = { ...draft!, revision: draft!.revision + 1, base: '20180101T000000Z-000000000000' };
    await store().put({ revision: other.revision, draft: other }, draft!.revision);
    expect(words(await good('/plan/draft'))).toContain('Another plan has become active');
    expect((await save('/plan/draft/update', {})).location).toBe('/plan/draft');
    expect(words(await good('/plan/draft'))).not.toContain('Another plan has become active');
    expect((await draftOf()).base).toBe((await planStore(console.cloud.env).current())!.version);
  });

  it('is downloaded as a file, with the schema that describes it', async () => {
    const file = await clara.get('/plan/draft/file');
    expect(JSON.parse(file.text)).toMatchObject({ name: 'test-2018' });
    const schema = await clara.get('/plan/schema');
    expect(JSON.parse(schema.text)).toMatchObject({ title: 'Launch plan' });
  });

  it('is discarded only as the clerk saw it', async () => {
    const { revision } = await draftOf();
    expect((await save('/plan/draft/discard', {}, revision - 1)).location).toBe('/plan/draft');
    expect((await save('/plan/draft/discard', {}, revision)).location).toBe('/plan');
    const gone = await clara.get('/plan/draft/court');
    expect(gone.statusCode).toBe(409);
    expect(words(gone.text)).toContain('Clara Clerk discarded the draft. Nothing was saved.');
  });

  it('keeps what someone types into a phase of a discarded draft, on a new one that gets the phase', async () => {
    const typed = {
      kind: 'follow-up',
      'when-days': '21',
      'when-side': 'after',
      'when-anchor': 'go-live',
      'when-at': '10:00',
      approval: 'automatic',
    };
    const { location } = await save('/plan/draft/phases/follow-up-9', typed);
    const { statusCode, text } = await clara.get(location);
    expect(statusCode).toBe(200);
    expect(words(text)).toContain('Clara Clerk discarded the draft after you opened this page.');
    expect(text).toMatch(/id="fix-when-days"[^>]*value="21"|name="when-days"[^>]*value="21"/);
    const { revision } = await draftOf();
    expect((await save('/plan/draft/phases/follow-up-9', typed, revision)).location).toBe(
      '/plan/draft/phases',
    );
  });

  it('keeps what someone types into a phase that another person removed meanwhile', async () => {
    const path = '/plan/draft/phases/follow-up-9';
    const { revision: seen } = await draftOf();
    await changeAsCarl(['phases', 'follow-up-9'], undefined);
    expect((await clara.get(path)).statusCode).toBe(404);
    const typed = { kind: 'follow-up', 'when-days': '23', 'when-side': 'after', 'when-anchor': 'go-live' };
    const { location } = await save(path, { ...typed, 'when-at': '10:00', approval: 'automatic' }, seen);
    const { statusCode, text } = await clara.get(location);
    expect(statusCode).toBe(200);
    expect(words(text)).toContain('Someone removed this phase after you opened this page');
    expect(text).toMatch(/name="when-days"[^>]*value="23"/);
    const [, revision] = /name="revision" value="(\d+)"/.exec(text)!;
    const again = { ...typed, 'when-at': '10:00', approval: 'automatic' };
    expect((await save(path, again, Number(revision))).location).toBe('/plan/draft/phases');
    expect(words(await good('/plan/draft/phases'))).toContain('23 days after go-live');
    const audit = words(await good('/audit'));
    expect(audit).toContain('changed the draft of the plan. Changed: Follow-up');
    expect(audit).not.toMatch(/follow-up-9|helpDesk/);
  });
});
