import { Temporal } from 'temporal-polyfill';
import { phasesOf } from '../../functions/domain/plan/phases.ts';
import { courtTime } from '../../functions/lib/court-time.ts';
import { settingsFrom } from '../../infra/settings.ts';
import type { AccountFacts, Asked, DeployedStacks, Finding, LaunchFacts } from './facts.ts';
import { finding, later, missing, ok, type Saying } from './finding.ts';
import { senderDomain } from './sender-checks.ts';

const STABLE = /^(CREATE|UPDATE|IMPORT)_COMPLETE$/;

/** Whether plan and stacks fit each other, and people hear of alarms and reach the console. */
export function launchChecks(facts: AccountFacts, launch: LaunchFacts): Finding[] {
  const { stacks } = facts;
  /** What can be asked only of stacks that are there. */
  const deployed = <Value>(about: string, asked: Asked<Value>, say: (value: Value) => Saying): Finding =>
    stacks.known && stacks.value.pipeline === null
      ? { about, ...later('nothing is deployed yet') }
      : finding(about, asked, say);
  return [
    { about: 'Name and sender', ...nameAndSender(launch) },
    { about: 'Times', ...times(launch) },
    finding('Stacks', stacks, (found) => stacksSaying(found, launch)),
    deployed('Alarms', facts.alarmReceivers, alarms),
    deployed('Schedules', facts.schedules, (names) => schedules(names, launch)),
    deployed('Console', facts.consoleStatus, consoleSaying),
  ];
}

function nameAndSender({ plan }: LaunchFacts): Saying {
  const given: Record<string, string> = { name: plan.name, sender: senderDomain(plan) };
  try {
    settingsFrom((key) => given[key]);
    return ok(`${given.name} sends from ${given.sender}`);
  } catch (error) {
    return missing((error as Error).message, 'Change name or court.sender in the plan');
  }
}

function comingPhases({ plan, now }: LaunchFacts) {
  return phasesOf(plan).filter(({ at }) => Temporal.Instant.compare(at.toInstant(), now) > 0);
}

function times(launch: LaunchFacts): Saying {
  const { zone } = launch.plan.court;
  const [next] = comingPhases(launch);
  if (!next) return missing('no phase is to come', 'Correct the dates of the plan, and upload it');
  return ok(`${next.id} is next, ${courtTime(next.at.toInstant(), zone)}`);
}

function stacksSaying({ data, pipeline, deployedAt }: DeployedStacks, { plan }: LaunchFacts): Saying {
  const deploy = `npx cdk deploy --all -c name=${plan.name} -c sender=${senderDomain(plan)} -c alarmEmail=…`;
  if (!pipeline) return later('nothing is deployed yet', deploy);
  if (data && STABLE.test(data) && STABLE.test(pipeline))
    return ok(`deployed${deployedAt ? ` on ${deployedAt.slice(0, 10)}` : ''}`);
  return missing(`data is ${data ?? 'not there'}, pipeline is ${pipeline}`, deploy);
}

function alarms({ confirmed, pending }: { confirmed: number; pending: number }): Saying {
  if (confirmed > 0) return ok(`${confirmed === 1 ? 'one receiver' : `${confirmed} receivers`} confirmed`);
  if (pending > 0)
    return missing(
      'no receiver has confirmed',
      'Follow the link in the email that SNS sent to the receiver of alarms',
    );
  return missing('no one gets them', 'Deploy with -c alarmEmail=…, then confirm the email that SNS sends');
}

function schedules(names: readonly string[], launch: LaunchFacts): Saying {
  const coming = comingPhases(launch);
  const lacking = coming.filter(({ id }) => !names.includes(id)).map(({ id }) => id);
  if (lacking.length === 0) return ok(`each of ${coming.length} phases to come has one`);
  if (names.length === 0) return later('there are none before the first plan', 'Upload the plan');
  return missing(
    `${lacking.join(', ')} ${lacking.length === 1 ? 'has' : 'have'} none`,
    'Upload the plan again',
  );
}

function consoleSaying(status: number): Saying {
  if (status < 400) return ok('it answers');
  return missing(`it answers with HTTP ${status}`, 'docs/runbook.md, "Console fails"');
}
