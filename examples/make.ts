import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EXAMPLE_FOLDER } from './example.ts';

/** What the `make.ts` of an example exports: its generated files by their paths in its folder. */
interface Made {
  readonly makeExample: () => ReadonlyMap<string, string>;
}

// `npm run example`
const { makeExample } = (await import(join(EXAMPLE_FOLDER, 'make.ts'))) as Made;
rmSync(join(EXAMPLE_FOLDER, 'updates'), { recursive: true, force: true });
for (const [path, content] of makeExample()) {
  const file = join(EXAMPLE_FOLDER, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
