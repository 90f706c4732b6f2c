import type { State } from '../domain/filer/state.ts';
import type { SendStatus } from '../domain/send/status.ts';
import type { SendLine } from './sends-page.ts';

/** Which sends of some filers are meant; what is left out doesn't matter. */
export interface SendFilter {
  readonly runId?: string | undefined;
  readonly status?: SendStatus | undefined;
  /** The filer's state when the audience was decided. */
  readonly state?: State | undefined;
}

/** Whether a send is one of those that a filter means: pages and exports ask here alike. */
export function isMeant(line: SendLine, { runId, status, state }: SendFilter): boolean {
  return (
    (runId === undefined || line.runId === runId) &&
    (status === undefined || line.status === status) &&
    (state === undefined || line.state === state)
  );
}
