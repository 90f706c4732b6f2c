import { describe, expect, it } from 'vitest';
import { loadPipeline } from './pipeline.ts';
import { SCRIPTS } from './scripts.ts';

describe('scripted runs', () => {
  it.each(Object.entries(SCRIPTS))('%s: every invariant holds', async (_, script) => {
    const { broken, trace } = await script(await loadPipeline());
    expect(broken, trace.join('\n')).toEqual([]);
  });

  it('a sender that wakes late really calls skipped what the next one had sent', async () => {
    const { trace } = await SCRIPTS['a sender that wakes late'](await loadPipeline());
    const written = trace.flatMap((line) => /BatchWriteItem (.*)/.exec(line)?.[1] ?? []);
    const [sent] = trace.flatMap((line) => /SES SendRawEmail (\w+) .*crash-after/.exec(line)?.[1] ?? []);
    const facts = written.flatMap((line) => line.split(' ')).filter((fact) => fact.startsWith(`${sent}`));
    expect(facts).toEqual([`${sent}#1#skipped`, `${sent}#1#unknown`]);
  });
});
