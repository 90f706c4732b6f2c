import { type EventBus, EventField, type IEventBus, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { EventKind } from '../../functions/aws/event-bus.ts';
import type { Alarms } from '../alarms.ts';
import { withDeadLetters } from '../from-source.ts';
import { DeadLetters } from '../work-queue.ts';

/** The events of what waits for a person: nothing continues until someone acts. */
export const WAITING: readonly EventKind[] = [
  'LaunchRefused',
  'LaunchPending',
  'RosterRefused',
  'RosterHeld',
  'RosterAwaited',
  'UploadUnknown',
  'PhaseHeld',
  'PhaseMissed',
  'SendsNeedAttention',
  'TestUndelivered',
];

/** Publishes what waits for a person to the alarms' topic, for the people who get the alarms. */
export class NotifyPeople extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { launch, bus, alarms }: { launch: string; bus: EventBus; alarms: Alarms },
  ) {
    super(scope, id);
    const text =
      `Crier ${launch}: ${EventField.detailType}. ${EventField.fromPath('$.detail')} ` +
      `What to do: ${alarms.runbook}#what-needs-attention`;
    const deadLetters = new DeadLetters(this, 'NoticeDeadLetters', {
      title: 'A notice was not delivered',
      impact: 'Something needs attention, and the people who get the alarms were not notified.',
      alarms,
    });
    const topic = new SnsTopic(alarms.topic, { message: RuleTargetInput.fromText(text) });
    new Rule(this, 'Rule', {
      description: 'What needs attention',
      // The types differ in an optional member only. The topic and its key trust the service without conditions: decision 0190.
      eventBus: bus as IEventBus,
      eventPattern: { source: ['crier'], detailType: [...WAITING] },
      targets: [withDeadLetters(topic, deadLetters)],
    });
  }
}
