import * as z from 'zod';
import { isLoop } from '../lambda/loops.ts';
import type { FunctionRegistry } from '../lambda/registry.ts';
import type { Resource, Template } from '../template/template.ts';
import { type QueueMapping, type QueueWorker, queueWorker, type WorkerOptions } from './queue-worker.ts';

interface Wires {
  readonly functions: FunctionRegistry;
  /** Addresses of the queues by ARN. */
  readonly queueUrls: ReadonlyMap<string, string>;
}

/**
 * A worker for each queue that the template leads to a function.
 * @throws Error when the template doesn't hold the queue or the function.
 */
export function wireQueues(template: Template, wires: Wires & { options: WorkerOptions }): QueueWorker[] {
  return template
    .ofType('AWS::Lambda::EventSourceMapping')
    .map((mapping) => queueWorker(mappingOf(mapping, { template, ...wires }), wires.options));
}

const mappingSchema = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.number().default(10),
  FunctionResponseTypes: z.array(z.string()).default([]),
});

interface QueueProperties {
  readonly VisibilityTimeout?: number;
  readonly RedrivePolicy?: { readonly deadLetterTargetArn: string; readonly maxReceiveCount: number };
}

function mappingOf(
  { id, properties }: Resource,
  { template, functions, queueUrls }: Wires & { template: Template },
): QueueMapping {
  const { EventSourceArn, FunctionName, BatchSize, FunctionResponseTypes } = mappingSchema.parse(properties);
  const queue = template.ofType('AWS::SQS::Queue').find(({ arn }) => arn === EventSourceArn);
  const fn = functions.find(FunctionName);
  if (!queue || !fn)
    throw new Error(`Cannot wire ${id} because its queue and function must be in the template`);
  const { VisibilityTimeout = 30, RedrivePolicy: redrive } = queue.properties as QueueProperties;
  return {
    queueUrl: queueUrls.get(queue.arn)!,
    queueArn: queue.arn,
    batchSize: BatchSize,
    reportsFailures: FunctionResponseTypes.includes('ReportBatchItemFailures'),
    visibilitySeconds: VisibilityTimeout,
    deadLetters: redrive
      ? { queueUrl: queueUrls.get(redrive.deadLetterTargetArn)!, maxReceives: redrive.maxReceiveCount }
      : null,
    isLoop: (lineage) => isLoop(fn, lineage),
    invoke: (event, lineage) => functions.invoke(fn, event, { lineage }),
  };
}
