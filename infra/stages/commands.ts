import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { INDEXES } from '../../functions/aws/log-keys.ts';
import { ENV } from '../../functions/lib/env.ts';
import { PipelineFunction } from '../pipeline-function.ts';
import { addQueueAddress, type WorkQueue } from '../work-queue.ts';
import type { StageProps } from './stage.ts';

/** What the stage of people's commands is built with. */
export interface CommandsProps extends StageProps {
  /** Every queue whose dead letters a person may put back, by its dead letters' name. */
  readonly queues: readonly WorkQueue[];
}

/** Carries out what people do by `npm run ops`: hold, lift, retry, redrive dead letters; and answers what they ask. */
export class Commands extends Construct {
  readonly command: PipelineFunction;

  constructor(scope: Construct, id: string, { launch, data, alarms, queues }: CommandsProps) {
    super(scope, id);
    this.command = new PipelineFunction(this, 'Act', {
      launch,
      alarms,
      entry: 'functions/commands/command.lambda.ts',
      does: 'Carries out and records commands about running phases. Invoked by people.',
      impact: 'A pause, resume or retry was not carried out, or a query was not answered.',
      timeoutSeconds: 5 * 60,
      memoryMegabytes: 1769,
    });
    data.launchTable.grant(this.command, 'get', 'query', 'put');
    data.audit.grantAdd(this.command);
    data.audit.grantRead(this.command);
    data.rosterTable.grant(this.command, 'get', 'getMany', 'query');
    data.deliveryTable.grant(this.command, 'get', 'getMany', 'query', 'put', 'update');
    data.sendLogTable.grant(this.command, 'query');
    data.sendLogTable.grantIndex(this.command, INDEXES.attention);
    // Taking an address off the list puts two items: the act, and the entry with its end.
    data.suppressionTable.grant(this.command, 'get', 'getMany', 'put');
    grantRedrive(this.command, queues);
  }
}

/** May redrive these queues' dead letters: count, receive, send to the queue that they came from, delete. */
export function grantRedrive(fn: PipelineFunction, queues: readonly WorkQueue[]): void {
  addQueueAddress(fn);
  setDeadLetters(fn, queues);
  fn.addToRolePolicy(
    new PolicyStatement({
      actions: ['sqs:GetQueueAttributes', 'sqs:ReceiveMessage', 'sqs:DeleteMessage'],
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

/** May count these queues' dead letters. */
export function grantCountDeadLetters(fn: PipelineFunction, queues: readonly WorkQueue[]): void {
  addQueueAddress(fn);
  setDeadLetters(fn, queues);
  fn.addToRolePolicy(
    new PolicyStatement({
      actions: ['sqs:GetQueueAttributes'],
      resources: queues.map(({ deadLetters }) => deadLetters.queueArn),
    }),
  );
}

function setDeadLetters(fn: PipelineFunction, queues: readonly WorkQueue[]): void {
  const ids = queues.map(({ node, deadLetters }) => [deadLetters.node.id, node.id]);
  fn.addEnvironment(ENV.deadLetters, JSON.stringify(Object.fromEntries(ids)));
}
