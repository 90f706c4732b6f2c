import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Create, Handler, Runtime } from '../../../functions/lib/runtime.ts';

type AnyCreate = Create<unknown, unknown>;

/** A function's services, kept from call to call. */
export interface WarmHandler {
  readonly handler: () => Handler<unknown, unknown>;
  readonly discard: () => void;
}

/**
 * Loads a function's code and builds its services.
 * @throws Error when its module has no `create`, or a variable that it needs is missing.
 */
export async function loadHandler(
  id: string,
  { file, runtime }: { file: string; runtime: Runtime },
): Promise<WarmHandler> {
  const { create } = await load(file);
  if (!create) throw new Error(`Cannot run ${id} because ${file} must export create`);
  return warmHandler(id, { create, runtime });
}

/**
 * Keeps a function's services from call to call. After a time-out Lambda throws them away: they are built again.
 * @throws Error naming the function, when a variable that its services ask for is missing.
 */
function warmHandler(id: string, { create, runtime }: { create: AnyCreate; runtime: Runtime }): WarmHandler {
  const build = () => {
    try {
      return create(runtime);
    } catch (cause) {
      throw new Error(`Cannot build ${id}: ${(cause as Error).message}`, { cause });
    }
  };
  let handler: Handler<unknown, unknown> | null = build();
  return {
    handler: () => (handler ??= build()),
    discard: () => {
      handler = null;
    },
  };
}

const require = createRequire(import.meta.url);

/** A bundle is loaded by Node itself, as Lambda does it, even under a test runner that changes imports. */
async function load(file: string): Promise<{ create?: AnyCreate }> {
  return file.endsWith('.mjs') ? require(file) : import(pathToFileURL(file).href);
}
