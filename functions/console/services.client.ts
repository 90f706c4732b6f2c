import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { accountQuota } from '../delivery/limits.client.ts';
import { type Mailer, type SendQuota, sesMailer } from '../delivery/ses.client.ts';
import { type PutPlan, planUploader } from '../launch/put-upload.client.ts';
import { type CountDeadLetters, deadLetterCounter } from '../ops/dead-letter-count.client.ts';
import { type OpsServices, opsServices } from '../ops/services.client.ts';
import { type PhaseStore, phaseStore } from '../phases/phase.client.ts';
import { type StartLater, startLater } from '../phases/start-later.client.ts';
import { type ReportReader, reportReader } from '../roster/report-reader.client.ts';
import { type ReadModels, readModels } from '../send-log/read-models.client.ts';
import { dynamo, s3 } from '../shared/aws.client.ts';
import { ENV, required } from '../shared/env.ts';
import { type EventPublisher, eventPublisher } from '../shared/events.client.ts';
import type { Runtime } from '../shared/runtime.ts';
import { type OpenId, openId } from './people/open-id.client.ts';
import { type SessionStore, sessionStore } from './people/session.client.ts';
import { type ConsoleSettings, consoleSettings } from './settings.ts';
import { type SignUpload, uploadSigner } from './uploads/sign-upload.client.ts';

/** What the console's pages need: what ops' acts need, what is read page by page, and people. */
export interface ConsoleServices extends OpsServices, ReadModels {
  readonly settings: ConsoleSettings;
  readonly sessions: SessionStore;
  readonly openId: OpenId;
  readonly phases: PhaseStore;
  readonly countDeadLetters: CountDeadLetters;
  readonly mailer: Mailer;
  /** The account's limits; SES is asked at most once a minute. */
  readonly quota: () => Promise<SendQuota>;
  readonly startLater: StartLater;
  readonly putPlan: PutPlan;
  readonly events: EventPublisher;
  readonly reports: ReportReader;
  readonly signUpload: SignUpload;
  /** Where browsers send files, past the console: the bucket's scheme and host. */
  readonly uploadOrigin: () => Promise<string>;
}

export function consoleServices(runtime: Runtime): ConsoleServices {
  const settings = consoleSettings(runtime.env);
  const db = dynamo();
  const mailer = sesMailer(runtime.env);
  return {
    ...opsServices(runtime),
    ...readModels(runtime),
    settings,
    sessions: sessionStore(runtime.env, db),
    openId: openId(settings),
    phases: phaseStore(runtime.env, db),
    countDeadLetters: deadLetterCounter(runtime.env),
    mailer,
    quota: accountQuota({ clock: runtime.clock, mailer }),
    startLater: startLater(runtime.env),
    putPlan: planUploader(runtime.env),
    events: eventPublisher(runtime),
    reports: reportReader(runtime.env),
    signUpload: uploadSigner(runtime.env, settings.origin),
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
