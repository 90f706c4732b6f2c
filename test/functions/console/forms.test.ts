import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planWith } from '../../support/builders/plan.ts';
import type { Answer, Browser } from '../../support/console/browser.ts';
import { problemsOf } from '../../support/console/check-page.ts';
import { type EveryRoute, everyRoute, RUN, TO_CALL } from '../../support/console/every-route.ts';
import { elementsOf } from '../../support/console/snapshots/normal-dom.ts';

/** Every form is sent with mistakes, by each route that the console registers: who adds one adds its mistakes here. */

/** A reason that is refused: it has an address. */
const WHY = 'told by ann@example.com';
const STALE = planWith({ wording: { deadlines: 'Please file before March 5, 2017.' } }) as object;

type Fields = Readonly<Record<string, string>>;

interface BadForm {
  /** Who may send it. @default clara */
  readonly who?: 'ada' | 'otto';
  /** What is entered, which must be on the page again. */
  readonly typed: Fields;
  /** What the page's form carries along unseen. @default nothing */
  readonly hidden?: () => Fields | Promise<Fields>;
}

let every: EveryRoute;
let people: Readonly<Record<'clara' | 'ada' | 'otto', Browser>>;
beforeAll(async () => {
  every = await everyRoute({ isHeld: true });
  const { clara, console } = every;
  people = { clara, ada: await console.signedIn('ada'), otto: await console.signedIn('otto') };
}, 90_000);
afterAll(() => every.console.stop());

/** Sends a plan's file. @returns where that leads */
async function sendFile(content: string): Promise<Answer> {
  const form = new FormData();
  form.set('csrf', await every.clara.csrf());
  form.set('file', new Blob([content]), 'launch.json');
  const body = new Response(form);
  return every.clara.post('/plan/check', '', {
    headers: { 'content-type': body.headers.get('content-type')! },
    event: { body: Buffer.from(await body.arrayBuffer()).toString('base64') },
  });
}

async function keptPlan(plan: object): Promise<Fields> {
  const { location } = await sendFile(JSON.stringify(plan));
  return { plan: new URLSearchParams(location.split('?')[1]).get('plan') ?? '' };
}

const why = { typed: { why: WHY } };
const REVISION = { revision: '0' };
/** Whom a message is for. */
const WRITTEN = { 'state-needs-upgrade': 'yes', received: 'no:notice-1' };

/** Routes whose forms people type into, with mistakes. */
const BAD: Readonly<Record<string, BadForm>> = {
  'POST /filers/:id/assign': { typed: { assignee: '' } },
  'POST /filers/:id/call': { typed: { note: 'Wants a letter' } },
  'POST /filers/:id/correct': { typed: { email: 'no address', phone: '212-555-0100', why: 'She called' } },
  'POST /filers/:id/erase': { who: 'otto', typed: { why: 'She asked', confirm: 'wrong', neverMail: 'yes' } },
  'POST /filers/:id/unsuppress': why,
  'POST /filers/phone-list/assign': {
    typed: { assignee: 'clara', [`filer-${TO_CALL}`]: 'yes' },
    hidden: () => ({ 'filer-x': 'yes' }),
  },
  'POST /log/:run{[a-z0-9-]+_[\\w-]+}/:filer/retry': why,
  'POST /log/:run{[a-z0-9-]+_[\\w-]+}/retry': why,
  'POST /log/given-up': why,
  'POST /messages': {
    typed: { ...WRITTEN, subject: 'Closed', text: 'See [us](http://evil.example/).' },
    hidden: () => ({ by: 'filter' }),
  },
  'POST /messages/:id': {
    typed: { ...WRITTEN, subject: 'Closed on {{go-live-date}}', text: 'We are closed.' },
    hidden: () => ({ by: 'filter', revision: '1' }),
  },
  'POST /people/:id/disable': { who: 'otto', ...why },
  'POST /people/:id/reset': { who: 'otto', ...why },
  'POST /people/:id/role': { who: 'otto', typed: { role: 'clerk', why: WHY } },
  'POST /people/invite': {
    who: 'otto',
    typed: { name: 'Jane Doe', email: 'nowhere', account: 'jdoe', role: 'clerk' },
  },
  'POST /phases/:id/cancel': { typed: { why: 'Wrong text', confirm: 'wrong' }, hidden: () => ({ run: RUN }) },
  'POST /phases/:id/hold': { ...why, hidden: () => ({ run: RUN }) },
  'POST /phases/:id/lift': { ...why, hidden: () => ({ run: RUN, reason: 'person' }) },
  'POST /phases/:id/release': {
    typed: { why: 'All is ready', confirm: 'wrong' },
    hidden: () => ({ plan: '', roster: '', turn: '1' }),
  },
  'POST /phases/:id/test': { typed: { to: 'ann@elsewhere.example' } },
  'POST /phases/correction/dismiss': why,
  'POST /plan/approve': { who: 'ada', ...why, hidden: () => ({ version: 'x' }) },
  'POST /plan/confirm': {
    ...why,
    hidden: async () => ({ ...(await keptPlan(planWith({ linkStatusMaxAgeDays: 5 }) as object)), base: '' }),
  },
  'POST /plan/dates': {
    typed: { 'goLive-certainty': 'exact', 'goLive-date': '2018-02-30', 'goLive-time': '09:45' },
    hidden: async () => ({ base: await versionOf() }),
  },
  'POST /plan/draft/contacts': { typed: { 'court-helpDesk-phone': 'x'.repeat(200) }, hidden: () => REVISION },
  'POST /plan/draft/court': { typed: { 'court-name': '' }, hidden: () => REVISION },
  'POST /plan/draft/dates': {
    typed: { 'goLive-certainty': 'exact', 'goLive-date': '2018-02-30', 'goLive-time': '09:45' },
    hidden: () => REVISION,
  },
  'POST /plan/draft/messages/:message/:section': {
    typed: { text: 'See [us](http://evil.example/).' },
    hidden: () => REVISION,
  },
  'POST /plan/draft/messages/:message/preview': { typed: { account: 'no-such-account' } },
  'POST /plan/draft/phases/:id': {
    typed: { kind: 'notice', 'when-days': 'soon', 'when-anchor': 'go-live', 'when-at': '09:00' },
    hidden: () => REVISION,
  },
  'POST /plan/draft/safeguards': { typed: { linkStatusMaxAgeDays: 'three' }, hidden: () => REVISION },
  'POST /plan/draft/wording': {
    typed: { 'wording-deadlines': 'File before Monday, October 23, 2018.' },
    hidden: () => REVISION,
  },
  'POST /plan/meant': { typed: {}, hidden: () => keptPlan(STALE) },
  'POST /plan/notice': { ...why, hidden: () => ({ public: 'on' }) },
  'POST /postpone': { typed: { why: 'The vendor is late', confirm: 'no' } },
  'POST /roster/versions/:version/activate': { ...why, hidden: () => ({ seen: '' }) },
  'POST /roster/versions/:version/keep': { ...why, hidden: () => ({ seen: '' }) },
  'POST /roster/versions/:version/reject': { ...why, hidden: () => ({ seen: '' }) },
  'POST /sending/hold': why,
  'POST /sending/lift': { ...why, hidden: () => ({ reason: 'person' }) },
};

/** Of these the page has no form at this moment: nothing failed, waits or is paused. What was wrong is said all the same. */
const NO_FORM_NOW = [
  'POST /filers/:id/erase',
  'POST /filers/:id/unsuppress',
  'POST /log/:run{[a-z0-9-]+_[\\w-]+}/retry',
  'POST /log/given-up',
  'POST /phases/:id/lift',
  'POST /plan/approve',
  'POST /sending/hold',
];

/** Of these there is no page either: no email was sent yet, no fact was corrected, and the roster has no row that could be kept. */
const NO_PAGE_NOW = [
  'POST /log/:run{[a-z0-9-]+_[\\w-]+}/:filer/retry',
  'POST /phases/correction/dismiss',
  'POST /roster/versions/:version/keep',
];

/** Nothing is typed: a button, or a choice that can't be wrong. */
const BUTTONS = [
  'POST /filers/:id/export',
  'POST /filers/phone-list/file',
  'POST /log/exports',
  'POST /messages/:id/discard',
  'POST /messages/:id/submit',
  'POST /people/:id/enable',
  'POST /people/:id/resend',
  'POST /plan/draft',
  'POST /plan/draft/discard',
  'POST /plan/draft/messages/:message/:section/remove',
  'POST /plan/draft/phases',
  'POST /plan/draft/phases/:id/remove',
  'POST /plan/draft/update',
  'POST /sign-out',
];
/** Any text may be searched for; the page of results has it again. */
const SEARCHES = ['POST /filers', 'POST /log/search'];
/** Scripts send these. */
const SCRIPTS = ['POST /roster/upload', 'POST /session'];
/** A file can't be filled in again. */
const FILES = ['POST /plan/check'];

async function versionOf(): Promise<string> {
  const { text } = await every.clara.get('/plan/dates');
  return /name="base" value="([^"]+)"/.exec(text)![1]!;
}

/** Sends a form with mistakes. @returns the page that it leads to */
async function sent(route: string): Promise<Answer> {
  const { who = 'clara', typed, hidden = () => ({}) } = BAD[route]!;
  const person = people[who];
  const path = every.pathOf(route);
  const answer = await person.post(path, { csrf: await person.csrf(), ...(await hidden()), ...typed });
  expect([answer.statusCode, answer.location]).toEqual([303, expect.stringMatching(/[?&](form|problems)=/)]);
  return person.get(answer.location);
}

/** What a page's fields hold, by name: of boxes and choices, the one that is chosen. */
function heldIn({ text }: Answer): Map<string, string> {
  const fields = elementsOf(text).flatMap(({ name, attribs, children }): [string, string][] => {
    const field = attribs.name;
    if (field === undefined) return [];
    if (name === 'textarea')
      return [[field, children.map((one) => ('data' in one ? one.data : '')).join('')]];
    if (name !== 'input' || attribs.type === 'hidden') return [];
    const isChoice = attribs.type === 'checkbox' || attribs.type === 'radio';
    return isChoice && attribs.checked === undefined ? [] : [[field, attribs.value ?? '']];
  });
  const chosen = [...text.matchAll(/<select[^>]*name="([^"]+)"[\s\S]*?<\/select>/g)].flatMap(
    ([list, field]): [string, string][] => {
      const [, value] = /<option value="([^"]*)" selected/.exec(list) ?? [];
      return value === undefined ? [] : [[field!, value]];
    },
  );
  // Several forms of a page may have a field of one name: the filled one counts.
  const isFilled = ([, value]: [string, string]) => Number(value !== '');
  return new Map([...fields, ...chosen].toSorted((one, other) => isFilled(one) - isFilled(other)));
}

describe('every form', () => {
  it('is known here', () => {
    const posts = every.routes.filter((route) => route.startsWith('POST '));
    const known = [...Object.keys(BAD), ...BUTTONS, ...SEARCHES, ...SCRIPTS, ...FILES];
    expect(posts.toSorted()).toEqual(known.toSorted());
  });

  it.each(Object.keys(BAD))(
    '%s leads back with a summary, each message at its field, and what was typed',
    async (route) => {
      const page = await sent(route);
      if (NO_PAGE_NOW.includes(route)) return;
      const { text } = page;
      expect(page.statusCode).toBe(200);
      expect(/<title>[^<]*/.exec(text)![0]).toMatch(/^<title>Error: /);
      expect(/<div[^>]*id="error-summary"/.exec(text)?.[0]).toMatch(/role="alert" tabindex="-1" autofocus/);
      if (NO_FORM_NOW.includes(route)) return;
      expect(await problemsOf(text)).toEqual([]);
      const links = [...text.matchAll(/<li><a href="#(fix-[^"]+)">/g)].map(([, id]) => id);
      expect(links.filter((id) => !text.includes(`id="${id}"`))).toEqual([]);
      const held = heldIn(page);
      for (const [name, value] of Object.entries(BAD[route]!.typed)) {
        if (value !== '') expect([name, held.get(name)]).toEqual([name, value]);
      }
    },
  );

  it('with a file leads back too, without the file', async () => {
    const { statusCode, location } = await sendFile('');
    const { text } = await every.clara.get(location);
    expect([statusCode, location]).toEqual([303, expect.stringMatching(/^\/plan\/upload\?form=/)]);
    expect(text).toMatch(/<a href="#fix-file">Choose the plan’s file first\./);
    expect(text).toMatch(/id="fix-file" type="file"/);
  });
});
