import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { dynamo, s3 } from '../aws/clients.ts';
import { type CountDeadLetters, deadLetterCounter } from '../aws/dead-letter-count.ts';
import { type EventPublisher, eventPublisher } from '../aws/event-bus.ts';
import { type OpsServices, opsServices } from '../aws/ops-services.ts';
import { type PhaseStore, phaseStore } from '../aws/phase-marks.ts';
import { type PutPlan, planUploader } from '../aws/put-upload.ts';
import { type ReadModels, readModels } from '../aws/read-models.ts';
import { type ReportReader, reportReader } from '../aws/roster-reports.ts';
import { accountQuota } from '../aws/sending-limits.ts';
import { type Mailer, sesMailer } from '../aws/ses.ts';
import { type SessionStore, sessionStore } from '../aws/sessions.ts';
import { type SignUpload, uploadSigner } from '../aws/signed-forms.ts';
import { type StartLater, startLater } from '../aws/start-phase.ts';
import type { SendQuota } from '../domain/run/rate.ts';
import { ENV, required } from '../lib/env.ts';
import type { Runtime } from '../lib/runtime.ts';
import { type OpenId, openId } from './people/open-id.ts';
import { type ConsoleSettings, consoleSettings } from './settings.ts';

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
