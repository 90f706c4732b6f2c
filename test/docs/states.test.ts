import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { campaign } from '#campaign';
import { table } from '../../docs/guides/markdown.ts';
import { FLAG_RULES } from '../../functions/domain/filer/rules.ts';

it("docs/states.md shows the engine's own flags", () => {
  const own = FLAG_RULES.filter(({ flag }) => !(flag in campaign.flags));
  const rows = own.map(({ flag, words }) => [`\`${flag}\``, words]);
  expect(readFileSync('docs/states.md', 'utf8')).toContain(`\n\n${table(['flag', 'when'], rows)}`);
});
