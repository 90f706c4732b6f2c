import { readFileSync } from 'node:fs';
import { createRequire, registerHooks, setSourceMapsSupport } from 'node:module';
import { fileURLToPath } from 'node:url';

// Node strips types from .ts but can't read JSX. Commands load this hook by `local/lib/register.ts`; Vitest and the
// Lambda bundles bring their own compiler, set by tsconfig.json.

/** The same as tsconfig.json says. */
const OPTIONS = {
  loader: 'tsx',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  sourcemap: 'inline',
} as const;

const require = createRequire(import.meta.url);

setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });
registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.tsx')) return next(url, context);
    const file = fileURLToPath(url);
    // Loaded late: most commands have no page.
    const { transformSync } = require('esbuild') as typeof import('esbuild');
    const { code } = transformSync(readFileSync(file, 'utf8'), { ...OPTIONS, sourcefile: file });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
