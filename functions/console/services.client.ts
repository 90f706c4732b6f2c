import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { type OpsServices, opsServices } from '../ops/services.client.ts';
import { type PhaseStore, phaseStore } from '../phases/phase.client.ts';
import { type ReadModels, readModels } from '../send-log/read-models.client.ts';
import { dynamo, s3 } from '../shared/aws.client.ts';
import { ENV, required } from '../shared/env.ts';
import type { Runtime } from '../shared/runtime.ts';
import { type OpenId, openId } from './people/open-id.client.ts';
import { type SessionStore, sessionStore } from './people/session.client.ts';
import { type ConsoleSettings, consoleSettings } from './settings.ts';

/** What the console's pages need: what ops' acts need, what is read page by page, and people. */
export interface ConsoleServices extends Omit<OpsServices, 'deadLetters' | 'queue'>, ReadModels {
  readonly settings: ConsoleSettings;
  readonly sessions: SessionStore;
  readonly openId: OpenId;
  readonly phases: PhaseStore;
  /** Where browsers send files, past the console: the bucket's scheme and host. */
  readonly uploadOrigin: () => Promise<string>;
}

export function consoleServices(runtime: Runtime): ConsoleServices {
  const settings = consoleSettings(runtime.env);
  const db = dynamo();
  return {
    ...opsServices(runtime),
    ...readModels(runtime),
    settings,
    sessions: sessionStore(runtime.env, db),
    openId: openId(settings),
    phases: phaseStore(runtime.env, db),
    uploadOrigin: uploadOrigin(required(runtime.env, ENV.inboxBucket)),
  };
}

/** Signing a form tells where it goes, in AWS and on one machine; it asks nobody, and is done once. */
function uploadOrigin(bucket: string): () => Promise<string> {
  let origin: Promise<string> | undefined;
  return () => {
    origin ??= createPresignedPost(s3(), { Bucket: bucket, Key: 'inbox/' })
      .then(({ url }) => new URL(url).origin)
      .catch((error) => {
        origin = undefined;
        throw error;
      });
    return origin;
  };
}
