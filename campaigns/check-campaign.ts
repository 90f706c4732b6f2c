import type { Campaign } from './campaign.ts';
import { checkColumns } from './check/columns.ts';
import { checkEmail } from './check/email.ts';
import { checkKinds } from './check/kinds.ts';
import { checkPlan } from './check/plan.ts';
import type { Surroundings, Table } from './check/problem.ts';
import { checkRules } from './check/rules.ts';
import { checkStates } from './check/states.ts';

/** What is wrong with one row of a campaign's tables. */
export interface CampaignProblem {
  /** `campaigns/nextgen/states.ts` */
  readonly file: string;
  /** `state "linked"` */
  readonly row: string;
  readonly found: string;
  readonly expected: string;
}

/** Where the rows of a table are: the first of these that the campaign has. */
const FILES: Readonly<Record<Table, readonly string[]>> = {
  columns: ['columns.ts'],
  states: ['states.ts'],
  statusRules: ['status-rules.ts', 'rules.ts'],
  verdictRules: ['verdict-rules.ts', 'rules.ts'],
  kinds: ['kinds.ts'],
  plan: ['plan.ts'],
  email: ['email.ts'],
};

/** Everything in a campaign's tables that the compiler can't refuse. */
export function checkCampaign(campaign: Campaign, around: Surroundings): CampaignProblem[] {
  const found = [
    ...checkColumns(campaign, around),
    ...checkStates(campaign),
    ...checkRules(campaign, around),
    ...checkKinds(campaign, around),
    ...checkPlan(campaign),
    ...checkEmail(campaign),
  ];
  return [
    ...found.map(({ table, ...problem }) => ({ file: fileOf(table, campaign, around), ...problem })),
    ...checkTemplates(campaign, around),
  ];
}

/** `campaigns/nextgen/states.ts, state "linked": no rule gives it; …` */
export function sentenceOf({ file, row, found, expected }: CampaignProblem): string {
  return `${file}, ${row}: ${found}; ${expected}`;
}

function fileOf(table: Table, { name }: Campaign, { files }: Surroundings): string {
  const file = FILES[table].find((one) => files.includes(one)) ?? 'campaign.ts';
  return `campaigns/${name}/${file}`;
}

function checkTemplates(campaign: Campaign, { templates, messages }: Surroundings): CampaignProblem[] {
  const { name: folder, kinds } = campaign;
  const fileOfMessage = (name: string) => `templates/${folder}/messages/${name}.md`;
  const unused = templates.filter((name) => !(name in kinds) && !messages.includes(name));
  return [
    ...messages
      .filter((name) => !templates.includes(name))
      .map((name) => ({
        file: fileOfMessage(name),
        row: `message "${name}"`,
        found: 'it is missing',
        expected: 'every campaign needs this message',
      })),
    ...unused.map((name) => ({
      file: fileOfMessage(name),
      row: `message "${name}"`,
      found: 'no kind has this name',
      expected: `add the kind to campaigns/${folder}/kinds.ts or remove the file`,
    })),
  ];
}
