import { relative } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import { EXAMPLE } from '../../examples/example.ts';
import { courtTime, zoneWords } from '../../functions/lib/court-time.ts';
import type { Cloud } from '../cloud/cloud.ts';
import type { Failure } from '../cloud/journal.ts';
import type { LogLine } from '../cloud/lambda/functions.ts';
import { shellWord } from '../lib/hints.ts';

/** Which of the two that a launch needs are active. */
export interface ActiveInputs {
  readonly plan: boolean;
  readonly roster: boolean;
}

/** A cloud as far as its addresses are shown. */
type Addressed = Pick<Cloud, 'endpoints' | 'console' | 'signIn' | 'bucket' | 'pageKey'>;

/** What `npm start` says first: the addresses, and what to do next. */
export function welcome(
  cloud: Addressed & Pick<Cloud, 'clock'>,
  started: {
    launch: string;
    /** Page of the clock; `null` where it can't be moved. */
    clock: string | null;
    /** Whether the example begins here, before its first phase. */
    isFirst: boolean;
    active: ActiveInputs;
    dataDir: string;
    /** `undefined`: the example's; `null`: there is none yet. */
    planFile: string | null | undefined;
    zone: string;
  },
): string {
  const { launch, clock, dataDir, planFile, zone } = started;
  return [
    '',
    `Crier is running on this machine: launch ${launch}, clock at ${courtTime(cloud.clock.now().toString(), zone)}.`,
    `Times below are in ${zoneWords(zone)}.`,
    'No real email is sent.',
    `Data is kept in ${relative('.', dataDir) || '.'} for the next start; --fresh starts over.`,
    '',
    'Open Crier with this link. It contains this session’s key, so every page will work in that browser:',
    '',
    `  ${cloud.pageKey.linkTo(cloud.console)}`,
    '',
    ...addresses(cloud, clock),
    '',
    ...nextSteps(started),
    ...(planFile === undefined && !clock
      ? [
          'The example is in the past, so by today’s clock all of its phases have passed. To see it send, start without',
          '--live and with --fresh.',
        ]
      : []),
    '',
    'Press Ctrl-C to stop.',
    '',
  ].join('\n');
}

function addresses({ endpoints, console, signIn, bucket }: Addressed, clock: string | null): string[] {
  return aligned([
    ['Console', console],
    ...(clock ? ([['The clock', clock]] as const) : []),
    ['Sign-in', signIn],
    ['Inbox page', `${endpoints.SES}/inbox`],
    ['SES', endpoints.SES],
    ['S3, SQS', `${endpoints.S3}   bucket ${bucket}`],
    ['DynamoDB', endpoints.DYNAMODB],
    ['EventBridge', endpoints.EVENTBRIDGE],
    ['Scheduler', endpoints.SCHEDULER],
    ['Lambda', endpoints.LAMBDA],
    ['Cognito', endpoints.COGNITO_IDENTITY_PROVIDER],
  ]);
}

function nextSteps({
  clock,
  isFirst,
  active,
  planFile,
}: {
  clock: string | null;
  isFirst: boolean;
  active: ActiveInputs;
  planFile: string | null | undefined;
}): string[] {
  const signIn = 'where a clerk, an approver, an operations user and a viewer are';
  if (active.plan && active.roster) {
    const next = isFirst ? 'starts the first phase' : 'moves to the next event';
    return [
      `Plan and roster${isFirst ? ' of the example' : ''} are active. Open the console, ${signIn}`,
      ...(clock
        ? [`ready to sign in, and the clock: its button “Go to the next event” ${next}. The inbox page shows`]
        : ['ready to sign in. Emails are sent at the plan’s times. The inbox page shows']),
      'every email.',
    ];
  }
  if (planFile === null) {
    return [
      `${active.plan ? 'The launch plan is active.' : 'The launch is empty.'} Open the console, ${signIn}`,
      active.plan
        ? 'ready to sign in, and upload the roster there. The inbox page shows every email.'
        : 'ready to sign in. Create the launch plan there, then upload the roster. The inbox page shows every email.',
    ];
  }
  const plan = planFile ?? `${EXAMPLE}/launch.json`;
  const roster = planFile === undefined ? `${EXAMPLE}/roster.csv` : 'ROSTER';
  return [
    ...(active.plan ? ['The launch plan is active.'] : []),
    ...(active.roster ? ['A roster is active.'] : []),
    'What to do next, in another terminal:',
    ...aligned([
      ...(active.plan ? [] : ([[`npm run upload -- ${shellWord(plan)}`, 'the launch plan']] as const)),
      ...(active.roster ? [] : ([[`npm run upload -- ${roster}`, 'the roster']] as const)),
    ]),
    `Then open the console, ${signIn} ready to sign in, and the inbox page:`,
    'emails are sent at the plan’s times.',
  ];
}

function aligned(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
}

/** Whether a log line comes by the hundred and says that all is well. */
export function isRoutine({ code, fields }: LogLine): boolean {
  return code === 'feedback' && (fields.kind === 'send' || fields.kind === 'delivered');
}

/** A line for what a function logged, at the court's time: `13:00:00  StartPhase      phase-started  phase=notice-1` */
export function logLine({ at, functionId, level, code, fields }: LogLine, zone: string): string {
  const values = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
  const mark = level === 'ERROR' ? '! ' : '';
  return `${timeOf(at, zone)}  ${functionId.padEnd(14)}  ${mark}${code}  ${values.join(' ')}`.trimEnd();
}

/** A line for what a topic would tell people. */
export function noticeLine(text: string): string {
  return `          Notice:         ${text}`;
}

/** A line for something that went wrong, at the court's time. */
export function failureLine({ at, where, what }: Failure, zone: string): string {
  return `${timeOf(at, zone)}  ${where.padEnd(14)}  ! ${what}`;
}

function timeOf(at: Temporal.Instant, zone: string): string {
  return at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'second' });
}
