import { Construct } from 'constructs';
import { PipelineFunction } from '../pipeline-function.ts';
import { WorkQueue } from '../work-queue.ts';
import type { StageProps } from './stage.ts';

/** An upload in none of the places for uploads is reported, and left where it is. */
export class ReportUnknown extends Construct {
  readonly queue: WorkQueue;

  constructor(scope: Construct, id: string, { launch, data, alarms }: StageProps) {
    super(scope, id);
    const reportUnknown = new PipelineFunction(this, 'ReportUnknown', {
      launch,
      alarms,
      entry: 'functions/ingest-roster/report-unknown.lambda.ts',
      does: 'Reports an upload that is in none of the folders for uploads.',
      impact:
        "Someone put a file in the wrong place and wasn't notified: they may believe that it is active.",
      timeoutSeconds: 30,
    });
    data.inbox.grantWriteReports(reportUnknown);
    data.bus.grantPublish(reportUnknown);

    this.queue = new WorkQueue(this, 'UnknownInboxQueue', {
      alarms,
      consumer: reportUnknown,
      impact:
        'A file in the wrong place was not reported: the person who put it there may believe that it is active.',
    });
    this.queue.takeEvents('Uploads in none of the known folders', data.inbox.uploadedElsewhere());
  }
}
