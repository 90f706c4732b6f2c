import { Temporal } from 'temporal-polyfill';
import { phasesOf } from '../../functions/domain/plan/phases.ts';
import { courtHour, courtTime, dateWords, zoneWords } from '../../functions/lib/court-time.ts';
import type { Finding, LaunchFacts } from './facts.ts';
import { missing, notChecked, ok, type Saying } from './finding.ts';
import { senderDomain } from './sender-checks.ts';

/** Whether the plan fits the settings, and its times the present. */
export function launchChecks(launch: LaunchFacts): Finding[] {
  return [
    { about: 'Name and sender', ...nameAndSender(launch) },
    { about: 'Stage', ...stage(launch) },
    { about: 'Times', ...times(launch) },
    { about: 'Time zone', ...clockZone(launch) },
  ];
}

const NO_SETTINGS = 'there is no settings file to compare with';
const NAME_SETTINGS = 'Write crier.settings.json, or name the file: --settings FILE';

/** A plan for another launch, or from another sender, would be refused when it is uploaded. */
function nameAndSender({ plan, settings }: LaunchFacts): Saying {
  if (!settings) return notChecked(NO_SETTINGS, NAME_SETTINGS);
  const of = { name: plan.name, sender: senderDomain(plan) };
  if (of.name === settings.name && of.sender === settings.sender)
    return ok(`${of.name} sends from ${of.sender}`);
  return missing(
    `the plan says ${of.name} from ${of.sender}, the settings say ${settings.name} from ${settings.sender}`,
    'Change name or court.sender in the plan, or name or sender in the settings',
  );
}

function stage({ settings }: LaunchFacts): Saying {
  if (!settings) return notChecked(NO_SETTINGS, NAME_SETTINGS);
  if (settings.stage === 'production') return ok('production: every filer gets emails');
  return ok('a test: only testRecipients get emails, marked [TEST]');
}

/** The upcoming phases. */
export function comingPhases({ plan, now }: Pick<LaunchFacts, 'plan' | 'now'>) {
  return phasesOf(plan).filter(({ at }) => Temporal.Instant.compare(at.toInstant(), now) > 0);
}

function times(launch: LaunchFacts): Saying {
  const { zone } = launch.plan.court;
  const [next] = comingPhases(launch);
  if (!next) return missing('there is no upcoming phase', 'Correct the dates of the plan, and upload it');
  return ok(`${next.id} is next, ${courtTime(next.at.toInstant(), zone)}`);
}

/** Only a person knows which clock the court lives by; this says what to compare with it. */
function clockZone({ plan, now }: LaunchFacts): Saying {
  const { zone } = plan.court;
  const here = Temporal.Instant.from(now).toZonedDateTimeISO(zone);
  const last = comingPhases({ plan, now }).at(-1)?.at;
  const change = here.getTimeZoneTransition('next');
  const isBetween = change && last && Temporal.ZonedDateTime.compare(change, last) < 0;
  const changes = isBetween
    ? `; clocks change on ${dateWords(change.toPlainDate().toString())}, before the last phase`
    : '';
  return ok(`${zoneWords(zone)}, where it is ${courtHour(now, zone)} now${changes}`);
}
