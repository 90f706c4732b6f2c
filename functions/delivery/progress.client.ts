import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamo } from '../shared/aws.client.ts';
import { ENV, type Env, required } from '../shared/env.ts';
import { type ChunkGlimpse, type Progress, progressOf, sampledChunks } from './progress.ts';
import { chunkName, type Run } from './run.ts';

/** How far a run is, from a hundred of its chunks at most: a page may ask every few seconds beside the senders. */
export type ReadProgress = (run: Pick<Run, 'runId' | 'audience'>) => Promise<Progress>;

export function progressReader(env: Env, db: DynamoDBDocumentClient = dynamo()): ReadProgress {
  const table = required(env, ENV.deliveryTable);

  async function glimpses(runId: string, numbers: readonly number[]): Promise<ChunkGlimpse[]> {
    const Keys = numbers.map((number) => ({ pk: `run#${runId}`, sk: `chunk#${chunkName(number)}` }));
    const { Responses } = await db.send(
      new BatchGetCommand({
        RequestItems: {
          [table]: {
            Keys,
            ProjectionExpression: '#name, done, claims',
            ExpressionAttributeNames: { '#name': 'name' },
          },
        },
      }),
    );
    // What DynamoDB leaves out in its haste makes the sample smaller, not wrong.
    return (Responses?.[table] ?? []).map(({ name, done, claims }) => ({
      number: Number(name),
      done: done as boolean,
      claimed: (claims as ReadonlySet<string> | undefined)?.size ?? 0,
    }));
  }

  return async ({ runId, audience }) => {
    if (!audience || audience.chunks === 0) return { handled: 0, of: audience?.mailable ?? 0, isExact: true };
    return progressOf(audience, await glimpses(runId, sampledChunks(audience.chunks)));
  };
}
