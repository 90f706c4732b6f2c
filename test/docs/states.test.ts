import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../campaigns/campaign.ts';
import { campaign } from '../../campaigns/nextgen/campaign.ts';
import { FLAG_RULES } from '../../functions/domain/filer/rules.ts';
import { STATES } from '../../functions/domain/filer/state.ts';
import { kindOf, PHASE_KINDS } from '../../functions/domain/plan/kinds.ts';

const page = readFileSync('docs/states.md', 'utf8');

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}

function rulesTable(rules: readonly Rule[]): string {
  const rows = rules.map(({ rule, words, state, inferred }) => [
    `${rule}`,
    words,
    `\`${state}\`${inferred ? ', inferred' : ''}`,
  ]);
  return table(['#', 'roster', 'state'], rows);
}

const audienceRows = STATES.map((state) => [
  `\`${state}\``,
  ...PHASE_KINDS.map((kind) => {
    if (kindOf(kind).without.includes(state)) return '–';
    return kindOf(kind).skipped.includes(state) ? 'listed' : 'email';
  }),
]);

describe('docs/states.md', () => {
  it.each([
    ['what the court knows', rulesTable(campaign.statusRules)],
    ['the PACER account', rulesTable(campaign.verdictRules)],
    [
      'flags',
      table(
        ['flag', 'when'],
        FLAG_RULES.map(({ flag, words }) => [`\`${flag}\``, words]),
      ),
    ],
    ['who gets what', table(['state', ...PHASE_KINDS], audienceRows)],
  ])('shows the table as built: %s', (_what, built) => {
    expect(page).toContain(`\n\n${built}`);
  });
});
