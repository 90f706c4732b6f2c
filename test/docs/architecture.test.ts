import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';

const readme = readFileSync('README.md', 'utf8');
const architecture = readFileSync('docs/architecture.md', 'utf8');
const folders = readdirSync('functions');
/** The stages: folders with an entry, but for those of people's commands. */
const stages = [...new Set(globSync('functions/*/*.lambda.ts').map((path) => path.split('/')[1]!))].filter(
  (folder) => folder !== 'commands',
);

describe('the pictures', () => {
  it.each(stages)('show %s by the name of its folder', (stage) => {
    const picture = /```mermaid\n([\s\S]*?)```/.exec(readme)![1]!;
    expect(picture).toMatch(new RegExp(`\\b${stage}\\b`));
    expect(architecture.split('## The rule')[0]).toContain(stage);
  });
});

describe('docs/architecture.md', () => {
  it.each(folders)('says what is in functions/%s/', (folder) => {
    expect(architecture).toMatch(new RegExp(`^\\|.*\`(functions/)?${folder}/\``, 'm'));
  });
});

describe('docs/decisions/README.md', () => {
  it('lists every decision, in order', () => {
    const list = readFileSync('docs/decisions/README.md', 'utf8');
    const listed = [...list.matchAll(/^- \[\d+\. .*?\]\((\S+)\)/gm)].map(([, page]) => page);
    const kept = globSync('docs/decisions/[0-9]*.md').map((page) => basename(page));
    expect(listed).toEqual(kept.toSorted());
  });
});
