import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { choicesSchema, countsOf } from '../../../../functions/console/filers/calls/phone-choices.ts';
import { type FilerView, filerPage } from '../../../../functions/console/filers/filer-page.tsx';
import { type FilersList, filersPage } from '../../../../functions/console/filers/filers-page.tsx';
import { type PhoneListView, phoneListPage } from '../../../../functions/console/filers/phone-list-page.tsx';
import { phoneTable } from '../../../../functions/console/filers/phone-list-table.ts';
import { layout, type Page } from '../../../../functions/console/ui/layout.tsx';
import { stateOf } from '../../../../functions/domain/filer/rules.ts';
import { phoneRow } from '../../../../functions/domain/send/phone-list.ts';
import type { ToCall } from '../../../../functions/queries/call-list.ts';
import type { FilerLine } from '../../../../functions/queries/filers-page.ts';
import type { SendLine } from '../../../../functions/queries/send-line.ts';
import { aFiler } from '../../../support/builders/filer.ts';
import { problemsOf } from '../../../support/console/check-page.ts';

const NASTY = `"><b>O'Neil</b>`;
const FILER = aFiler({ lastName: NASTY, firm: NASTY, phone: NASTY, email: null });
const STATE = stateOf(FILER, '2018-10-22');
const LINE: FilerLine = { filer: FILER, state: STATE, reach: 'no-address', suppression: null };
const person = { id: 'x', name: 'X', email: null, role: 'ops', sessionId: 's', csrf: 'secret' } as const;

async function words(page: Page): Promise<string> {
  const frame = { launch: 'test-2018', court: 'Court', isRehearsal: false, person, notice: null };
  const text = String(await layout(frame, page));
  expect(await problemsOf(text)).toEqual([]);
  expect(text).not.toContain(NASTY);
  return text;
}

const BY_NAME = { sort: 'name', order: 'a-z' } as const;
const FIRST_PAGE = { cursor: null, isRightBefore: false };
const NO_SEARCH = { search: { searchId: undefined, typed: '', isGone: false } };

function found(list: Partial<Extract<FilersList, { ok: true }>>): FilersList {
  const none = { offset: null, previous: null, next: null, total: null, isSorted: false };
  return { ok: true, lines: [LINE], ...none, lookFurther: false, notIndexed: false, ...list };
}

describe('filersPage', () => {
  const search = { searchId: 'some-search', typed: NASTY, isGone: false };
  const asked = { search, state: 'needs-upgrade', type: 'attorney', reach: 'email' } as const;
  const byState = {
    'needs-upgrade': { reachable: 1, unreachable: 1, sample: FILER.filerId },
    linked: { reachable: 1, unreachable: 0, sample: null },
  };
  const counts = { filers: 3, byState, userTypes: { attorney: 3 } };

  it.each([
    ['a new roster', found({ notIndexed: true }), 'This roster is new'],
    ['nobody', found({ lines: [] }), 'No filers match.'],
    ['nobody so far', found({ lines: [], next: 'c1', lookFurther: true }), 'Continue searching ›'],
    ['a next page', found({ next: 'c1' }), 'Next page ›'],
    ['a refusal', { ok: false, refused: NASTY } as const, 'The search wasn’t run'],
  ])('says so of %s', async (_what, list, said) => {
    expect(await words(filersPage({ person, asked, list, counts, order: BY_NAME }))).toContain(said);
  });

  it('offers states and kinds that occur with their numbers, and keeps what was asked in its links', async () => {
    const text = await words(
      filersPage({
        person,
        asked,
        list: found({ previous: FIRST_PAGE, next: 'c1' }),
        counts,
        order: BY_NAME,
      }),
    );
    expect(text).toContain('<option value="needs-upgrade" selected="">Needs to upgrade (2)</option>');
    expect(text).not.toContain('Ready to link');
    const query = 'state=needs-upgrade&amp;type=attorney&amp;reach=email';
    expect(text).toContain(`href="/filers?search=some-search&amp;${query}&amp;cursor=c1"`);
    expect(text).toContain('Back to the first page');
  });

  it('says which filers it shows of how many, and offers other orders', async () => {
    const list = found({
      offset: 50,
      previous: { cursor: 'c0', isRightBefore: true },
      next: 'c2',
      isSorted: true,
    });
    const order = { sort: 'firm', order: 'z-a' } as const;
    const text = await words(filersPage({ person, asked: NO_SEARCH, list, counts, order }));
    expect(text).toContain('51–51 of 3 filers');
    expect(text).toMatch(/<th scope="col"[^>]*aria-sort="descending"[^>]*>Firm</);
    expect(text).toMatch(/href="\/filers\?sort=firm" aria-current="true">Firm/);
    expect(text).toContain('href="/filers?sort=state"');
    expect(text).toContain('href="/filers?sort=firm&amp;order=z-a&amp;cursor=c0"');
    expect(text).toContain('href="/filers?sort=firm&amp;order=z-a&amp;cursor=c2"');
  });

  it.each([
    ['a state', { state: 'needs-upgrade' }, '51–51 of 2 filers'],
    ['a user type', { type: 'attorney' }, '51–51 of 3 filers'],
    ['both, which aren’t counted together', { state: 'needs-upgrade', type: 'attorney' }, 'Filers 51–51'],
  ] as const)(
    'counts the filers of %s, and offers the orders that tell them apart',
    async (_what, facets, said) => {
      const list = found({ offset: 50, previous: { cursor: 'c0', isRightBefore: true }, isSorted: true });
      const asked = { ...NO_SEARCH, ...facets };
      const text = await words(filersPage({ person, asked, list, counts, order: BY_NAME }));
      expect(text).toContain(said);
      expect(text).toMatch(/aria-current="true">Last name/);
      expect(text).toContain('sort=firm');
      expect(text.includes('sort=state')).toBe(!('state' in facets));
      expect(text.includes('sort=type')).toBe(!('type' in facets));
    },
  );

  it('counts whom a search found', async () => {
    const list = found({ offset: 50, total: 312, previous: { cursor: 'c0', isRightBefore: true } });
    const text = await words(filersPage({ person, asked: { search }, list, counts, order: BY_NAME }));
    expect(text).toContain('51–51 of 312 filers');
  });
});

describe('filerPage', () => {
  const view: FilerView = {
    filerId: FILER.filerId,
    filer: null,
    state: null,
    suppression: null,
    lifted: null,
    sends: [],
    entries: [
      {
        what: 'roster',
        at: '2018-08-01T12:00:00Z',
        version: 'v2',
        change: 'gone',
        facts: [],
        before: STATE,
        after: null,
      },
      {
        what: 'roster',
        at: '2018-07-20T12:00:00Z',
        version: 'v1',
        change: 'changed',
        facts: [
          { fact: 'firm', before: null, after: NASTY },
          { fact: 'secondaryEmails', before: ['a@b.example'], after: [] },
        ],
        before: STATE,
        after: { ...STATE, state: 'linked', reason: NASTY },
      },
    ],
    zone: 'America/New_York',
    now: Temporal.Instant.from('2018-08-02T12:00:00Z'),
    person,
    next: { comes: false, why: 'They are not on the active roster.' },
    phases: new Map(),
    calls: [
      {
        filerId: FILER.filerId,
        at: '2018-08-01T15:00:00Z',
        requestId: 'r1',
        by: 'clara-id',
        result: 'wrong-number',
        note: NASTY,
      },
    ],
    callStatus: null,
    names: new Map([['clara-id', 'Clara Clerk']]),
    openRuns: new Set(['open_1']),
  };

  it('keeps the story of who has left the roster', async () => {
    const text = await words(filerPage(view));
    expect(text).toContain('They are not on the active roster. This is from earlier rosters.');
    expect(text).toContain('Removed from the roster');
    expect(text).toContain('<li>Firm: Unknown → <strong>&quot;&gt;&lt;b&gt;');
    expect(text).toContain('<li>Other addresses: a@b.example → <strong>None</strong></li>');
    expect(text).toMatch(/Account needs checking → <strong>Linked<\/strong>/);
    expect(text).toContain('Call: wrong number');
    expect(text).toContain('Clara Clerk');
  });
});

describe('an email on a filer’s page', () => {
  const failed = (runId: string, kind: 'failed' | 'delivered'): SendLine => ({
    runId,
    phaseId: runId,
    filerId: FILER.filerId,
    filer: FILER,
    status: kind,
    attempt: 1,
    state: null,
    at: '2018-07-24T13:00:00Z',
    reason: null,
    meaning: '',
    facts: [{ runId, filerId: FILER.filerId, attempt: 1, kind, at: '2018-07-24T13:00:00Z' }],
  });
  const page = (send: SendLine) =>
    filerPage({
      filerId: FILER.filerId,
      filer: FILER,
      state: STATE,
      suppression: null,
      lifted: null,
      sends: [send],
      entries: [],
      zone: 'America/New_York',
      now: Temporal.Instant.from('2018-08-02T12:00:00Z'),
      person,
      next: { comes: false, why: 'None.' },
      phases: new Map(),
      calls: [],
      callStatus: null,
      names: new Map(),
      openRuns: new Set(['open_1']),
    });

  it.each([
    ['failed', 'open_1', true],
    ['failed', 'over_1', false],
    ['delivered', 'open_1', false],
  ] as const)('that %s in the run %s can be sent again: %s', async (kind, runId, can) => {
    const link = `href="/log/${runId}/${FILER.filerId}#retry"`;
    expect((await words(page(failed(runId, kind)))).includes(link)).toBe(can);
  });
});

describe('the phone list', () => {
  const row = phoneRow(FILER, { state: STATE, suppression: undefined })!;
  const run = { runId: 'n_1', phaseId: 'n', kind: 'notice', number: 1, of: 2 } as never;
  const bounced = { run, status: 'bounced', reason: null, at: '2018-07-24T13:00:00Z' } as const;
  const toCall: ToCall = {
    filerId: FILER.filerId,
    name: NASTY,
    reason: 'unreachable',
    state: STATE.state,
    group: 'no-address',
    since: '2018-07-24T13:00:00Z',
    callStatus: {
      filerId: FILER.filerId,
      assignee: 'clara-id',
      last: { at: '2018-07-25T13:00:00Z', by: 'x', result: 'message-left' },
      settled: {},
    },
    isSettled: false,
  };
  const entries = [
    { row, last: null, suppressedAt: null, toCall },
    {
      row: { ...row, filerId: '0'.repeat(16), secondary: 'delivered', phone: '' },
      last: bounced,
      suppressedAt: null,
      toCall: { ...toCall, callStatus: null },
    },
  ];
  const list = { entries, counts: countsOf([toCall]), chosen: 60, page: 1, pages: 2, isCut: false };
  const view: PhoneListView = {
    zone: 'UTC',
    person,
    people: [{ id: 'clara-id', name: NASTY }],
    choices: choicesSchema.parse({}),
    hasRoster: true,
    list,
  };

  it('shows a number that is none as it is, and what became of another address', async () => {
    const text = await words(phoneListPage(view));
    expect(text).not.toContain('href="tel:');
    expect(text).toContain('Status of the email to their other address: delivered.');
    expect(text).toContain('href="/filers/phone-list?page=2"');
    expect(text).toContain('60 filers, page 1 of 2');
  });

  it('shows the latest call and whom it is assigned to, with a link to record the next', async () => {
    const text = await words(phoneListPage(view));
    expect(text).toContain('Message left');
    expect(text).toContain('Assigned to &quot;&gt;');
    expect(text).toContain(`href="/filers/${FILER.filerId}/call"`);
    expect(await words(phoneListPage({ ...view, person: { ...person, role: 'viewer' } }))).not.toContain(
      'Record a call',
    );
  });

  it.each([
    ['open', 'No one to call.'],
    ['court', 'No one is waiting for the court.'],
  ] as const)('says so where no one is in a part: %s', async (part, said) => {
    const choices = choicesSchema.parse({ view: part });
    const none = { ...list, entries: [], chosen: 0, pages: 1 };
    expect(await words(phoneListPage({ ...view, choices, list: none }))).toContain(said);
  });

  it('says so while a large roster is being indexed', async () => {
    const text = await words(phoneListPage({ ...view, list: null }));
    expect(text).toContain('Its phone list will be ready within minutes.');
  });

  it.each([true, false])('tells in its last line whether it was cut: %s', (isCut) => {
    const noted = { zone: 'America/New_York', callStatuses: new Map(), names: new Map() };
    const lines = phoneTable(entries, { ...noted, isCut })
      .trimEnd()
      .split('\r\n');
    expect(lines).toHaveLength(isCut ? 4 : 3);
    expect(lines[2]).toContain('Notice 1 of 2,bounced,2018-07-24T09:00:00-04:00,to call');
    expect(lines.at(-1)!.startsWith('More filers follow.')).toBe(isCut);
  });

  it('takes assignments and calls into the file', () => {
    const callStatuses = new Map([[FILER.filerId, toCall.callStatus!]]);
    const names = new Map([['clara-id', '=Clara']]);
    const text = phoneTable(entries, { zone: 'America/New_York', isCut: false, callStatuses, names });
    expect(text).toContain("to call,'=Clara,message-left,2018-07-25T09:00:00-04:00,x,America/New_York");
  });
});
