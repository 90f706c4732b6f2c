import { Construct } from 'constructs';
import { UPLOADS } from '../../functions/domain/upload.ts';
import { ENV } from '../../functions/lib/env.ts';
import { PipelineFunction } from '../pipeline-function.ts';
import { WorkQueue } from '../work-queue.ts';
import type { StageProps } from './stage.ts';

/** An uploaded `launch.json` becomes the plan, and each of its phases gets a schedule. */
export class PlanLaunch extends Construct {
  readonly planLaunch: PipelineFunction;
  readonly queue: WorkQueue;

  constructor(scope: Construct, id: string, { launch, data, alarms }: StageProps) {
    super(scope, id);
    this.planLaunch = new PipelineFunction(this, 'PlanLaunch', {
      launch,
      alarms,
      entry: 'functions/plan-launch/plan-launch.lambda.ts',
      does: 'Reads an uploaded launch plan and moves the schedules of its phases.',
      impact: 'An uploaded launch plan is not active: the earlier plan still decides what is sent.',
      timeoutSeconds: 120,
      // When a date moves, the log of every run is read for filers who were told the earlier one.
      memoryMegabytes: 1769,
    });
    data.inbox.grantReadUploads(this.planLaunch, UPLOADS.launch);
    data.inbox.grantWriteReports(this.planLaunch);
    // A plan that was accepted is not refused afterward.
    data.inbox.grantReadReports(this.planLaunch);
    data.launchTable.grant(this.planLaunch, 'get', 'query', 'put', 'update');
    data.deliveryTable.grant(this.planLaunch, 'get', 'query', 'update');
    data.audit.grantAdd(this.planLaunch);
    // For a moved date: which filers were told another one.
    data.sendLogTable.grant(this.planLaunch, 'query');
    data.bus.grantPublish(this.planLaunch);

    this.queue = new WorkQueue(this, 'LaunchInboxQueue', {
      alarms,
      consumer: this.planLaunch,
      impact: 'A launch plan failed five times: the earlier plan stays active, and no report says so.',
    });
    this.queue.takeEvents('Launch plans uploaded', data.inbox.uploadedUnder(UPLOADS.launch));
  }

  /** May queue a plan to be read whose event never came. */
  grantRead(fn: PipelineFunction): void {
    this.queue.grantSend(fn, ENV.launchInboxQueue);
  }
}
