import type { Template } from '../../cloud/template/template.ts';
import type { Drill } from '../cause.ts';
import { rosterWithout } from '../launch.ts';

const INVOKE = 'lambda:InvokeFunction';

/** The schedules of sweep, erasure and notices to staff lost the right to call their functions. */
export const silentTicks: Drill = {
  cause: 'Scheduler may not call the sweep, Erase and NotifyStaff',
  fires: [
    'The sweep schedule failed',
    'Sweep is silent',
    'The erasure schedule failed',
    'The staff notice schedule failed',
  ],
  bringAbout: async ({ faults, wait }) => {
    const ticks = ['SweepSchedule', 'EraseSchedule', 'StaffSchedule'];
    faults.refused = ({ by, action }) => action === INVOKE && ticks.some((id) => by.endsWith(id));
    await wait(65);
  },
};

/** A phase's own schedule can't call StartPhase. The sweep starts it instead. */
export const refusedPhase: Drill = {
  cause: 'Scheduler may not start a phase',
  fires: ['A phase schedule failed', 'Events are not delivered (schedules of phases)'],
  bringAbout: async ({ faults, nextPhase, wait }) => {
    faults.refused = ({ by, action }) => action === INVOKE && by.startsWith('drill-');
    await nextPhase();
    await wait(5);
  },
};

/** StartPhase fails at a phase's time and at both of Lambda's retries. */
export const failingStart: Drill = {
  cause: 'DynamoDB refuses StartPhase three times',
  fires: ['StartPhase fails', 'A phase schedule failed'],
  bringAbout: async ({ faults, nextPhase, wait }) => {
    faults.refused = ({ by, action }) => by === 'StartPhase' && action.startsWith('dynamodb:');
    await nextPhase();
    await wait(10);
  },
};

/** No rule may send to its target, each with an event to deliver. */
export function undeliveredEvents(template: Template): Drill {
  const rules = template.ofType('AWS::Events::Rule').map(({ id }) => id);
  const others = rules.filter((id) => !/^(Launch|Roster)\w+InboxQueueRule/.test(id));
  return {
    cause: 'EventBridge may not send to the targets of any rule',
    fires: [...new Set(template.ofType('AWS::CloudWatch::Alarm').map(({ name }) => name))]
      .filter((name) => name.includes('Events are not delivered (rule of '))
      .map((name) => name.slice(name.indexOf(': ') + 2))
      .concat('A notice was not delivered'),
    bringAbout: async ({ cloud, faults, sendUnknown, wait }) => {
      const refuse = (ids: readonly string[]) => {
        faults.refused = ({ by, resource }) => ids.includes(by) && !resource.endsWith('DeadLetters');
      };
      refuse(others);
      // Both are taken, and their outcomes are events of Crier's own.
      await cloud.put('inbox/launch/wrong.json', '{}');
      await cloud.put('inbox/roster/third.csv', rosterWithout(3));
      await cloud.settle();
      refuse(rules);
      await cloud.put('inbox/launch/undelivered.json', '{}');
      await cloud.put('inbox/roster/undelivered.csv', rosterWithout(4));
      await cloud.put('inbox/elsewhere/notes.txt', 'notes');
      await sendUnknown('success@simulator.amazonses.com');
      await wait(10);
    },
  };
}
