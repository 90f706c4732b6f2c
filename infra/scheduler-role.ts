import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { named } from './named.ts';

/** Whose schedules may take the role, and what it allows. */
export interface SchedulerRoleProps {
  /** The group whose schedules may take the role. */
  readonly groupName: string;
  readonly invokes: IFunction;
  readonly deadLetters: IQueue;
}

/**
 * A role that EventBridge Scheduler takes for this account's schedules of one group only. Without these conditions a
 * schedule of another account could name the role.
 */
export function schedulerRole(scope: Construct, id: string, props: SchedulerRoleProps): Role {
  const stack = Stack.of(scope);
  const group = stack.formatArn({
    service: 'scheduler',
    resource: 'schedule-group',
    resourceName: props.groupName,
  });
  const role = new Role(scope, id, {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: {
        StringEquals: { 'aws:SourceAccount': stack.account },
        ArnEquals: { 'aws:SourceArn': group },
      },
    }),
  });
  named(role, id);
  role.addToPolicy(
    new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [props.invokes.functionArn] }),
  );
  role.addToPolicy(
    new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [props.deadLetters.queueArn] }),
  );
  return role;
}
