import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDynamoDb } from '../../local/dynamodb.ts';
import { loadPipeline, type Pipeline } from './pipeline.ts';
import { play } from './play.ts';

const BATCHES = Array.from({ length: 10 }, (_, index) => 1 + index * 25);

describe('the delivery protocol', () => {
  let pipeline: Pipeline;
  let dynamo: Awaited<ReturnType<typeof startDynamoDb>>;
  beforeAll(async () => {
    pipeline = await loadPipeline();
    dynamo = await startDynamoDb();
  });
  afterAll(() => dynamo.close());

  it.each(BATCHES)(
    'keeps its promises in the plays from %i on, with faults at any call',
    async (first) => {
      for (let seed = first; seed < first + 25; seed++) {
        const { broken, story } = await play(seed, { pipeline, dynamoUrl: dynamo.url });
        expect(broken, `play ${seed}\n${story.join('\n')}`).toEqual([]);
      }
    },
    120_000,
  );
});
