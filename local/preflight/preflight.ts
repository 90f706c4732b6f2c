import { Resolver } from 'node:dns/promises';
import { createInterface } from 'node:readline/promises';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import type { Plan } from '../../functions/domain/plan/plan.ts';
import { runCommand } from '../lib/run-command.ts';
import { readPreflightArguments, USAGE } from './arguments.ts';
import { isReady, preflightFindings } from './checks.ts';
import type { AccountFacts } from './facts.ts';
import { launchFacts, readPlan, readSettings } from './launch-facts.ts';
import { lookAt } from './look.ts';
import { tryMessage } from './test-message.ts';
import { findingsText } from './text.ts';

/** SES's rate of an account that has left the sandbox, for a forecast where SES can't be asked. */
const USUAL_RATE = 14;

/** Looks at the account of the shell, and says what a launch still lacks. */
async function preflight(): Promise<void> {
  const given = readPreflightArguments(process.argv.slice(2));
  if (!given) return console.log(USAGE);
  const plan = readPlan(given.launch);
  const { restoredTables } = readSettings(plan, given);
  const found = await lookAt(plan, { restoredTables, dns: new Resolver({ timeout: 5000, tries: 2 }) });
  const facts = { ...found, testMessage: await testMessage(plan, { to: given.sendTest, found }) };
  const maxSendRate = (facts.account.known && facts.account.value.maxSendRate) || USUAL_RATE;
  const isDeployed = facts.stacks.known && facts.stacks.value.pipeline !== null;
  const launch = await launchFacts(plan, { given, maxSendRate, isDeployed });
  const findings = preflightFindings(facts, launch);
  console.log(findingsText(findings, { launch: plan.name, region: facts.region }));
  if (!isReady(findings)) process.exitCode = 1;
}

async function testMessage(
  plan: Plan,
  { to, found: { setSuppressed } }: { to: string | undefined; found: Pick<AccountFacts, 'setSuppressed'> },
): Promise<AccountFacts['testMessage']> {
  if (to === undefined) return { known: true, value: null };
  const isAsked = process.stdin.isTTY && process.stdout.isTTY;
  const terminal = isAsked ? createInterface({ input: process.stdin, output: process.stdout }) : null;
  const askPerson = terminal && ((question: string) => terminal.question(question));
  const asked = await tryMessage(plan, { ses: new SESv2Client(), to, setSuppressed, askPerson });
  terminal?.close();
  return asked;
}

await runCommand(preflight);
