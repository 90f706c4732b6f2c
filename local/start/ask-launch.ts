import { createInterface } from 'node:readline/promises';
import { CAMPAIGNS, DEFAULT_CAMPAIGN } from '../lib/campaign.ts';

/** Something that `npm start` opens, and the arguments that open it. */
interface Choice {
  readonly label: string;
  /** What else it needs to know. @default nothing */
  readonly asks?: string;
  readonly args: (answer: string) => readonly string[];
}

const CHOICES: readonly Choice[] = [
  ...CAMPAIGNS.map((name): Choice => {
    const isDefault = name === DEFAULT_CAMPAIGN;
    return {
      label: `The example launch of the campaign ${name}`,
      args: () => (isDefault ? [] : ['--campaign', name]),
    };
  }),
  {
    label: 'An empty launch: create its plan in the console',
    asks: 'Domain that the court’s emails come from, such as nysb.uscourts.gov: ',
    args: (domain) => ['--empty', domain],
  },
  {
    label: 'The launch of a plan that you have',
    asks: 'Path of its launch.json: ',
    args: (file) => ['--launch', file],
  },
];

/** Asks a question and gets what was typed. */
type Ask = (question: string) => Promise<string>;

/** Whether to ask what to open: only a person at a terminal who named nothing. */
export function isAsked(
  args: readonly string[],
  { stdin, stdout }: { stdin: { isTTY?: boolean }; stdout: { isTTY?: boolean } },
): boolean {
  return args.length === 0 && stdin.isTTY === true && stdout.isTTY === true;
}

/** Asks what to open, until the answer can be used. @returns the arguments that open it */
export async function askLaunch(ask: Ask): Promise<readonly string[]> {
  const lines = CHOICES.map(({ label }, index) => `  ${index + 1}  ${label}`);
  const question = ['What would you like to open?', '', ...lines, '', 'Number [1]: '].join('\n');
  const choice = await chosen(ask, question);
  if (choice.asks === undefined) return choice.args('');
  let answer = '';
  while (answer === '') answer = (await ask(choice.asks)).trim();
  return choice.args(answer);
}

async function chosen(ask: Ask, question: string): Promise<Choice> {
  const typed = (await ask(question)).trim();
  const choice = CHOICES[typed === '' ? 0 : Number(typed) - 1];
  return (
    choice ?? chosen(ask, `“${typed}” is not one of them. Enter a number from 1 to ${CHOICES.length} [1]: `)
  );
}

/** Asks in the terminal. Ctrl-C and Ctrl-D end the process. */
export async function askInTerminal(): Promise<readonly string[]> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const leave = () => process.exit(130);
  terminal.on('close', leave);
  const args = await askLaunch((question) => terminal.question(question));
  terminal.off('close', leave);
  terminal.close();
  return args;
}
