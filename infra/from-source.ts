import { Stack } from 'aws-cdk-lib';
import type { IRuleRef, IRuleTarget } from 'aws-cdk-lib/aws-events';
import { type Conditions, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';

/**
 * The conditions under which a service of AWS may use a resource of ours: on behalf of this source, in this account.
 * Without them the service could be made to do it for a resource of another account.
 * @param sourceArn May hold `*`.
 */
export function fromSource(scope: IConstruct, sourceArn: string): Conditions {
  return {
    ArnLike: { 'aws:SourceArn': sourceArn },
    StringEquals: { 'aws:SourceAccount': Stack.of(scope).account },
  };
}

/** Has a rule send its events to a queue, and those that it can't send to the dead letters. */
export function queueTarget(queue: IQueue, deadLetters: IQueue): IRuleTarget {
  return {
    bind: (rule) => {
      for (const one of [queue, deadLetters]) allowRule(rule, one);
      return { arn: queue.queueArn, deadLetterConfig: { arn: deadLetters.queueArn }, targetResource: queue };
    },
  };
}

/** Has a rule send what its target doesn't take to dead letters. */
export function withDeadLetters(target: IRuleTarget, deadLetters: IQueue): IRuleTarget {
  return {
    bind: (rule, id) => {
      allowRule(rule, deadLetters);
      return { ...target.bind(rule, id), deadLetterConfig: { arn: deadLetters.queueArn } };
    },
  };
}

function allowRule({ ruleRef }: IRuleRef, queue: IQueue): void {
  queue.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('events.amazonaws.com')],
      actions: ['sqs:SendMessage'],
      resources: [queue.queueArn],
      conditions: fromSource(queue, ruleRef.ruleArn),
    }),
  );
}
