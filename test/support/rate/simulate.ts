import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { fixtures } from '#fixtures';
import type { ChunkName } from '../../../functions/aws/chunk-items.ts';
import { planStore } from '../../../functions/aws/plans.ts';
import { outsideActor } from '../../../functions/domain/actor.ts';
import { filerIdOf } from '../../../functions/domain/filer/filer-id.ts';
import { CHUNK_SIZE, chunkName, type Run } from '../../../functions/domain/run/run.ts';
import { SEND_TIMEOUT_SECONDS } from '../../../functions/domain/run/timeouts.ts';
import { chunked } from '../../../functions/lib/iterables.ts';
import { chunkSender } from '../../../functions/send-email/chunk-sender.ts';
import type { SendServices } from '../../../functions/send-email/sender.ts';
import { sendServices } from '../../../functions/send-email/services.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { watchInFlight } from '../../../local/cloud/clock/in-flight.ts';
import { startDynamoDb } from '../../../local/cloud/dynamodb/dynamodb.ts';
import { signatureChecker } from '../../../local/cloud/iam/signature.ts';
import { createTables, modelEnv, modelPlan } from '../../simulation/launch.ts';
import { random } from '../../simulation/random.ts';

/** What is simulated: this many senders at once, at an account that takes so many emails a second. */
interface Simulation {
  readonly senders: number;
  /** The rate that senders may use together: the account's, less the margin. */
  readonly limit: number;
  readonly seconds: number;
}

const START = '2018-07-24T13:00:00Z';
/** Emails are sent at no more than this part of the account's rate. */
const MARGIN = 0.85;
const RUN: Run = {
  runId: 'notice-1_20180724T130000Z',
  phaseId: 'notice-1',
  kind: fixtures.kinds.first,
  number: 1,
  of: 1,
  scheduledFor: START,
  expiresAt: '2018-07-25T13:00:00Z',
  decidedAt: START,
  planVersion: '',
  dates: '',
  rosterVersion: '',
  startedBy: 'schedule',
};

const KEYS = { accessKeyId: 'rate', secretAccessKey: 'rate' };

/**
 * Lets real senders work off more chunks than the time suffices for, on a virtual clock, with the real gate and tables;
 * SES answers after 20 to 800 ms, DynamoDB after 3 to 15.
 * @returns when each email was handed to SES, in milliseconds from the first.
 */
export async function simulate({ senders, limit, seconds }: Simulation): Promise<number[]> {
  const dynamo = await startDynamoDb({ checkSignature: signatureChecker(KEYS) });
  const inFlight = watchInFlight((host) => dynamo.url.endsWith(host));
  const clock = virtualClock(START);
  clock.holdUntil(() => inFlight.settled());
  const dice = random(limit * 100 + senders);
  const db = new DynamoDBClient({
    endpoint: dynamo.url,
    region: 'us-east-1',
    credentials: KEYS,
  });
  const env = modelEnv('rate');
  await createTables(db, env);
  const plan = modelPlan({ pivot: '2018-10-22', noticeDays: -90 });
  const plans = planStore(env, db);
  await plans.put({ plan, uploadedAt: START, key: 'inbox/launch/a.json', by: outsideActor() });
  const planVersion = (await plans.current())!.version;

  const queue: ChunkName[] = [];
  const starts: number[] = [];
  const now = () => clock.now().epochMilliseconds;
  const servicesWith = (table: DynamoDBClient): SendServices => ({
    ...sendServices({ env, clock, log: { info: () => {}, error: () => {} } }, { db: table }),
    queue: { queue: async (names) => void queue.push(...names) },
    quota: async () => ({ maxSendRate: limit / MARGIN, left: 1e9, max24Hours: 1e9 }),
    limits: async () => ({
      maxSendRate: limit / MARGIN,
      left: 1e9,
      max24Hours: 1e9,
      accountShare: 1,
      breaker: plan.sending.breaker,
    }),
    prepare: async (_run, attempts) =>
      attempts.map((attempt) => ({
        attempt,
        mail: {
          from: 'a@example.com',
          to: 'b@example.com',
          raw: new Uint8Array(),
          tags: { run: RUN.runId, filer: attempt.filerId, attempt: 1 },
        },
      })),
    mailer: {
      send: async () => {
        starts.push(now());
        await clock.sleep(20 + dice.below(781));
        return { outcome: 'sent', messageId: `m-${starts.length}` };
      },
      quota: async () => ({ maxSendRate: limit / MARGIN, left: 1e9, max24Hours: 1e9 }),
      region: async () => 'us-east-1',
    },
  });

  const { chunks, runs } = servicesWith(db);
  await runs.putIfAbsent({ ...RUN, planVersion });
  const emails = Math.ceil(limit * (seconds + 10));
  const ids = Array.from({ length: emails }, (_, index) => index.toString(16).padStart(16, '0'));
  const count = Math.ceil(emails / CHUNK_SIZE);
  await runs.countAudience(RUN.runId, { byState: {}, mailable: emails, skipped: 0, chunks: count });
  for (const [index, batch] of chunked(ids, CHUNK_SIZE).entries()) {
    const name = { runId: RUN.runId, chunk: chunkName(index + 1) };
    const attempts = batch.map((filerId) => ({ filerId, attempt: 1, state: fixtures.todo }));
    await chunks.putIfAbsent(name, { attempts, now: now() });
    queue.push(name);
  }

  const slow = Object.assign(Object.create(db) as DynamoDBClient, {
    send: async (command: never) => {
      const answer = await db.send(command);
      await clock.sleep(3 + dice.below(13));
      return answer;
    },
  });
  /** One environment of the function: one call after the other, as Lambda does. */
  async function work(sender: number): Promise<void> {
    const handler = chunkSender(servicesWith(slow));
    while (queue.length > 0 && now() - began < (seconds + 1) * 1000) {
      await clock.sleep(10 + dice.below(40));
      const Records = queue
        .splice(0, 10)
        .map((name, index) => ({ messageId: `${index}`, body: JSON.stringify(name) }));
      const end = now() + SEND_TIMEOUT_SECONDS * 1000;
      await handler(
        { Records },
        {
          awsRequestId: filerIdOf('rate', `${sender}-${now()}`),
          getRemainingTimeInMillis: () => end - now(),
        },
      );
    }
  }
  const began = now();
  try {
    await Promise.all(Array.from({ length: senders }, (_, sender) => work(sender)));
  } finally {
    inFlight.stop();
    db.destroy();
    await dynamo.close();
  }
  const first = Math.min(...starts.slice(0, 100));
  return starts.map((at) => at - first).sort((one, other) => one - other);
}

/** The most starts in any half-open second. */
export function mostInASecond(starts: readonly number[]): number {
  let most = 0;
  let begin = 0;
  for (const [index, at] of starts.entries()) {
    while (starts[begin]! <= at - 1000) begin++;
    most = Math.max(most, index - begin + 1);
  }
  return most;
}
