import { describe, expect, it } from 'vitest';
import { loadPipeline } from './pipeline.ts';
import { SCRIPTS } from './scripts.ts';

describe('scripted plays', () => {
  it.each(Object.entries(SCRIPTS))('%s: every promise is kept', async (_, script) => {
    const { broken, story } = await script(await loadPipeline());
    expect(broken, story.join('\n')).toEqual([]);
  });

  it('a sender that wakes late really calls skipped what the next one had sent', async () => {
    const { story } = await SCRIPTS['a sender that wakes late'](await loadPipeline());
    const written = story.flatMap((line) => /BatchWriteItem (.*)/.exec(line)?.[1] ?? []);
    const [sent] = story.flatMap((line) => /SES SendRawEmail (\w+) .*crash-after/.exec(line)?.[1] ?? []);
    const facts = written.flatMap((line) => line.split(' ')).filter((fact) => fact.startsWith(`${sent}`));
    expect(facts).toEqual([`${sent}#1#skipped`, `${sent}#1#unknown`]);
  });
});
