import type { Campaign } from '../../campaigns/campaign.ts';
import type { Rule } from '../../campaigns/state.ts';
import { code, listed, page, table } from './markdown.ts';

/** The guide to the states of a campaign: which rule gives each, and who gets which email. */
export function statesGuide(campaign: Campaign): string {
  const { name, title, states, flags, statusRules, verdictRules } = campaign;
  const goals = Object.values(states).filter(({ isGoal }) => isGoal);
  return page(`States and emails: ${title}`, {
    from: `campaigns/${name}/`,
    parts: [
      `Which state a filer is in during ${title}, why, and who gets which email. ` +
        '[States](../../states.md) explains how rules work and which flags every campaign has.',
      table(
        ['state', 'on pages', 'why no email comes', 'why the clerk should call'],
        Object.entries(states).map(([state, { label, noEmail = '', call = '' }]) => [
          code(state),
          label,
          noEmail,
          call,
        ]),
      ),
      `The goal is ${listed(goals.map(({ label }) => `*${label}*`))}: readiness counts the filers who have reached it.`,
      "## What the court's records say",
      'The first rule that holds gives the state.',
      rulesTable(statusRules),
      '## What is left to do',
      'The first rule that holds gives the state if no rule above did. If one did and it isn’t final, this rule still ' +
        'says which steps are missing. *Inferred* means based on limited information: the email says how to check.',
      rulesTable(verdictRules),
      '## Flags',
      'A filer can have any of them, in any state.',
      table(
        ['flag', 'when'],
        Object.entries(flags).map(([flag, { words }]) => [code(flag), words]),
      ),
      '## Who gets which email',
      '`email`: gets the email. `listed`: gets none, and the send log records it as skipped for the clerk to follow up. ' +
        '`–`: the phase isn’t for them.',
      audienceTable(campaign),
    ],
  });
}

function rulesTable(rules: readonly Rule[]): string {
  const rows = rules.map(({ rule, words, state, inferred, final }) => [
    `${rule}`,
    words,
    [code(state), inferred ? 'inferred' : '', final ? 'final' : ''].filter(Boolean).join(', '),
  ]);
  return table(['#', 'roster', 'state'], rows);
}

function audienceTable({ states, kinds }: Campaign): string {
  const rows = Object.keys(states).map((state) => [
    code(state),
    ...Object.values(kinds).map(({ without, skipped }) => {
      if (without.includes(state)) return '–';
      return skipped.includes(state) ? 'listed' : 'email';
    }),
  ]);
  return table(['state', ...Object.keys(kinds).map(code)], rows);
}
