import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Campaign } from '../../campaigns/campaign.ts';
import { checkCampaign, sentenceOf } from '../../campaigns/check-campaign.ts';
import { campaign as nextgen } from '../../campaigns/nextgen/campaign.ts';
import { comparable, PERSON_SYNONYMS } from '../../functions/ingest-roster/row/columns.ts';

const whole: Campaign = nextgen;
const { states, kinds, columns, dates, windows, plan, progress, email } = whole;
const [first, ...others] = whole.statusRules;
const verdicts = whole.verdictRules;

/** The facts of NextGen's roster when it says nothing. */
const BLANK = {
  userType: 'unknown',
  cmecfStatus: 'active',
  pacerAccounts: [],
  pacerAccountType: 'unknown',
  pacerCreated: null,
  pacerUsernameLength: null,
  nextgenElsewhere: null,
  linkStatus: 'unlinked',
  linkAsOf: '2018-01-01',
};
const TEMPLATES = [...Object.keys(kinds), 'date-change', 'public-notice'];

function problemsOf(campaign: Campaign, templates = TEMPLATES): string[] {
  return checkCampaign(campaign, {
    files: readdirSync('campaigns/nextgen'),
    templates,
    messages: ['date-change', 'public-notice'],
    columns: PERSON_SYNONYMS,
    comparable,
    blank: BLANK,
  }).map(sentenceOf);
}

const { noEmail: _, ...linked } = states.linked!;
const { call: __, ...conflict } = states.conflict!;
const kindWith = (changes: object): Partial<Campaign> => ({
  kinds: { ...kinds, notice: { ...kinds.notice!, ...changes } },
});
const wordingAt = (...path: string[]): Partial<Campaign> => ({
  plan: { ...plan, wording: [...plan.wording, path] },
});

/** NextGen with one thing changed, and the refusal. */
const BROKEN: readonly [what: string, change: Partial<Campaign>, sentence: string][] = [
  [
    'a rule without words',
    { statusRules: [{ ...first!, words: '' }, ...others] },
    'campaigns/nextgen/status-rules.ts, rule 1 ("inactive"): it has no words; say when it holds, for the guide to the states',
  ],
  [
    'a rule without a reason',
    { statusRules: [{ ...first!, reason: undefined as never }, ...others] },
    'campaigns/nextgen/status-rules.ts, rule 1 ("the CM/ECF account is inactive or suspended, or the person has died"): it has no reason; give one as a clause that fits after "because"',
  ],
  [
    'a rule whose reason is empty',
    { verdictRules: [...verdicts.slice(0, -1), { ...verdicts.at(-1)!, reason: () => ' ' }] },
    'campaigns/nextgen/verdict-rules.ts, rule 14 ("a partial date that spans August 11, 2014, or nothing known"): its reason for the sample of "verify-account" is empty; give one as a clause that fits after "because"',
  ],
  [
    'a state that no rule gives',
    { states: { ...states, retired: { label: 'Retired', color: 'gray', sample: {} } } },
    'campaigns/nextgen/states.ts, state "retired": no rule gives it; write a rule that does or remove the state',
  ],
  [
    'a rule that gives no state of the table',
    { statusRules: [{ ...first!, state: 'gone' }, ...others] },
    'campaigns/nextgen/status-rules.ts, rule 1 ("the CM/ECF account is inactive or suspended, or the person has died"): it gives "gone", which isn\'t among the states; add it to them or correct the name',
  ],
  [
    'verdict rules whose last one doesn’t always hold',
    { verdictRules: verdicts.slice(0, -1) },
    'campaigns/nextgen/verdict-rules.ts, rule 13 ("made on or before August 10, 2014"): it is the last rule and doesn’t always hold; end the table with a rule whose `when` is always true',
  ],
  [
    'no verdict rule',
    { verdictRules: [] },
    'campaigns/nextgen/verdict-rules.ts, the last rule: there is none; end the table with a rule whose `when` is always true',
  ],
  [
    'a state whose sample is in another',
    { states: { ...states, linked: { ...states.linked!, sample: {} } } },
    'campaigns/nextgen/states.ts, state "linked": its sample is in "verify-account", by rule 14; give facts that put a filer into this state',
  ],
  [
    'a state that kinds leave out, without `noEmail`',
    { states: { ...states, linked } },
    'campaigns/nextgen/states.ts, state "linked": "notice", "launch-day", "follow-up" doesn\'t go to it, and it has no `noEmail`; say why no email comes',
  ],
  [
    'a state that a kind skips, without `call`',
    { states: { ...states, conflict } },
    'campaigns/nextgen/states.ts, state "conflict": "follow-up" skips it, and it has no `call`; say why the clerk should call',
  ],
  [
    'a kind that names an unknown state',
    kindWith({ without: ['inactive', 'not-required', 'linkd'] }),
    'campaigns/nextgen/kinds.ts, kind "notice": it names the state "linkd", which doesn\'t exist; the states are "needs-individual-account", "needs-upgrade", "verify-account", "ready-to-link", "link-failed", "awaiting-court", "conflict", "linked", "not-required", "inactive"',
  ],
  [
    'a kind that names an unknown anchor',
    kindWith({ before: 'outage' }),
    'campaigns/nextgen/kinds.ts, kind "notice": it names the anchor "outage", which doesn\'t exist; the anchors are "go-live", "outage-start", "outage-end"',
  ],
  [
    'a kind that never expires',
    kindWith({ before: undefined, expires: { words: 'never' } }),
    'campaigns/nextgen/kinds.ts, kind "notice": nothing says when it expires; give `expires.days`, or an anchor as `before`',
  ],
  [
    'a kind whose gate the plan lacks',
    kindWith({ gate: { member: 'confirmNoon', claim: 'it is noon' } }),
    'campaigns/nextgen/kinds.ts, kind "notice": its gate is the plan\'s member "confirmNoon", which doesn\'t exist; add it to the plan’s members, as a boolean',
  ],
  [
    'a kind with the name of a message that every campaign has',
    { kinds: { ...kinds, 'date-change': kinds.notice! } },
    'campaigns/nextgen/kinds.ts, kind "date-change": every campaign has a message of this name; choose another name',
  ],
  [
    'a column with the header of the engine’s',
    { columns: { ...columns, firm: { ...columns.link_as_of!, fact: 'firmOf', synonyms: [] } } },
    'campaigns/nextgen/columns.ts, column "firm": the header "firm" also means the engine’s column "firm"; a header or synonym can mean only one column',
  ],
  [
    'a synonym of the engine’s column',
    { columns: { ...columns, link_as_of: { ...columns.link_as_of!, synonyms: ['E-mail Address'] } } },
    'campaigns/nextgen/columns.ts, column "link_as_of": the header "E-mail Address" also means the engine’s column "email"; a header or synonym can mean only one column',
  ],
  [
    'a synonym twice',
    { columns: { ...columns, link_as_of: { ...columns.link_as_of!, synonyms: ['User-ID'] } } },
    'campaigns/nextgen/columns.ts, column "link_as_of": the header "User-ID" also means column "cmecf_user_id"; a header or synonym can mean only one column',
  ],
  [
    'a fact twice',
    { columns: { ...columns, linked_on: { ...columns.link_as_of!, synonyms: [] } } },
    'campaigns/nextgen/columns.ts, column "linked_on": column "link_as_of" also gives the fact "linkAsOf"; each column gives a fact of its own',
  ],
  [
    'a value twice',
    {
      columns: {
        ...columns,
        link_status: {
          ...columns.link_status!,
          type: 'word',
          blank: 'unlinked',
          words: {
            linked: { label: 'Linked', synonyms: ['yes'] },
            unlinked: { label: 'Not linked', synonyms: ['Yes!'] },
          },
        },
      },
    },
    'campaigns/nextgen/columns.ts, column "link_status": "yes" means both "linked" and "unlinked"; a value or synonym can mean only one value',
  ],
  [
    'progress in a column that doesn’t exist',
    { progress: { ...progress, asOf: 'linked_on' } },
    'campaigns/nextgen/columns.ts, progress.asOf: there is no column "linked_on" of type "day"; name one of "link_as_of"',
  ],
  [
    'progress with a maximum age that the plan lacks',
    { progress: { ...progress, maxAgeDays: 'maxAge' } },
    'campaigns/nextgen/plan.ts, members: progress.maxAgeDays names the plan\'s member "maxAge", which doesn\'t exist; add it, as a number of days',
  ],
  [
    'a pivot that is no date',
    { pivot: 'outage-start' },
    'campaigns/nextgen/plan.ts, pivot: "outage-start" isn\'t among the dates; name one of "go-live"',
  ],
  [
    'an anchor twice',
    { windows: { ...windows, viewing: { ...windows.viewing!, anchors: { start: 'go-live', end: 'end' } } } },
    'campaigns/nextgen/plan.ts, anchor "go-live": two dates or ends of windows have this name; give each a name of its own',
  ],
  [
    'a date that the plan lacks',
    { dates: { ...dates, training: { ...dates['go-live']!, at: ['training'] } } },
    'campaigns/nextgen/plan.ts, date "training": the plan has no member "training"; add it to the plan’s members or correct the path',
  ],
  [
    'a window that the plan lacks',
    { windows: { ...windows, viewing: { ...windows.viewing!, at: ['outages', 'reading'] } } },
    'campaigns/nextgen/plan.ts, window "viewing": the plan has no member "outages.reading"; add it to the plan’s members or correct the path',
  ],
  [
    'a date inside another member',
    { dates: { 'go-live': { ...dates['go-live']!, at: ['pacer', 'phone'] } } },
    'campaigns/nextgen/plan.ts, date "go-live": it is inside "pacer"; make it a member of the plan itself',
  ],
  [
    'wording that the plan lacks',
    wordingAt('wording', 'deadline'),
    'campaigns/nextgen/plan.ts, wording: the plan has no member "wording.deadline"; add it to the plan’s members or correct the path',
  ],
  [
    'an idle case that doesn’t exist',
    { email: { ...email, cases: ['upgrade', 'nothing'], idle: ['none'] } },
    'campaigns/nextgen/email.ts, idle: the case "none" doesn\'t exist; the cases are "upgrade", "nothing"',
  ],
  [
    'a page for everyone in a state that doesn’t exist',
    { email: { ...email, everyone: { state: 'verify-account', flags: ['firm'] } } },
    'campaigns/nextgen/email.ts, everyone.flags: the flag "firm" doesn\'t exist; the flags are "firm-billing", "confirm-individual", "contradiction"',
  ],
];

describe('checkCampaign', () => {
  it('finds nothing wrong with NextGen', () => {
    expect(problemsOf(whole)).toEqual([]);
  });

  it.each(BROKEN)('refuses %s', (_what, change, sentence) => {
    expect(problemsOf({ ...whole, ...change }, [...TEMPLATES])).toContain(sentence);
  });

  it('refuses a kind whose message is missing', () => {
    expect(problemsOf(whole, TEMPLATES.slice(1))).toEqual([
      'campaigns/nextgen/kinds.ts, kind "notice": its message is missing; write templates/nextgen/messages/notice.md',
    ]);
  });

  it('refuses a message that every campaign has and this one lacks', () => {
    expect(problemsOf(whole, TEMPLATES.slice(0, -1))).toEqual([
      'templates/nextgen/messages/public-notice.md, message "public-notice": it is missing; every campaign needs this message',
    ]);
  });

  it('refuses a message without a kind', () => {
    expect(problemsOf(whole, [...TEMPLATES, 'reminder'])).toEqual([
      'templates/nextgen/messages/reminder.md, message "reminder": no kind has this name; add the kind to campaigns/nextgen/kinds.ts or remove the file',
    ]);
  });

  it('looks for rules where the campaign has them', () => {
    const around = {
      templates: TEMPLATES,
      messages: ['date-change', 'public-notice'],
      columns: {},
      comparable,
    };
    const problems = checkCampaign(
      { ...whole, verdictRules: [] },
      { ...around, files: ['rules.ts'], blank: BLANK },
    );
    expect(problems.map(({ file }) => file)).toContain('campaigns/nextgen/rules.ts');
  });
});
