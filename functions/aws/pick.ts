import type { Runtime } from '../lib/runtime.ts';
import type { Clients } from './clients.ts';
import type { Build, Root } from './root.ts';
import type * as builders from './services.ts';

type Builders = typeof builders;

/** Everything that functions work with, as services.ts builds it. What each does is said where it is defined. */
export type Services = Pick<Runtime, 'clock' | 'log'> & {
  readonly [Name in keyof Builders]: ReturnType<Builders[Name]>;
};

/** Those of the services that a function picked, with its clock and log. */
export type Picked<Name extends keyof Services> = Pick<Services, Name | 'clock' | 'log'>;

/**
 * The composition root: builds the services that a function needs, and what they need, each once.
 * @param wanted Builders from services.ts. They are functions of their own so that a bundle holds those that its
 * function picks.
 * @param clients Clients instead of the SDK's own, for tests.
 * @throws Error when an environment variable is missing that one of them reads: at cold start, not at the first event.
 */
export function pick<Name extends keyof Services>(
  { env, clock, log }: Runtime,
  wanted: { readonly [Each in Name]: Build<Services[Each]> },
  clients: Partial<Clients> = {},
): Picked<Name> {
  const built = new Map<unknown, unknown>();
  const root: Root = {
    env,
    clock,
    log,
    clients,
    use: <Service>(build: Build<Service>) => {
      if (!built.has(build)) built.set(build, build(root));
      return built.get(build) as Service;
    },
  };
  const picked: Record<string, unknown> = { clock, log };
  for (const name of Object.keys(wanted) as Name[]) picked[name] = root.use(wanted[name]);
  return picked as Picked<Name>;
}
