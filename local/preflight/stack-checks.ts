import { dateWords } from '../../functions/lib/court-time.ts';
import type { AccountFacts, AlarmReceivers, Asked, DeployedStacks, Finding, LaunchFacts } from './facts.ts';
import { finding, later, missing, ok, type Saying } from './finding.ts';
import { schedules } from './schedule-check.ts';
import { version } from './version-check.ts';

const STABLE = /^(CREATE|UPDATE|IMPORT)_COMPLETE$/;
const DEPLOY = 'npx cdk deploy --all, with the settings of this launch';

/** Whether the stacks are those of this launch and this checkout, and people hear of alarms and reach the console. */
export function stackChecks(facts: AccountFacts, launch: LaunchFacts): Finding[] {
  const { stacks } = facts;
  /** What can be asked only of stacks that are there. */
  const deployed = <Value>(about: string, asked: Asked<Value>, say: (value: Value) => Saying): Finding =>
    stacks.known && stacks.value.pipeline === null
      ? { about, ...later('nothing is deployed yet') }
      : finding(about, asked, say);
  return [
    finding('Stacks', stacks, stacksSaying),
    deployed('Version', facts.templates, (templates) => version(templates, launch)),
    suppressionFinding(facts, deployed),
    deployed('Alarms', facts.alarmReceivers, (receivers) => alarms(receivers, launch)),
    deployed('Schedules', facts.schedules, (found) =>
      schedules(found, { launch, startPhase: stacks.known ? stacks.value.startPhase : null }),
    ),
    deployed('Console', facts.consoleStatus, consoleSaying),
  ];
}

function stacksSaying({ data, pipeline, deployedAt }: DeployedStacks): Saying {
  if (!pipeline) return later('nothing is deployed yet', DEPLOY);
  if (data && STABLE.test(data) && STABLE.test(pipeline))
    return ok(`deployed${deployedAt ? ` on ${dateWords(deployedAt.slice(0, 10))}` : ''}`);
  return missing(`data is ${data ?? 'missing'}, pipeline is ${pipeline}`, DEPLOY);
}

/** The launch's configuration set says it; only where it says nothing, the account does. */
function suppressionFinding(
  { account, setSuppressed }: AccountFacts,
  deployed: <Value>(about: string, asked: Asked<Value>, say: (value: Value) => Saying) => Finding,
): Finding {
  const about = 'Suppression';
  if (setSuppressed.known && setSuppressed.value?.reasons === null)
    return deployed(about, account, ({ suppressed }) => suppression(suppressed));
  return deployed(about, setSuppressed, (set) =>
    set
      ? suppression(set.reasons!)
      : missing('SES doesn’t have the configuration set of this launch', DEPLOY),
  );
}

function suppression(reasons: readonly string[]): Saying {
  if (['BOUNCE', 'COMPLAINT'].every((reason) => reasons.includes(reason)))
    return ok('SES no longer sends to addresses that bounced or complained');
  return missing('SES doesn’t stop emails to addresses that bounced or complained', DEPLOY);
}

const CONFIRM = 'Follow the link in the email that SNS sent to each';

/** Each address of the settings, or anyone where they name none. */
function alarms({ confirmed, pending }: AlarmReceivers, { settings }: LaunchFacts): Saying {
  const wanted = settings?.alarmEmails ?? [];
  const addresses = new Set(confirmed.map((endpoint) => endpoint.toLowerCase()));
  const waiting = wanted.filter((address) => !addresses.has(address.toLowerCase()));
  if (waiting.length > 0)
    return missing(`${waiting.length} of ${wanted.length} alarmEmails have not confirmed`, CONFIRM);
  if (confirmed.length > 0)
    return ok(`${confirmed.length === 1 ? 'one recipient' : `${confirmed.length} recipients`} confirmed`);
  if (pending > 0) return missing('no recipient has confirmed', CONFIRM);
  return missing(
    'no one receives them',
    'Add alarmEmails to the settings, deploy, and confirm the email that SNS sends',
  );
}

function consoleSaying(status: number): Saying {
  if (status < 400) return ok('it responds');
  return missing(`it responds with HTTP ${status}`, 'docs/runbook.md, "Console fails"');
}
