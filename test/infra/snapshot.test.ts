import { describe, expect, it } from 'vitest';
import { synthesize } from '../support/synthesize.ts';

/** Hashes of bundles change with every line of code; the snapshot is about the infrastructure. */
function masked(template: unknown): unknown {
  return JSON.parse(JSON.stringify(template).replaceAll(/\b[0-9a-f]{64}\b/g, 'ASSET'));
}

describe('the template', () => {
  const templates = synthesize();

  it.each(['data', 'pipeline'] as const)('of the %s stack is as it was', (stack) => {
    expect(masked(templates[stack])).toMatchSnapshot();
  });
});
