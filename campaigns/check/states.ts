import type { Campaign } from '../campaign.ts';
import { type Found, quoted } from './problem.ts';

/** States that no filer can be in, and those that don't say why no email comes. */
export function checkStates(campaign: Campaign): Found[] {
  return Object.keys(campaign.states).flatMap((state) => checkState(campaign, state));
}

function checkState({ states, statusRules, verdictRules, kinds }: Campaign, state: string): Found[] {
  const { noEmail, call } = states[state]!;
  const problem = (found: string, expected: string): Found => ({
    table: 'states',
    row: `state "${state}"`,
    found,
    expected,
  });
  const isGiven = [...statusRules, ...verdictRules].some((rule) => rule.state === state);
  const kindsThat = (member: 'without' | 'skipped') =>
    Object.entries(kinds).flatMap(([kind, row]) => (row[member].includes(state) ? [kind] : []));
  const skippedBy = kindsThat('skipped');
  const unmailedBy = [...kindsThat('without'), ...skippedBy];
  return [
    ...(isGiven ? [] : [problem('no rule gives it', 'write a rule that does or remove the state')]),
    ...(unmailedBy.length > 0 && !noEmail
      ? [
          problem(
            `${quoted(unmailedBy)} doesn't go to it, and it has no \`noEmail\``,
            'say why no email comes',
          ),
        ]
      : []),
    ...(skippedBy.length > 0 && !call
      ? [problem(`${quoted(skippedBy)} skips it, and it has no \`call\``, 'say why the clerk should call')]
      : []),
  ];
}
