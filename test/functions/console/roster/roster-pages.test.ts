import { readFileSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { decidePage } from '../../../../functions/console/roster/roster-decide-page.tsx';
import type { DecideView } from '../../../../functions/console/roster/roster-decision-effect.tsx';
import {
  type IntakeView,
  intakePage,
  refusedPage,
} from '../../../../functions/console/roster/roster-intake-page.tsx';
import { problemName } from '../../../../functions/console/roster/roster-labels.ts';
import {
  type RosterView,
  rosterPage,
  type VersionLine,
} from '../../../../functions/console/roster/roster-page.tsx';
import { type UploadView, uploadPage } from '../../../../functions/console/roster/roster-upload-page.tsx';
import { type VersionView, versionPage } from '../../../../functions/console/roster/roster-version-page.tsx';
import { type Frame, layout, type Page } from '../../../../functions/console/ui/layout.tsx';
import { outsideActor } from '../../../../functions/domain/actor.ts';
import { type ActiveRoster, NO_ROSTER } from '../../../../functions/domain/roster/activation.ts';
import type { RosterVersion } from '../../../../functions/domain/roster/roster-version.ts';
import { versionStatus } from '../../../../functions/domain/roster/version-status.ts';

const XSS = '"><script>alert(1)</script>\'&';
const now = Temporal.Instant.from('2018-07-24T14:00:00Z');
const zone = 'America/New_York';
const frame: Frame = {
  launch: 'test-2018',
  court: 'Test Court',
  isRehearsal: false,
  person: { id: 'x', name: 'X', role: 'clerk', email: null, sessionId: 's', csrf: 'secret' },
  notice: null,
};
const render = async (page: Page) => String(await layout(frame, page));

const version: RosterVersion = {
  version: '20180724T130000Z-5735b0ed1aab',
  kind: 'roster',
  base: '20180701T130000Z-5735b0ed1aab',
  key: `inbox/roster/${XSS}.csv`,
  contentSha256: 'f'.repeat(64),
  uploadedAt: '2018-07-24T13:00:00Z',
  by: { kind: 'person', id: 'clara' },
  activatedAt: null,
  progressAsOf: '2018-07-24T13:00:00Z',
  planVersion: 'p',
  filers: 2310,
  rows: { accepted: 2310, rejected: 100, warned: 12, unreachable: 7 },
  changes: {
    new: 5,
    gone: 1200,
    addressChanged: 3,
    states: [{ from: 'needs-upgrade', to: 'ready-to-link', filers: 44 }],
  },
  states: { 'ready-to-link': 2300, inactive: 10 },
  problemCounts: [{ code: 'email-missing', severity: 'address', count: 7 }],
  held: [{ code: 'filers-gone', reason: `${XSS} are gone` }],
  complete: true,
};
const line: VersionLine = {
  version: version.version,
  kind: 'roster',
  fileName: XSS,
  uploadedAt: version.uploadedAt,
  uploader: XSS,
  status: 'active',
  filers: 2310,
  rejected: 100,
  activated: { at: version.uploadedAt, by: XSS },
  deletedAfter: '2018-10-22T13:00:00Z',
};
const roster: RosterView = {
  zone,
  now,
  hasPlan: true,
  isClerk: true,
  current: { ...line, progressAsOf: null },
  versions: [line],
  isFirstPage: true,
  next: version.version,
};
const report: VersionView = {
  zone,
  now,
  isClerk: true,
  version,
  status: 'held',
  hasActive: true,
  baseIsPast: true,
  decisions: [
    {
      action: 'reject',
      version: version.version,
      from: null,
      by: outsideActor(XSS),
      why: XSS,
      at: version.uploadedAt,
    },
  ],
  erasedAt: null,
  deletedAfter: null,
  names: new Map(),
  problems: {
    problems: [
      { row: 2, column: XSS, code: XSS, severity: 'error', found: XSS, expected: XSS },
      { row: 1002, column: null, code: 'quote-open', severity: 'error', found: '', expected: 'a quote' },
    ],
    next: 812,
  },
  isFirstPage: true,
};
const decision: DecideView = {
  action: 'activate',
  person: { csrf: 'secret', role: 'clerk' },
  zone,
  now,
  version,
  current: {
    ...version,
    version: '20180725T130000Z-000000000000',
    held: [],
    progressAsOf: '2018-07-25T13:00:00Z',
  },
  names: new Map(),
  isSending: true,
};
const upload: UploadView = {
  kind: 'roster',
  form: { url: 'https://bucket.example/', fields: { key: `inbox/roster/${XSS}`, Policy: 'abc=' } },
  csrf: 'secret',
  hasPlan: true,
  hasRoster: true,
};
const intake: IntakeView = {
  kind: 'roster',
  fileName: XSS,
  zone,
  now,
  since: version.uploadedAt,
  step: 'writing',
  rowsWritten: 120_000,
  isSlow: true,
};

type Case = readonly [what: string, page: Page, holds: readonly string[], lacks?: readonly string[]];
const cases: readonly Case[] = [
  [
    'the empty roster',
    rosterPage({ ...roster, versions: [], current: null, next: null }),
    ['>Upload the roster<', '/roster/example.csv', '<code>cmecf_user_id</code>', 'social security'],
  ],
  [
    'the empty roster before a plan',
    rosterPage({ ...roster, versions: [], current: null, hasPlan: false }),
    ['The launch plan comes first', 'href="/plan"'],
    ['href="/roster/upload"'],
  ],
  [
    'the versions',
    rosterPage(roster),
    ['>2,310<', 'Active', 'Older versions', 'before=20180724T130000Z-5735b0ed1aab', 'Mon, Oct 22, 2018'],
  ],
  [
    'the versions to operations staff',
    rosterPage({ ...roster, isClerk: false, next: null }),
    ['All versions'],
    ['/roster/upload', 'Older versions'],
  ],
  ['older versions', rosterPage({ ...roster, isFirstPage: false }), ['Newest versions'], ['/roster/upload']],
  ['versions with none active', rosterPage({ ...roster, current: null }), ['No roster is active']],
  [
    'the first version, held',
    versionPage({ ...report, hasActive: false }),
    ['Until then, no roster is active, and no emails are sent.'],
    ['the roster that is active now'],
  ],
  [
    'a held version',
    versionPage(report),
    [
      'Your decision is needed',
      '/activate"',
      '/reject"',
      'No email address',
      '1,200',
      'from=812#problems',
      '>1,002<',
      '<em>blank</em>',
      'entire row',
      'Another one is active now',
    ],
  ],
  [
    'a held version to operations staff',
    versionPage({ ...report, isClerk: false }),
    ['Waiting for a clerk’s decision'],
    ['/activate', '/reject'],
  ],
  [
    'a rejected version',
    versionPage({ ...report, status: 'rejected' }),
    ['It was rejected', '/activate"'],
    ['/reject"'],
  ],
  ['the active version', versionPage({ ...report, status: 'active' }), ['Every email uses'], ['/activate']],
  [
    'an earlier version',
    versionPage({
      ...report,
      status: 'replaced',
      version: { ...version, activatedAt: version.uploadedAt },
    }),
    ['Reactivate roster'],
  ],
  [
    'a version that had no filers',
    versionPage({ ...report, version: { ...version, states: {} } }),
    ['There were no filers in the upload.'],
    ['<caption class="usa-sr-only">Filers by state'],
  ],
  [
    'a version of which filers were erased',
    versionPage({ ...report, version: { ...version, erased: 2 } }),
    ['On the day of the upload, including 2 filers erased since.'],
  ],
  [
    'a version that is being read',
    versionPage({ ...report, status: 'incomplete', problems: null }),
    ['still being read'],
    ['Problems by row'],
  ],
  [
    'a version whose report is gone',
    versionPage({ ...report, problems: null }),
    ['The list has been deleted because of its age'],
    ['mend.csv', 'Keep known values', 'a person was erased'],
  ],
  [
    'a version whose report was deleted when a person was erased',
    versionPage({ ...report, problems: null, erasedAt: version.uploadedAt }),
    ['The list and the uploaded file were deleted on', 'when a person was erased'],
    ['because of its age'],
  ],
  [
    'a version without problems, the first there was',
    versionPage({
      ...report,
      version: { ...version, base: null, problemCounts: [] },
      problems: { problems: [], next: null },
    }),
    ['No problems were found', 'nothing to compare it with'],
    ['mend.csv'],
  ],
  [
    'a version whose problems are too long to show',
    versionPage({ ...report, problems: { problems: [], next: null } }),
    ['too long to show', 'mend.csv'],
    ['No problems were found'],
  ],
  [
    'further problems',
    versionPage({ ...report, isFirstPage: false }),
    ['More problems', 'Start of the report'],
    ['You decide', 'By kind', 'History'],
  ],
  [
    'going back',
    decidePage(decision),
    [
      'It is older than the active roster',
      'which will be lost',
      'will continue with the roster it started with',
      'name="seen" value="20180725T130000Z-000000000000"',
    ],
  ],
  [
    'the first activation',
    decidePage({ ...decision, current: null, isSending: false }),
    ['It will be the first active roster', 'This alone sends no emails', 'name="seen" value=""'],
    ['It is older', 'usa-error-message'],
  ],
  [
    'rejecting',
    decidePage({ ...decision, action: 'reject' }),
    ['Reject this roster?', 'usa-button--secondary'],
  ],
  [
    'the form',
    uploadPage(upload),
    [
      'action="https://bucket.example/"',
      'enctype="multipart/form-data"',
      'at most 300 MB',
      'data-csrf="secret"',
    ],
    ['name="csrf" value="secret">\n  <input type="hidden" name="Policy"'],
  ],
  [
    'the form of an update without a roster',
    uploadPage({ ...upload, kind: 'update', hasRoster: false }),
    ['A roster comes first', 'Upload an update', 'href="/roster/upload"'],
  ],
  [
    'the intake',
    intakePage(intake),
    ['120,000 rows are written', 'This takes longer than usual', 'data-live="2"', 'content="4"'],
  ],
  [
    'a refusal',
    refusedPage({
      kind: 'update',
      fileName: XSS,
      zone,
      since: version.uploadedAt,
      refused: XSS,
      isKnown: false,
    }),
    ['Nothing has changed', 'href="/roster/upload?kind=update"'],
  ],
];

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Of the frame.
    'no-implicit-button-type': 'off',
    'no-trailing-whitespace': 'off',
    // Tables whose parts are shown as blocks.
    'no-redundant-role': 'off',
    // A table that scrolls by itself is a region.
    'prefer-native-element': 'off',
    // It stands where no script runs.
    'meta-refresh': 'off',
  },
});

const named = cases.map(([what, page, holds, lacks = []]) => ({ what, page, holds, lacks }));

describe('a page', () => {
  it.each(named)(
    'says what it must and nothing else, escaped, in sound HTML: $what',
    async ({ page, holds, lacks }) => {
      const text = await render(page);
      for (const words of holds) expect(text).toContain(words);
      for (const words of lacks) expect(text).not.toContain(words);
      expect(text).not.toContain('<script>alert');
      expect(text.length).toBeLessThan(100_000);
      const { results } = await validator.validateString(text);
      expect(
        results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, line }) => `${line} ${ruleId} ${message}`),
        ),
      ).toEqual([]);
    },
  );
});

describe('the words', () => {
  it('name every kind of problem that docs/roster.md lists', () => {
    const [, section = ''] = readFileSync('docs/roster.md', 'utf8').split('## Problems');
    const [table = ''] = section.split('\n## ');
    const codes = table
      .split('\n')
      .filter((row) => row.startsWith('| `'))
      .flatMap((row) => [...row.split('|')[1]!.matchAll(/`([a-z-]+)`/g)].map(([, code]) => code!));
    expect(codes.length).toBeGreaterThan(25);
    expect(codes.filter((code) => problemName(code) === code)).toEqual([]);
  });

  const held = [{ code: 'filers-gone', reason: 'x' }] as const;
  const act = {
    action: 'activate',
    version: 'v',
    from: null,
    by: outsideActor(),
    why: 'x',
    at: '2018-07-24T13:00:00Z',
  } as const;
  it.each<[string, Pick<RosterVersion, 'complete' | 'held'>, Partial<ActiveRoster>]>([
    ['active', { complete: true, held: [] }, { version: 'v' }],
    ['held', { complete: true, held }, {}],
    ['waiting', { complete: true, held: [] }, {}],
    ['rejected', { complete: true, held }, { retired: { v: 'rejected' } }],
    ['expired', { complete: true, held: [] }, { retired: { v: 'expired' }, decisions: [act] }],
    ['replaced', { complete: true, held }, { version: 'w', decisions: [act] }],
    ['incomplete', { complete: false, held: [] }, {}],
  ])('call a version %s', (status, of, active) => {
    const rows = { accepted: 1, rejected: 0, warned: 0, unreachable: 0 };
    const upload = { uploadedAt: '2018-07-24T13:00:00Z', kind: 'roster', key: 'inbox/roster/a.csv' } as const;
    const version = { version: 'v', ...upload, rows, ...of };
    expect(versionStatus(version, { active: { ...NO_ROSTER, ...active } })).toBe(status);
  });
});
