import type { Server } from 'node:http';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { type Listening, type ListenOptions, listen } from './listen.ts';

/** Of an app whose requests come from Node's HTTP server: `c.env.incoming` is the request as Node got it. */
export interface NodeEnv {
  readonly Bindings: HttpBindings;
}

interface App {
  fetch(request: Request, env: HttpBindings): Response | Promise<Response>;
}

/** Serves an app of Hono on loopback. */
export function serve({ fetch }: App, options: ListenOptions = {}): Promise<Listening> {
  // Functions run in this process with Node's own Request and Response, as they do in Lambda.
  const server = createAdaptorServer({
    fetch: (request, env) => fetch(request, env as HttpBindings),
    overrideGlobalObjects: false,
  });
  return listen(server as Server, options);
}
