import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { errorPage, FAILED } from '../../../../functions/console/http/error-page.tsx';
import { type OverviewView, overviewPage } from '../../../../functions/console/overview/overview-page.tsx';
import { signedOutPage, signInPage } from '../../../../functions/console/people/sign-in-page.tsx';
import { ActionForm, SubmitButton } from '../../../../functions/console/ui/action-form.tsx';
import { EmptyState } from '../../../../functions/console/ui/empty-state.tsx';
import { Field } from '../../../../functions/console/ui/field.tsx';
import { type Frame, layout, type Page } from '../../../../functions/console/ui/layout.tsx';
import { PageLinks } from '../../../../functions/console/ui/page-links.tsx';
import { linkTo } from '../../../../functions/lib/link-to.ts';
import { problemsOf } from '../../../support/console/check-page.ts';

const NASTY = `<b>"O'Neil" & Söhne</b>`;
const person = { id: 'x', name: NASTY, email: null, role: 'clerk', sessionId: 's', csrf: 'secret' } as const;
const FRAME: Frame = {
  launch: 'test-2018',
  court: NASTY,
  isRehearsal: true,
  person,
  notice: { kind: 'success', title: NASTY, text: NASTY },
};

const VIEW: OverviewView = {
  zone: 'America/New_York',
  now: Temporal.Instant.from('2018-10-22T12:00:00Z'),
  milestones: [{ name: 'Go-live', at: '2018-10-22T12:30:00Z', unconfirmed: null }],
  certainty: 'estimated',
  isOver: false,
  phases: [
    {
      id: 'a',
      kind: 'notice',
      name: 'Notice',
      at: '2018-10-01T12:00:00Z',
      status: { kind: 'complete' },
      twoPersonApproval: false,
      approval: null,
      emails: 1234,
      result: {
        runId: 'a_20181001T120000Z',
        audience: 1250,
        byStatus: { delivered: 1200, bounced: 34, skipped: 16 },
        skippedBy: { unreachable: 16 },
        attention: 34,
        isExact: true,
        asOf: '2018-10-01T13:00:00Z',
      },
      next: null,
    },
    {
      id: 'b',
      kind: 'launch-day',
      name: 'Launch day',
      at: '2018-10-22T12:00:00Z',
      status: { kind: 'waiting', reason: 'needs-release' },
      twoPersonApproval: false,
      approval: null,
      emails: null,
      result: null,
      next: null,
    },
    {
      id: 'c',
      kind: 'follow-up',
      name: 'Follow-up',
      at: '2018-10-24T12:00:00Z',
      status: { kind: 'planned' },
      twoPersonApproval: false,
      approval: null,
      emails: null,
      result: null,
      next: { emails: 1200, seconds: 95 },
    },
  ],
  needs: [
    {
      title: 'Launch day: waiting',
      text: NASTY,
      since: '2018-10-20T12:00:00Z',
      href: '/phases/b',
      action: 'View phase',
    },
  ],
  isIndexing: false,
  filers: 12_345,
  readiness: {
    points: [
      {
        version: 'v1',
        at: '2018-09-01T12:00:00Z',
        states: { 'needs-upgrade': 12_000, inactive: 345 },
        unreachable: 3,
      },
      {
        version: 'v2',
        at: '2018-10-20T12:00:00Z',
        states: { 'needs-upgrade': 10_000, linked: 2345 },
        unreachable: 0,
      },
    ],
    isCounted: true,
    otherDay: NASTY,
  },
};

const form: Page = {
  title: 'Form',
  body: (
    <ActionForm action="/release" person={person} label={NASTY}>
      <Field name="why" label={NASTY} hint={NASTY} value={NASTY} problem={NASTY} />
      <Field name="more" label="More" rows={3} isRequired={false} value={NASTY} />
      <SubmitButton kind="danger">Release</SubmitButton>
    </ActionForm>
  ),
};
const list: Page = {
  title: 'List',
  body: (
    <>
      <EmptyState title="None" action={{ href: linkTo('/x', { q: NASTY }), label: 'Go' }}>
        {NASTY}
      </EmptyState>
      <PageLinks previous="/x" next={linkTo('/x', { after: NASTY, none: null })} />
    </>
  ),
};

const PAGES: [name: string, page: Page, frame?: Partial<Frame>][] = [
  ['the overview', overviewPage(VIEW)],
  ['the overview once all is over', overviewPage({ ...VIEW, isOver: true })],
  [
    'the overview without a date',
    overviewPage({
      ...VIEW,
      certainty: 'to-be-announced',
      milestones: [],
      phases: [],
      needs: [],
      filers: null,
      readiness: { points: [], isCounted: false, otherDay: null },
    }),
  ],
  ['the overview without a plan', overviewPage(null), { court: null, notice: null }],
  [
    'the sign-in page',
    signInPage({
      terms: ['One', 'Two'],
      to: '/x?q=a&b=c',
      hasEnded: true,
      idleMinutes: 30,
      isRehearsal: false,
    }),
    { person: null },
  ],
  ['the page after signing out', signedOutPage('https://login.example/logout?a=b&c=d'), { person: null }],
  ['the page after signing out of a provider without a place for it', signedOutPage(null), { person: null }],
  ['an error', errorPage(FAILED, 'r-1'), { isRehearsal: false }],
  ['a form with problems', form],
  ['a list', list],
];

describe('a page', () => {
  it.each(PAGES)('is valid, small and without a script of its own: %s', async (_name, page, frame = {}) => {
    const text = String(await layout({ ...FRAME, ...frame }, page));
    expect(await problemsOf(text)).toEqual([]);
    expect(text).not.toContain(NASTY);
  });
});

describe('the overview', () => {
  it('says of go-live what no one has confirmed yet', async () => {
    const [goLive] = VIEW.milestones;
    const view = { ...VIEW, milestones: [{ ...goLive!, unconfirmed: 'filing is open' }] };
    const text = String(await layout(FRAME, overviewPage(view)));
    expect(text).toContain('Go-live, not confirmed');
    expect(text).toContain('No one has confirmed yet that filing is open.');
  });

  it.each([
    ['', { 'needs-upgrade': 10_000, linked: 2345 }],
    [', not counting filers who get no emails', { 'needs-upgrade': 10_000, linked: 2345, inactive: 7 }],
  ])('counts who has reached the goal%s', async (further, states) => {
    const [point] = VIEW.readiness.points;
    const readiness = { ...VIEW.readiness, points: [{ ...point!, states }] };
    const text = String(await layout(FRAME, overviewPage({ ...VIEW, readiness })));
    expect(text).toContain(`<strong>2,345 of 12,345 linked (19%)</strong>${further}.`);
  });

  it.each([true, false])(
    'leads to the closing report once nothing will start any more: %s',
    async (isOver) => {
      const text = String(await layout(FRAME, overviewPage({ ...VIEW, isOver })));
      expect(text.includes('Closing report')).toBe(isOver);
    },
  );
});
