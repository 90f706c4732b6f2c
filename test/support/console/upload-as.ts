import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SECRET, uploadFormsOf } from '../../../functions/aws/upload-forms.ts';
import type { Cloud } from '../../../local/cloud/cloud.ts';

/**
 * Uploads a file as a person does, by a form that was signed for them; without a person, outside the console.
 * @param file `name`: its folder and name, `roster/r.csv`.
 */
export async function uploadAs(
  by: string | undefined,
  { name, content, cloud }: { name: string; content: string; cloud: Cloud },
): Promise<void> {
  const [folder, file] = name.split('/');
  const key = by === undefined ? `inbox/${name}` : `inbox/${folder}/${crypto.randomUUID()}/${file}`;
  const Metadata = by === undefined ? {} : { [SECRET]: await uploadFormsOf(cloud).sign({ key, by }) };
  const client = new S3Client({});
  await client.send(new PutObjectCommand({ Bucket: cloud.bucket, Key: key, Body: content, Metadata }));
  client.destroy();
  await cloud.settle();
}
