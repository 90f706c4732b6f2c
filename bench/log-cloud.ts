import { machineClock } from '../functions/shared/clock.client.ts';
import { startDynamoDb } from '../local/dynamodb.ts';
import { startS3Sqs } from '../local/s3-sqs.ts';

const [path] = process.argv.slice(2);
const [dynamoDb, storage] = await Promise.all([
  startDynamoDb(path ? { path } : {}),
  startS3Sqs({ clock: machineClock }),
]);
process.send!({ dynamoDb: dynamoDb.url, s3: storage.url });
process.on('disconnect', () => process.exit());
