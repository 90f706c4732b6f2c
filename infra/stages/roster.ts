import type { IEventBus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { EventKind } from '../../functions/aws/event-bus.ts';
import { UPLOADS } from '../inbox-bucket.ts';
import { PipelineFunction } from '../pipeline-function.ts';
import { WorkQueue } from '../work-queue.ts';
import type { StageProps } from './stage.ts';

/** Rosters and updates in: a new version with its report, activated when clean or by the clerk. */
export class Roster extends Construct {
  readonly activateRoster: PipelineFunction;
  readonly queue: WorkQueue;
  readonly indexQueue: WorkQueue;

  constructor(scope: Construct, id: string, { launch, data, alarms }: StageProps) {
    super(scope, id);
    const ingestRoster = new PipelineFunction(this, 'IngestRoster', {
      launch,
      alarms,
      entry: 'functions/ingest-roster/ingest-roster.lambda.ts',
      does: 'Reads an uploaded roster or update into a new version and reports on it.',
      impact: 'An uploaded roster or update is not in force: emails go by the earlier list and link status.',
      timeoutSeconds: 15 * 60,
      memoryMegabytes: 1769,
    });
    data.inbox.grantReadUploads(ingestRoster, UPLOADS.roster, UPLOADS.update);
    data.inbox.grantWriteReports(ingestRoster);
    data.rosterTable.grantReadAnd(ingestRoster, 'put', 'update', 'batch');
    // A million rows make much short-lived garbage: small young generations keep it from piling up (bench/roster.md).
    ingestRoster.addEnvironment('NODE_OPTIONS', '--enable-source-maps --max-semi-space-size=4');
    data.launchTable.grantReadAnd(ingestRoster, 'put');
    data.bus.grantPublish(ingestRoster);

    this.queue = new WorkQueue(this, 'RosterInboxQueue', {
      alarms,
      consumer: ingestRoster,
      impact:
        'A roster or update was tried five times and given up: the earlier roster stays in force, and no report says so.',
    });
    this.queue.takeEvents(
      'Rosters and updates uploaded',
      data.inbox.uploadedUnder(UPLOADS.roster, UPLOADS.update),
    );

    this.activateRoster = new PipelineFunction(this, 'ActivateRoster', {
      launch,
      alarms,
      entry: 'functions/commands/activate-roster.lambda.ts',
      does: 'Puts a roster version in force, or refuses it. Invoked by a person.',
      impact: "The clerk's decision on a held roster was not taken over: the earlier roster stays in force.",
      timeoutSeconds: 60,
    });
    data.rosterTable.grantRead(this.activateRoster);
    data.launchTable.grantReadAnd(this.activateRoster, 'put');
    data.bus.grantPublish(this.activateRoster);

    this.indexQueue = this.index({ launch, data, alarms });
  }

  /** Versions become searchable, and are counted, once they stand. */
  private index({ launch, data, alarms }: StageProps): WorkQueue {
    const indexRoster = new PipelineFunction(this, 'IndexRoster', {
      launch,
      alarms,
      entry: 'functions/index-roster/index-roster.lambda.ts',
      does: 'Makes a roster version searchable, and counts its filers by state.',
      impact:
        "Searching filers in the console is slow, and its counts by state are missing or a former plan's. No email depends on it.",
      timeoutSeconds: 15 * 60,
      memoryMegabytes: 1769,
    });
    data.launchTable.grantRead(indexRoster);
    data.rosterTable.grantReadAnd(indexRoster, 'put');
    data.inbox.grantWriteSearch(indexRoster);
    const queue = new WorkQueue(this, 'IndexRosterQueue', {
      alarms,
      consumer: indexRoster,
      impact:
        'A roster version stays without search index or counts: searching filers is slow, and coming phases show no forecast.',
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
}
