// DynamoDB and S3 in a process of their own, so that the bench measures its own memory and time only.
import { machineClock } from '../functions/lib/clock.ts';
import { startDynamoDb } from '../local/cloud/dynamodb/dynamodb.ts';
import { signatureChecker } from '../local/cloud/iam/signature.ts';
import { startS3Sqs } from '../local/cloud/s3-sqs/s3-sqs.ts';

// Those of the bench, which signs with them.
const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' };
const [path] = process.argv.slice(2);
const [dynamoDb, storage] = await Promise.all([
  startDynamoDb({ ...(path && { path }), checkSignature: signatureChecker(credentials) }),
  startS3Sqs({ clock: machineClock, credentials }),
]);
process.send!({ dynamoDb: dynamoDb.url, s3: storage.url });
process.on('disconnect', () => process.exit());
