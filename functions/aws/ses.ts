import {
  GetSendQuotaCommand,
  type SESClient,
  SESServiceException,
  SendRawEmailCommand,
} from '@aws-sdk/client-ses';
import type { SendQuota } from '../domain/run/rate.ts';
import type { SesAnswer } from '../domain/send/share-outcome.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { ses } from './clients.ts';

/** The tags of an email that is no send: a person asked for it, to look at it. */
export const TEST_TAGS = { purpose: 'test' } as const;

/** The tags of a notice to court staff, which is no send either. */
export const STAFF_TAGS = { purpose: 'staff' } as const;

/** An email as SES takes it. Every event about it carries the tags; an event without them isn't ours. */
export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly raw: Uint8Array;
  readonly tags:
    | { readonly run: string; readonly filer: string; readonly attempt: number }
    | typeof TEST_TAGS
    | typeof STAFF_TAGS;
}

/** SES, as far as Crier uses it. */
export interface Mailer {
  /** Sends one email, with one request: SES has no idempotency token, so nothing is retried. Never throws. */
  send(mail: Mail): Promise<SesAnswer>;
  /** The account's limits. @throws Error when SES leaves a part of them out. */
  quota(): Promise<SendQuota>;
  /** Where SES is, `us-east-1`: a part of the Message-IDs that it gives. */
  region(): Promise<string>;
}

/** Builds the client's wrapper. @throws Error when the configuration set's variable is missing. */
export function sesMailer(env: Env, client: SESClient = ses()): Mailer {
  const configurationSet = required(env, ENV.configurationSet);
  return {
    send: async ({ from, to, raw, tags }) => {
      const command = new SendRawEmailCommand({
        Source: from,
        Destinations: [to],
        RawMessage: { Data: raw },
        ConfigurationSetName: configurationSet,
        Tags: Object.entries(tags).map(([Name, value]) => ({ Name, Value: String(value) })),
      });
      try {
        const { MessageId } = await client.send(command);
        return MessageId
          ? { outcome: 'sent', messageId: MessageId }
          : { outcome: 'unknown', reason: 'no-message-id' };
      } catch (error) {
        return answerOf(error);
      }
    },
    region: async () => client.config.region(),
    quota: async () => {
      const ask = () => client.send(new GetSendQuotaCommand({}));
      // Unlike an email, a question may be repeated: a passing failure is no failed sweep.
      const answer = await ask().catch(ask);
      const { Max24HourSend, MaxSendRate, SentLast24Hours } = answer;
      if (Max24HourSend === undefined || MaxSendRate === undefined || SentLast24Hours === undefined) {
        throw new Error('Cannot compute the quota because SES must report all of it');
      }
      // -1: no daily limit.
      const max24Hours = Max24HourSend < 0 ? Number.POSITIVE_INFINITY : Max24HourSend;
      return { maxSendRate: MaxSendRate, max24Hours, left: Math.max(0, max24Hours - SentLast24Hours) };
    },
  };
}

/** Errors that every other email would meet too: holding everything beats failing filer after filer. */
const REFUSED_ALL: Readonly<Record<string, string>> = {
  AccessDenied: 'ses-access-denied',
  AccessDeniedException: 'ses-access-denied',
  AccountSendingPausedException: 'ses-account-paused',
  ConfigurationSetDoesNotExist: 'ses-configuration-set-missing',
  ConfigurationSetDoesNotExistException: 'ses-configuration-set-missing',
  ConfigurationSetSendingPausedException: 'ses-configuration-set-paused',
  ExpiredToken: 'ses-credentials',
  InvalidClientTokenId: 'ses-credentials',
  MailFromDomainNotVerifiedException: 'ses-sender-not-verified',
  SignatureDoesNotMatch: 'ses-credentials',
};

function answerOf(error: unknown): SesAnswer {
  if (!(error instanceof SESServiceException)) {
    return { outcome: 'unknown', reason: `ses-${codeOf(error)}` };
  }
  const status = error.$metadata.httpStatusCode ?? 0;
  if (status < 400 || status >= 500) return { outcome: 'unknown', reason: `ses-${status}` };
  // The code means both the rate and the daily quota: only the message says which.
  if (/^Throttling/.test(error.name)) {
    return /daily message quota/i.test(error.message)
      ? { outcome: 'refused-all', reason: 'ses-daily-quota' }
      : { outcome: 'throttled' };
  }
  const forAll = REFUSED_ALL[error.name];
  if (forAll) return { outcome: 'refused-all', reason: forAll };
  if (error.name === 'MessageRejected' && /email address (is|es are)? ?not verified/i.test(error.message)) {
    return { outcome: 'refused-all', reason: 'ses-not-verified' };
  }
  return { outcome: 'failed', reason: `ses-${error.name}` };
}

function codeOf(error: unknown): string {
  const { code, name } = error as { code?: string; name?: string };
  return code ?? name ?? 'error';
}
