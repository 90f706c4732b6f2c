import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { ENV } from '../../functions/lib/env.ts';
import { PipelineFunction } from '../pipeline-function.ts';
import type { WorkQueue } from '../work-queue.ts';
import type { StageProps } from './stage.ts';

export interface OpsProps extends StageProps {
  /** Every queue whose dead letters a person may put back, by its dead letters' name. */
  readonly queues: readonly WorkQueue[];
}

/** What people do by hand: hold, lift, retry, put dead letters back; and what they ask. */
export class Ops extends Construct {
  readonly act: PipelineFunction;

  constructor(scope: Construct, id: string, { launch, data, alarms, queues }: OpsProps) {
    super(scope, id);
    this.act = new PipelineFunction(this, 'Act', {
      launch,
      alarms,
      entry: 'functions/commands/command.lambda.ts',
      does: 'Does and records what a person decides about running phases. Invoked by that person.',
      impact: "A person's hold, lift or retry was not carried out, or a question not answered.",
      timeoutSeconds: 5 * 60,
      memoryMegabytes: 1769,
    });
    data.launchTable.grantReadAnd(this.act, 'put');
    data.rosterTable.grantRead(this.act);
    data.deliveryTable.grantReadAnd(this.act, 'put', 'update');
    data.sendLogTable.grantRead(this.act);
    // Taking somebody off the list is one more item, and the old one put again.
    data.suppressionTable.grantReadAnd(this.act, 'put');
    grantRedrive(this.act, queues);
  }
}

/** May put the dead letters of these queues back. */
export function grantRedrive(fn: PipelineFunction, queues: readonly WorkQueue[]): void {
  const pairs = queues.map(({ queue, deadLetters }) => ({
    name: deadLetters.node.id,
    from: deadLetters.queueUrl,
    to: queue.queueUrl,
  }));
  fn.addEnvironment(ENV.deadLetters, Stack.of(fn).toJsonString(pairs));
  fn.addToRolePolicy(
    new PolicyStatement({
      actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage'],
      resources: queues.map(({ deadLetters }) => deadLetters.queueArn),
    }),
  );
  fn.addToRolePolicy(
    new PolicyStatement({
      actions: ['sqs:SendMessage'],
      resources: queues.map(({ queue }) => queue.queueArn),
    }),
  );
}
