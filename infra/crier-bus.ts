import { EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { ENV } from '../functions/lib/env.ts';
import { named } from './named.ts';
import type { PipelineFunction } from './pipeline-function.ts';

/** The bus of Crier's own events, for anyone's rules to subscribe to. */
export class CrierBus extends Construct {
  readonly bus: EventBus;

  constructor(scope: Construct, id: string, { launch }: { launch: string }) {
    super(scope, id);
    this.bus = new EventBus(this, 'Bus', { eventBusName: `crier-${launch}` });
    named(this.bus, id);
  }

  /** May publish events. */
  grantPublish(fn: PipelineFunction): void {
    fn.addEnvironment(ENV.eventBus, this.bus.eventBusName);
    fn.addToRolePolicy(
      new PolicyStatement({ actions: ['events:PutEvents'], resources: [this.bus.eventBusArn] }),
    );
  }
}
