import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { FilterPattern } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { ENV } from '../../functions/lib/env.ts';
import { PipelineFunction } from '../pipeline-function.ts';
import type { Settings } from '../settings.ts';
import type { StageProps } from './stage.ts';

/** Refusals in five minutes that no mistyping explains. */
const MANY_REFUSALS = 50;

/** The console's door ─▶ who came in and who was refused, in a log group of its own that is kept longer. */
export class RecordAccess extends Construct {
  readonly recordAccess: PipelineFunction;

  constructor(
    scope: Construct,
    id: string,
    { launch, alarms, accessLogDays }: StageProps & Pick<Settings, 'accessLogDays'>,
  ) {
    super(scope, id);
    this.recordAccess = new PipelineFunction(this, 'RecordAccess', {
      launch,
      alarms,
      entry: 'functions/record-access/record-access.lambda.ts',
      does: 'Writes the log of sign-ins and refused requests.',
      impact: 'Sign-ins to the console, or refused requests, are missing in the access log.',
      timeoutSeconds: 30,
      logDays: accessLogDays,
    });
    const refusals = this.recordAccess.metricOfLog('Refusals', {
      filterPattern: FilterPattern.any(
        FilterPattern.stringValue('$.event', '=', 'sign-in-refused'),
        FilterPattern.stringValue('$.event', '=', 'request-refused'),
      ),
      metricName: 'RefusedAccess',
    });
    alarms.add('Many requests are refused', {
      impact:
        'Someone may be trying to break into the console, or one of its pages submits forms that it refuses.',
      metric: refusals,
      threshold: MANY_REFUSALS,
    });
  }

  /** May have entries written, and can neither read nor change any. */
  grantRecord(fn: PipelineFunction): void {
    fn.addEnvironment(ENV.recordAccess, this.recordAccess.functionName);
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: [this.recordAccess.functionArn],
      }),
    );
  }
}
