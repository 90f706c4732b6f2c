import { Construct } from 'constructs';
import { campaign } from '#campaign';
import { UPLOADS } from '../../functions/domain/upload.ts';
import { ENV } from '../../functions/lib/env.ts';
import { PipelineFunction } from '../pipeline-function.ts';
import { WorkQueue } from '../work-queue.ts';
import type { StageProps } from './stage.ts';

/** An uploaded roster or update becomes a new version with a report, activated when clean or by the clerk. */
export class IngestRoster extends Construct {
  readonly activateRoster: PipelineFunction;
  readonly queue: WorkQueue;

  constructor(scope: Construct, id: string, { launch, data, alarms }: StageProps) {
    super(scope, id);
    const ingestRoster = new PipelineFunction(this, 'IngestRoster', {
      launch,
      alarms,
      entry: 'functions/ingest-roster/ingest-roster.lambda.ts',
      does: 'Reads an uploaded roster or update into a new version and reports on it.',
      impact: `An uploaded roster or update is not active: emails use the earlier list and ${campaign.progress.label}.`,
      timeoutSeconds: 15 * 60,
      memoryMegabytes: 1769,
      makesMuchGarbage: true,
    });
    data.inbox.grantReadUploads(ingestRoster, UPLOADS.roster, UPLOADS.update);
    data.inbox.grantWriteLongReports(ingestRoster);
    data.rosterTable.grant(ingestRoster, 'get', 'getMany', 'query', 'put', 'update', 'batch');
    data.launchTable.grant(ingestRoster, 'get', 'put');
    data.audit.grantAdd(ingestRoster);
    data.bus.grantPublish(ingestRoster);

    this.queue = new WorkQueue(this, 'RosterInboxQueue', {
      alarms,
      consumer: ingestRoster,
      impact:
        'A roster or update failed five times: the earlier roster stays active, and no ' + 'report says so.',
    });
    this.queue.takeEvents(
      'Rosters and updates uploaded',
      data.inbox.uploadedUnder(UPLOADS.roster, UPLOADS.update),
    );

    this.activateRoster = new PipelineFunction(this, 'ActivateRoster', {
      launch,
      alarms,
      entry: 'functions/commands/activate-roster.lambda.ts',
      does: 'Activates or rejects a roster version, or has its file read again. Invoked by people.',
      impact: "The clerk's decision on a held roster was not carried out: the earlier roster stays active.",
      timeoutSeconds: 60,
    });
    data.rosterTable.grant(this.activateRoster, 'get');
    data.launchTable.grant(this.activateRoster, 'get', 'put');
    data.audit.grantRecord(this.activateRoster);
    data.bus.grantPublish(this.activateRoster);
    this.grantRead(this.activateRoster);
    data.inbox.grantLook(this.activateRoster);
  }

  /** May queue a file to be read, again or because its event never came. */
  grantRead(fn: PipelineFunction): void {
    this.queue.grantSend(fn, ENV.rosterInboxQueue);
  }
}
