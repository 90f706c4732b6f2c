import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACCOUNT_RULES } from '../../functions/domain/filer/account-rules.ts';
import { COURT_RULES } from '../../functions/domain/filer/court-rules.ts';
import type { Rule } from '../../functions/domain/filer/rule.ts';
import { FLAG_RULES } from '../../functions/domain/filer/rules.ts';
import { FLAGS, STATES } from '../../functions/domain/filer/state.ts';
import { PHASE_KINDS } from '../../functions/domain/plan/plan.ts';
import { AUDIENCES } from '../../functions/domain/run/audience.ts';

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
    if (AUDIENCES[kind].without.includes(state)) return '–';
    return AUDIENCES[kind].skipped.includes(state) ? 'listed' : 'email';
  }),
]);

describe('docs/states.md', () => {
  it.each([
    ['what the court knows', rulesTable(COURT_RULES)],
    ['the PACER account', rulesTable(ACCOUNT_RULES)],
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

  it('explains every flag', () => {
    expect(FLAG_RULES.map(({ flag }) => flag)).toEqual([...FLAGS]);
  });
});
