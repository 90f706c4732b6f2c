import { type OpsServices, opsServices } from '../ops/services.client.ts';
import { type PhaseStore, phaseStore } from '../phases/phase.client.ts';
import { dynamo } from '../shared/aws.client.ts';
import type { Runtime } from '../shared/runtime.ts';
import { type OpenId, openId } from './people/open-id.client.ts';
import { type SessionStore, sessionStore } from './people/session.client.ts';
import { type ConsoleSettings, consoleSettings } from './settings.ts';

/** What the console's pages need: what ops' acts need, and people. */
export interface ConsoleServices extends Omit<OpsServices, 'deadLetters' | 'queue'> {
  readonly settings: ConsoleSettings;
  readonly sessions: SessionStore;
  readonly openId: OpenId;
  readonly phases: PhaseStore;
  /** Where files go from the browser, past the console; `null` for nowhere. */
  readonly uploadOrigin: () => Promise<string | null>;
}

export function consoleServices(runtime: Runtime): ConsoleServices {
  const settings = consoleSettings(runtime.env);
  const db = dynamo();
  return {
    ...opsServices(runtime),
    settings,
    sessions: sessionStore(runtime.env, db),
    openId: openId(settings),
    phases: phaseStore(runtime.env, db),
    uploadOrigin: async () => null,
  };
}
