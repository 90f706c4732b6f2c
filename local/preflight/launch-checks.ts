import { Temporal } from 'temporal-polyfill';
import { phasesOf } from '../../functions/domain/plan/phases.ts';
import { courtTime } from '../../functions/lib/court-time.ts';
import type { AccountFacts, Asked, DeployedStacks, Finding, LaunchFacts } from './facts.ts';
import { finding, later, missing, ok, type Saying } from './finding.ts';
import { senderDomain } from './sender-checks.ts';

const STABLE = /^(CREATE|UPDATE|IMPORT)_COMPLETE$/;
const DEPLOY = 'npx cdk deploy --all, with the settings of this launch';

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
    finding('Stacks', stacks, stacksSaying),
    deployed('Alarms', facts.alarmReceivers, alarms),
    deployed('Schedules', facts.schedules, (names) => schedules(names, launch)),
    deployed('Console', facts.consoleStatus, consoleSaying),
  ];
}

/** A plan for another launch, or from another sender, would be refused when it is uploaded. */
function nameAndSender({ plan, settings }: LaunchFacts): Saying {
  const of = { name: plan.name, sender: senderDomain(plan) };
  if (of.name === settings.name && of.sender === settings.sender)
    return ok(`${of.name} sends from ${of.sender}`);
  return missing(
    `the plan says ${of.name} from ${of.sender}, the settings say ${settings.name} from ${settings.sender}`,
    'Change name or court.sender in the plan, or name or sender in the settings',
  );
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

function stacksSaying({ data, pipeline, deployedAt }: DeployedStacks): Saying {
  if (!pipeline) return later('nothing is deployed yet', DEPLOY);
  if (data && STABLE.test(data) && STABLE.test(pipeline))
    return ok(`deployed${deployedAt ? ` on ${deployedAt.slice(0, 10)}` : ''}`);
  return missing(`data is ${data ?? 'not there'}, pipeline is ${pipeline}`, DEPLOY);
}

function alarms({ confirmed, pending }: { confirmed: number; pending: number }): Saying {
  if (confirmed > 0) return ok(`${confirmed === 1 ? 'one receiver' : `${confirmed} receivers`} confirmed`);
  if (pending > 0)
    return missing(
      'no receiver has confirmed',
      'Follow the link in the email that SNS sent to the receiver of alarms',
    );
  return missing(
    'no one gets them',
    'Add alarmEmails to the settings, deploy, and confirm the email that SNS sends',
  );
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
