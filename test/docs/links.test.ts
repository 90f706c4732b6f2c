import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const pages = [...globSync('*.md'), ...globSync('{docs,examples,bench}/**/*.md')];
const files = globSync('{assets,bench,campaigns,docs,examples,functions,infra,local,templates,test}/**/*');

/** Without code, which may show what a link looks like. */
function textOf(page: string): string {
  return readFileSync(page, 'utf8').replaceAll(/```[\s\S]*?```|`[^`\n]*`(?!\])/g, '');
}

/** By its whole path, or by the end of it: pages that speak of one folder name files below it. NAME is any campaign's. */
function isThere(named: string): boolean {
  const path = named.replace('/NAME', '/nextgen');
  return existsSync(path) || files.some((file) => file.endsWith(`/${path}`));
}

describe('the docs', () => {
  it.each(pages)('%s links only to files that are there', (page) => {
    const links = [...textOf(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, to]) => to!);
    const local = links.filter((to) => !/^[a-z]+:/.test(to));
    expect(local.filter((to) => !existsSync(join(dirname(page), to)))).toEqual([]);
  });

  it.each(pages)('%s names only files that are there', (page) => {
    const spans = [...readFileSync(page, 'utf8').matchAll(/`([^`\n]+)`/g)].map(([, span]) => span!);
    const paths = spans.filter((span) =>
      /^(functions|campaigns|infra|local|test|assets|bench)\/[\w./-]*$|^[\w./-]+\.tsx?$/.test(span),
    );
    const wrong = paths.filter((path) => !/^x\./.test(path) && !isThere(path.replace(/\/$/, '')));
    expect(wrong).toEqual([]);
  });

  it('name only npm scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = pages.flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/npm run (?:-s |--silent )?([a-z][a-z:-]*)/g)].map(
        ([, name]) => name!,
      ),
    );
    expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
  });

  it.each(pages)(
    '%s tells no one to run a TypeScript file by a node of their own, which may be older',
    (page) => {
      expect(readFileSync(page, 'utf8')).not.toMatch(/\bnode (?:-\S+ )*[\w./-]+\.ts\b/);
    },
  );
});
