import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Recipients } from '../functions/domain/send/recipients.ts';
import { ENV } from '../functions/lib/env.ts';
import type { Settings } from './settings.ts';

/** Tells a function that sends emails whom it may email: in a test stage only those of a list. */
export function limitRecipients(
  fn: LambdaFunction,
  { stage, testRecipients }: Pick<Settings, 'stage' | 'testRecipients'>,
): void {
  const recipients: Recipients = stage === 'production' ? 'everyone' : testRecipients;
  fn.addEnvironment(ENV.recipients, JSON.stringify(recipients));
}
