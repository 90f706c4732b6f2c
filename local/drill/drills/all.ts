import type { Template } from '../../cloud/template/template.ts';
import type { Drill } from '../cause.ts';
import { circlingSenders } from './circles.ts';
import { newBuild } from './deployment.ts';
import { failingConsole, failingSweep, guessedSessions, hangingFunctions } from './functions.ts';
import { failingMessages, failingSenders, unknownFeedback } from './messages.ts';
import { failingStart, refusedPhase, silentTicks, undeliveredEvents } from './schedules.ts';
import { pausedAccount, tooLittleQuota, usedQuota } from './sending.ts';

/** Every drill, in the order in which they run: each phase of the drills' plan comes once. */
export function allDrills(template: Template): Drill[] {
  return [
    pausedAccount,
    newBuild,
    failingSenders,
    failingStart,
    refusedPhase,
    usedQuota,
    tooLittleQuota,
    circlingSenders,
    unknownFeedback,
    failingMessages,
    undeliveredEvents(template),
    silentTicks,
    failingSweep,
    failingConsole,
    guessedSessions,
    hangingFunctions(template),
  ];
}
