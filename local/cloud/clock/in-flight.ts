import { channel, subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Requests of this process to the embedded services that have no answer yet. */
export interface InFlight {
  /** Resolves once no request is on its way. */
  settled(): Promise<void>;
  /** The request that carries this header, if it is on its way. */
  find(header: string, value: string): ClientRequest | undefined;
  /** Ends the watch. */
  stop(): void;
}

const CREATED = 'http.client.request.created';
/** Between a call of the SDK and its request lie a few turns of the event loop. */
const TURNS = 3;

/**
 * Watches this process's own HTTP client, so that virtual time doesn't run ahead of a request.
 * @param isOurs Whether a host, such as `127.0.0.1:4001`, is one of the services.
 */
export function watchInFlight(isOurs: (host: string) => boolean): InFlight {
  const open = new Set<ClientRequest>();
  const waiting = new Set<() => void>();

  const created = (message: unknown) => {
    const { request } = message as { request: ClientRequest };
    if (!isOurs(String(request.getHeader('host')))) return;
    open.add(request);
    const over = () => {
      if (!open.delete(request) || open.size > 0) return;
      for (const wake of waiting) wake();
      waiting.clear();
    };
    for (const event of ['response', 'error', 'close']) request.prependOnceListener(event, over);
  };
  subscribe(CREATED, created);
  // Node publishes only on channels that exist before the first request.
  channel(CREATED);

  return {
    settled: async () => {
      for (let quiet = 0; quiet < TURNS; quiet++) {
        if (open.size > 0) {
          quiet = -1;
          await new Promise<void>((resolve) => waiting.add(resolve));
        }
        await nextTurn();
      }
    },
    find: (header, value) => [...open].find((request) => request.getHeader(header) === value),
    stop: () => void unsubscribe(CREATED, created),
  };
}
