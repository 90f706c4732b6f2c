import { Construct } from 'constructs';
import { INDEXES } from '../../functions/aws/log-keys.ts';
import { ENV } from '../../functions/lib/env.ts';
import { PipelineFunction } from '../pipeline-function.ts';
import { WorkQueue } from '../work-queue.ts';
import type { StageProps } from './stage.ts';

/** Writes the send log as a table for spreadsheets when a person asks for it. */
export class ExportLog extends Construct {
  readonly queue: WorkQueue;

  constructor(scope: Construct, id: string, { launch, data, alarms }: StageProps) {
    super(scope, id);
    const exportLog = new PipelineFunction(this, 'ExportLog', {
      launch,
      alarms,
      entry: 'functions/export-log/export-log.lambda.ts',
      does: 'Writes an export of the send log.',
      impact: 'Someone is waiting for an export of the send log. No email depends on it.',
      timeoutSeconds: 15 * 60,
      memoryMegabytes: 1769,
    });
    data.launchTable.grant(exportLog, 'get');
    data.rosterTable.grant(exportLog, 'getMany');
    data.deliveryTable.grant(exportLog, 'get', 'getMany', 'query');
    data.sendLogTable.grant(exportLog, 'query');
    data.sendLogTable.grantIndex(exportLog, INDEXES.rare);
    data.searchTable.grant(exportLog, 'get');
    data.inbox.grantSearch(exportLog);
    data.inbox.grantWriteExports(exportLog);
    this.queue = new WorkQueue(this, 'ExportQueue', {
      alarms,
      consumer: exportLog,
      impact: 'An export of the send log failed five times.',
    });
  }

  /** May queue requests for exports. */
  grantAsk(fn: PipelineFunction): void {
    this.queue.grantSend(fn, ENV.exportQueue);
  }
}
