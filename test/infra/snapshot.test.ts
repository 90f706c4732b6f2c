import { describe, expect, it } from 'vitest';
import { exportsOf, summaryOf } from '../support/infra/summary.ts';
import { synthesize } from '../support/synthesize.ts';

describe('the infrastructure', () => {
  const { data, pipeline } = synthesize();

  it.each([
    ['data', summaryOf(data)],
    ['pipeline', summaryOf(pipeline, exportsOf(data))],
  ])('of the %s stack is as it was', async (stack, summary) => {
    await expect(`# The ${stack} stack\n\n${summary}`).toMatchFileSnapshot(`__snapshots__/${stack}-stack.md`);
  });
});
