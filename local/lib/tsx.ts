import { readFileSync } from 'node:fs';
import { registerHooks, setSourceMapsSupport } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

// Node strips types from .ts but can't read JSX. Commands that load the console start with
// `--import ./local/lib/tsx.ts`; Vitest and the Lambda bundles bring their own compiler, set by tsconfig.json.

/** The same as tsconfig.json says. */
const OPTIONS = {
  loader: 'tsx',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  sourcemap: 'inline',
} as const;

setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });
registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.tsx')) return next(url, context);
    const file = fileURLToPath(url);
    const { code } = transformSync(readFileSync(file, 'utf8'), { ...OPTIONS, sourcefile: file });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
