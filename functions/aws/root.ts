import type { Runtime } from '../lib/runtime.ts';
import type { Clients } from './clients.ts';

/** What services are built from. */
export interface Root extends Runtime {
  /** Clients instead of the SDK's own, for tests. */
  readonly clients: Partial<Clients>;
  /** Builds a service, once. */
  readonly use: <Service>(build: Build<Service>) => Service;
}

/** Builds a service. */
export type Build<Service> = (root: Root) => Service;
