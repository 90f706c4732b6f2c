import type { Campaign } from '../campaign.ts';
import type { Rule } from '../state.ts';
import type { Found, Surroundings } from './problem.ts';

type RuleTable = 'statusRules' | 'verdictRules';

/** Rules that say too little, name no state, or leave a filer without one; samples of states that are in another. */
export function checkRules(campaign: Campaign, { blank }: Surroundings): Found[] {
  const tables = ['statusRules', 'verdictRules'] as const;
  const incomplete = tables.flatMap((table) =>
    campaign[table].flatMap((rule) => checkRule(rule, { table, campaign })),
  );
  const last = checkLast(campaign, blank);
  // What follows asks the rules, so they must be whole.
  if (incomplete.length + last.length > 0) return [...incomplete, ...last];
  return Object.keys(campaign.states).flatMap((state) => checkSample(campaign, { state, blank }));
}

function checkRule(
  { rule, state, words, reason }: Rule,
  { table, campaign }: { table: RuleTable; campaign: Campaign },
): Found[] {
  const row = `rule ${rule} ("${words || state}")`;
  const problem = (found: string, expected: string): Found => ({ table, row, found, expected });
  return [
    ...(words?.trim() ? [] : [problem('it has no words', 'say when it holds, for the guide to the states')]),
    ...(typeof reason === 'function'
      ? []
      : [problem('it has no reason', 'give one as a clause that fits after "because"')]),
    ...(state in campaign.states
      ? []
      : [problem(`it gives "${state}", which isn't among the states`, 'add it to them or correct the name')]),
  ];
}

function checkLast(campaign: Campaign, blank: object): Found[] {
  const last = campaign.verdictRules.at(-1);
  const row = last ? `rule ${last.rule} ("${last.words}")` : 'the last rule';
  const holds = factsOfAll(campaign, blank).every((facts) => last?.when(facts));
  if (holds) return [];
  const found = last ? 'it is the last rule and doesn’t always hold' : 'there is none';
  return [
    { table: 'verdictRules', row, found, expected: 'end the table with a rule whose `when` is always true' },
  ];
}

/** Facts of someone of whom nothing is known and of each state's sample, without a pivot and with one. */
function factsOfAll({ factsOf, states, plan }: Campaign, blank: object): never[] {
  const filers = [blank, ...Object.values(states).map(({ sample }) => ({ ...blank, ...sample }))];
  return filers.flatMap((filer) =>
    [null, plan.samplePivot.date].map((pivot) => factsOf(filer as never, pivot) as never),
  );
}

function checkSample(campaign: Campaign, { state, blank }: { state: string; blank: object }): Found[] {
  const { sample } = campaign.states[state]!;
  const facts = campaign.factsOf({ ...blank, ...sample } as never, campaign.plan.samplePivot.date) as never;
  const rules = [...campaign.statusRules, ...campaign.verdictRules];
  const at = rules.findIndex(({ when }) => when(facts));
  const rule = rules[at]!;
  const table = at < campaign.statusRules.length ? 'statusRules' : 'verdictRules';
  const isEmpty = !rule.reason(facts)?.trim();
  return [
    ...(rule.state === state
      ? []
      : [
          {
            table: 'states' as const,
            row: `state "${state}"`,
            found: `its sample is in "${rule.state}", by rule ${rule.rule}`,
            expected: 'give facts that put a filer into this state',
          },
        ]),
    ...(isEmpty
      ? [
          {
            table,
            row: `rule ${rule.rule} ("${rule.words}")`,
            found: `its reason for the sample of "${state}" is empty`,
            expected: 'give one as a clause that fits after "because"',
          } as const,
        ]
      : []),
  ];
}
