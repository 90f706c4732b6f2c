import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { ENV } from '../../functions/lib/env.ts';
import { PipelineFunction } from '../pipeline-function.ts';
import type { StaffPool } from '../staff-pool.ts';
import type { Console } from './console.ts';
import type { StageProps } from './stage.ts';

/** What it asks of the pool. It can't set a password, change an address, or make a group. */
const ACTIONS = [
  'ListUsers',
  'ListUsersInGroup',
  'AdminGetUser',
  'AdminCreateUser',
  'AdminDeleteUser',
  'AdminAddUserToGroup',
  'AdminRemoveUserFromGroup',
  'AdminDisableUser',
  'AdminEnableUser',
];

/** What the stage is built with. */
export type ManagePeopleProps = StageProps & { readonly staff: StaffPool; readonly web: Console };

/**
 * The console ─▶ accounts of the launch's user pool. A function of its own, so that the one that the internet reaches has no
 * power over accounts.
 */
export class ManagePeople extends Construct {
  readonly managePeople: PipelineFunction;

  constructor(scope: Construct, id: string, { launch, data, alarms, staff, web }: ManagePeopleProps) {
    super(scope, id);
    this.managePeople = new PipelineFunction(this, 'ManagePeople', {
      launch,
      alarms,
      entry: 'functions/commands/manage-people.lambda.ts',
      does: 'Shows and changes the accounts of people. Invoked by the console.',
      impact:
        'An account was not shown, or not changed to the end: someone may still have rights, or none yet.',
      // The console waits for it, and API Gateway for the console.
      timeoutSeconds: 25,
      memoryMegabytes: 1024,
    });
    this.managePeople.addEnvironment(ENV.userPool, staff.pool.userPoolId);
    this.managePeople.addEnvironment(ENV.signIn, Stack.of(this).toJsonString(web.signIn));
    this.managePeople.addToRolePolicy(
      new PolicyStatement({
        actions: ACTIONS.map((name) => `cognito-idp:${name}`),
        resources: [staff.pool.userPoolArn],
      }),
    );
    data.launchTable.grant(this.managePeople, 'get', 'put');
    data.sessionTable.grant(this.managePeople, 'get', 'query', 'delete');
    data.audit.grantAdd(this.managePeople);
    this.invokedBy(web.console);
  }

  private invokedBy(fn: PipelineFunction): void {
    fn.addEnvironment(ENV.managePeople, this.managePeople.functionName);
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: [this.managePeople.functionArn],
      }),
    );
  }
}
