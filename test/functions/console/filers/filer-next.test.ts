import { describe, expect, it } from 'vitest';
import { type Ahead, nextEmail } from '../../../../functions/console/filers/filer-next.ts';
import type { Filer } from '../../../../functions/domain/filer/filer.ts';
import { stateOf } from '../../../../functions/domain/filer/rules.ts';
import { datesOf } from '../../../../functions/domain/plan/plan-version.ts';
import type { Run } from '../../../../functions/domain/run/run.ts';
import type { SendStatus } from '../../../../functions/domain/send/status.ts';
import type { Suppression } from '../../../../functions/domain/send/suppression.ts';
import type { PhaseState } from '../../../../functions/queries/phases/phase-state.ts';
import type { PhaseStatus } from '../../../../functions/queries/phases/phase-status.ts';
import type { SendLine } from '../../../../functions/queries/send-line.ts';
import { aFiler } from '../../../support/builders/filer.ts';
import { aPlan } from '../../../support/builders/plan.ts';

const GO_LIVE = '2018-10-22';
const DATES = datesOf(aPlan());
const OLD_DATES = datesOf(aPlan({ 'outages.filing.from': '2018-10-18T08:30' }));
const SUPPRESSION: Suppression = { reason: 'hard-bounce', detail: '', at: '', runId: 'r', filerId: 'f' };

function phase(
  id: string,
  kind: PhaseState['kind'],
  status: PhaseStatus = { kind: 'planned' },
  runId?: string,
): PhaseState {
  const run = runId ? ({ runId } as Run) : null;
  return { id, kind, status, currentRun: { run, after: [], runNumber: 1 } } as unknown as PhaseState;
}

function send(runId: string, status: SendStatus): SendLine {
  return { runId, status } as SendLine;
}

const NOTICE = phase('notice-2', 'notice');
const WARNING = phase('warning', 'pre-outage');
const FOLLOW_UP = phase('follow-up-1', 'follow-up');
const LINKED: Partial<Filer> = { linkStatus: 'linked', linkAsOf: '2018-10-23' };

interface Case {
  readonly facts?: Partial<Filer> | null;
  readonly phases: readonly PhaseState[];
  readonly sends?: readonly SendLine[];
  readonly runs?: readonly Run[];
  readonly suppression?: Suppression;
}

function next({ facts = {}, phases, sends = [], runs = [], suppression }: Case): string {
  const filer = facts && aFiler(facts);
  const state = filer && stateOf(filer, GO_LIVE);
  const ahead: Ahead = { phases, runs, dates: DATES };
  const answer = nextEmail({ filer, state, suppression: suppression ?? null, sends }, ahead);
  return answer.comes ? answer.phase.id : answer.why;
}

describe('nextEmail', () => {
  const cases: [name: string, given: Case, expected: string][] = [
    ['the first phase ahead', { phases: [NOTICE, WARNING] }, 'notice-2'],
    [
      'not one that has run',
      { phases: [phase('a', 'notice', { kind: 'complete' }, 'a_1'), WARNING] },
      'warning',
    ],
    [
      'not one that was missed',
      { phases: [phase('a', 'notice', { kind: 'missed', reason: 'missed' }), WARNING] },
      'warning',
    ],
    [
      'one that waits for a person',
      { phases: [phase('a', 'notice', { kind: 'waiting', reason: 'needs-release' }), WARNING] },
      'a',
    ],
    [
      'one under way that has not come to them',
      { phases: [phase('a', 'notice', { kind: 'sending' }, 'a_1'), WARNING] },
      'a',
    ],
    [
      'the one after a run that has',
      { phases: [phase('a', 'notice', { kind: 'sending' }, 'a_1'), WARNING], sends: [send('a_1', 'sent')] },
      'warning',
    ],
    ['the warning, for who has linked', { facts: LINKED, phases: [NOTICE, WARNING] }, 'warning'],
    [
      'the change of dates, for who was told others',
      {
        phases: [phase('date-change', 'date-change', { kind: 'waiting', reason: 'needs-release' }), NOTICE],
        sends: [send('n_1', 'bounced'), send('n_0', 'delivered')],
        runs: [{ runId: 'n_0', dates: OLD_DATES } as Run],
      },
      'date-change',
    ],
    [
      'no change of dates for who was told these',
      {
        phases: [phase('date-change', 'date-change', { kind: 'waiting', reason: 'needs-release' }), NOTICE],
        sends: [send('n_0', 'delivered')],
        runs: [{ runId: 'n_0', dates: DATES } as Run],
      },
      'notice-2',
    ],
  ];
  it.each(cases)('is %s', (_name, given, expected) => {
    expect(next(given)).toBe(expected);
  });

  const none: [given: Case, why: RegExp][] = [
    [{ facts: null, phases: [NOTICE] }, /^They are not on the active roster\.$/],
    [{ phases: [] }, /^No upcoming phases/],
    [{ phases: [NOTICE], suppression: SUPPRESSION }, /^Emails to their address have been stopped/],
    [{ facts: { email: null }, phases: [NOTICE] }, /^The roster has no usable address/],
    [{ facts: LINKED, phases: [FOLLOW_UP] }, /^They have linked/],
    [{ facts: { userType: 'judge' }, phases: [NOTICE] }, /^Judges and court staff/],
    [{ facts: { cmecfStatus: 'deceased' }, phases: [NOTICE] }, /^Their CM\/ECF account isn’t active/],
    [{ facts: { ...LINKED, linkAsOf: '2018-10-01' }, phases: [FOLLOW_UP] }, /^The roster is inconsistent/],
    [
      { facts: { linkStatus: 'pending', linkAsOf: '2018-10-23' }, phases: [FOLLOW_UP] },
      /^Their link is awaiting court approval/,
    ],
  ];
  it.each(none)('says why there is none: %#', (given, why) => {
    expect(next(given)).toMatch(why);
  });
});
