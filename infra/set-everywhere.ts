import type { Stack } from 'aws-cdk-lib';
import { type CfnLogGroup, LogGroup } from 'aws-cdk-lib/aws-logs';
import { PipelineFunction } from './pipeline-function.ts';
import type { Settings } from './settings.ts';

/** By it the SDK calls the endpoints with validated cryptography. */
const FIPS_VARIABLE = 'AWS_USE_FIPS_ENDPOINT';

/** Settings of all functions and logs of a stack, and the function whose log has its own retention. */
interface Everywhere extends Pick<Settings, 'fips' | 'logDays'> {
  readonly except: PipelineFunction;
}

/** Sets what is the same for every function and every log of a stack: none can be forgotten. */
export function setEverywhere(stack: Stack, { fips, logDays, except }: Everywhere): void {
  for (const construct of stack.node.findAll()) {
    if (construct instanceof PipelineFunction && fips) construct.addEnvironment(FIPS_VARIABLE, 'true');
    if (construct instanceof LogGroup && construct !== except.logGroup)
      (construct.node.defaultChild as CfnLogGroup).retentionInDays = logDays;
  }
}
