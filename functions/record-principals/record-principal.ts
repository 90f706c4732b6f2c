import type { PrincipalStore } from '../aws/principals.ts';
import { principalRecordOf } from '../domain/principal.ts';
import type { Log } from '../lib/runtime.ts';

/**
 * Records who made a request to AWS. CloudTrail reports a request minutes later, at least once, and in any order.
 * @throws ZodError if the message isn't an event of CloudTrail
 */
export async function recordPrincipal(
  body: string,
  { principals, log }: { readonly principals: PrincipalStore; readonly log: Log },
): Promise<void> {
  const record = principalRecordOf(body);
  if (record === null) return;
  const { service, requestId: request, event } = record;
  const isRecorded = await principals.put(record);
  // The record that came first can't be replaced. It may be forged, so people must look at CloudTrail itself.
  if (isRecorded) log.info('principal-recorded', { service, request });
  else log.error('principal-conflict', { service, request, event });
}
