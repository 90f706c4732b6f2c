import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { EventKind } from '../../functions/aws/event-bus.ts';
import { PipelineFunction } from '../pipeline-function.ts';
import { WorkQueue } from '../work-queue.ts';
import type { IngestRoster } from './ingest-roster.ts';
import type { StageProps } from './stage.ts';

/**
 * Each new roster version gets a search index, and its filers are counted by state; a new plan counts them again.
 * @param scope Part of the ingest stage since before it had a file of its own: its logical ids say so.
 */
export function indexRoster(scope: IngestRoster, { launch, data, alarms }: StageProps): WorkQueue {
  const indexRoster = new PipelineFunction(scope, 'IndexRoster', {
    launch,
    alarms,
    entry: 'functions/index-roster/index-roster.lambda.ts',
    does: 'Makes a roster version searchable, counts its filers by state, and lists who needs a call.',
    impact:
      'Searching filers in the console is slow, its phone list is missing, and its counts by state are missing or from an earlier plan. ' +
      'No email depends on it.',
    timeoutSeconds: 15 * 60,
    memoryMegabytes: 1769,
  });
  data.launchTable.grant(indexRoster, 'get');
  data.rosterTable.grant(indexRoster, 'get', 'query', 'put');
  data.suppressionTable.grant(indexRoster, 'get', 'scan');
  data.inbox.grantWriteSearch(indexRoster);
  const queue = new WorkQueue(scope, 'IndexRosterQueue', {
    alarms,
    consumer: indexRoster,
    impact:
      'A roster version has no search index or counts: searching filers is slow, and upcoming phases ' +
      'show no forecast.',
  });
  const kinds: EventKind[] = ['RosterIngested', 'RosterHeld', 'LaunchPlanned'];
  queue.takeEvents(
    'Roster versions to index, plans to count them by',
    { source: ['crier'], detailType: kinds },
    // The types differ in an optional member only.
    data.bus.bus as IEventBus,
  );
  return queue;
}
