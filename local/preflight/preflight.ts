import { Resolver } from 'node:dns/promises';
import { runCommand } from '../lib/run-command.ts';
import { readPreflightArguments, USAGE } from './arguments.ts';
import { isReady, preflightFindings } from './checks.ts';
import { launchFacts, readPlan, readSettings } from './launch-facts.ts';
import { lookAt } from './look.ts';
import { findingsText } from './text.ts';

/** SES's rate of an account that has left the sandbox, for a forecast where SES can't be asked. */
const USUAL_RATE = 14;

/** Looks at the account of the shell, and says what a launch still lacks. */
async function preflight(): Promise<void> {
  const given = readPreflightArguments(process.argv.slice(2));
  if (!given) return console.log(USAGE);
  const plan = readPlan(given.launch);
  const { restoredTables } = readSettings(plan, given);
  const facts = await lookAt(plan, { restoredTables, dns: new Resolver({ timeout: 5000, tries: 2 }) });
  const maxSendRate = (facts.account.known && facts.account.value.maxSendRate) || USUAL_RATE;
  const isDeployed = facts.stacks.known && facts.stacks.value.pipeline !== null;
  const launch = await launchFacts(plan, { given, maxSendRate, isDeployed });
  const findings = preflightFindings(facts, launch);
  console.log(findingsText(findings, { launch: plan.name, region: facts.region }));
  if (!isReady(findings)) process.exitCode = 1;
}

await runCommand(preflight);
