import { setImmediate as nextTurn } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { VirtualClock } from '../../local/cloud/clock/clock.ts';
import { newDynamo } from '../../test/simulation/dynamo.ts';
import { bodyOf, type Request } from '../../test/simulation/others.ts';
import type { Random } from '../../test/simulation/random.ts';
import { type WriteMeter, writeMeter } from './write-meter.ts';

/** DynamoDB answers after 3 to 15 milliseconds. */
const MIN_MILLISECONDS = 3;
const SPREAD_MILLISECONDS = 13;
/** Between a call of the SDK and its request lie a few turns of the event loop. */
const TURNS = 2;

/** DynamoDB on a virtual clock, without a network between, and what it would bill. */
export interface MeteredDynamo {
  readonly db: DynamoDBClient;
  readonly meter: WriteMeter;
}

/** Starts dynalite in this process. Virtual time waits while it works. @param tables Their names. */
export async function meteredDynamo(
  tables: readonly string[],
  { clock, dice }: { clock: VirtualClock; dice: Random },
): Promise<MeteredDynamo> {
  const ask = await newDynamo(tables);
  const meter = writeMeter(clock);
  let asked = 0;
  clock.holdUntil(async () => {
    for (let quiet = 0; quiet < TURNS; quiet++) {
      if (asked > 0) quiet = -1;
      await nextTurn();
    }
  });

  async function handle(sent: Request) {
    const operation = `${sent.headers['x-amz-target']}`.split('.')[1]!;
    const request = JSON.parse(bodyOf(sent));
    asked++;
    const answer = await ask(operation, JSON.stringify({ ...request, ReturnConsumedCapacity: 'TOTAL' }));
    asked--;
    meter.count(operation, { request, answer: JSON.parse(answer.body) });
    await clock.sleep(MIN_MILLISECONDS + dice.below(SPREAD_MILLISECONDS));
    return { response: responseOf(answer) };
  }

  const db = new DynamoDBClient({
    region: 'us-east-1',
    endpoint: 'http://127.0.0.1',
    credentials: { accessKeyId: 'scale', secretAccessKey: 'scale' },
    signer: { sign: async <Signed>(request: Signed) => request } as never,
    maxAttempts: 1,
    requestHandler: { handle } as never,
  });
  return { db, meter };
}

function responseOf({ statusCode, body }: { statusCode: number; body: string }) {
  return { statusCode, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: Buffer.from(body) };
}
