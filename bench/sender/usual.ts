import { readFileSync } from 'node:fs';
import { CreateTableCommand, DynamoDBClient, ResourceInUseException } from '@aws-sdk/client-dynamodb';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type AddressObject, simpleParser } from 'mailparser';
import MailComposer from 'nodemailer/lib/mail-composer';
import type Mail from 'nodemailer/lib/mailer';
import pLimit from 'p-limit';
import { AT_ONCE } from './bare.ts';
import type { Start, Taken } from './messages.ts';

const TableName = 'usual';

/**
 * A typical script: the SDK's default clients, nodemailer, a conditional write before each email so that
 * none goes out twice, and an update after it. Subjects, texts and HTML are ready-made: it renders nothing, reads no
 * roster and no suppression list, and keeps to no rate.
 */
export async function usualSender({ mails, site }: Start): Promise<() => Promise<void>> {
  const ses = new SESClient({});
  const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  await createTable(db);
  const taken = JSON.parse(readFileSync(mails, 'utf8')) as Taken[];
  const ready = await Promise.all(taken.map(async (mail) => ({ ...mail, content: await contentOf(mail) })));
  let round = 0;
  return async () => {
    const pk = `round-${++round}`;
    await pLimit(AT_ONCE).map(ready, async ({ from, to, tags, content }) => {
      const Key = { pk, sk: tags.filer! };
      const ConditionExpression = 'attribute_not_exists(pk)';
      await db.send(
        new PutCommand({
          TableName,
          Item: { ...Key, status: 'sending', at: new Date().toISOString() },
          ConditionExpression,
        }),
      );
      const raw = await new MailComposer(content).compile().build();
      const { MessageId } = await ses.send(
        new SendRawEmailCommand({
          Source: from,
          Destinations: [to],
          RawMessage: { Data: raw },
          ConfigurationSetName: site.env.CRIER_CONFIGURATION_SET,
          Tags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
        }),
      );
      await db.send(
        new UpdateCommand({
          TableName,
          Key,
          UpdateExpression: 'SET #status = :sent, messageId = :id, sentAt = :at',
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: { ':sent': 'sent', ':id': MessageId, ':at': new Date().toISOString() },
        }),
      );
    });
  };
}

async function createTable(db: DynamoDBDocumentClient): Promise<void> {
  const table = new CreateTableCommand({
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'sk', AttributeType: 'S' },
    ],
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
  });
  await db.send(table).catch((error: unknown) => {
    if (!(error instanceof ResourceInUseException)) throw error;
  });
}

/** A message as nodemailer's users write it down. */
async function contentOf({ raw }: Taken): Promise<Mail.Options> {
  const mail = await simpleParser(Buffer.from(raw, 'base64'));
  const own = mail.headerLines.flatMap(({ key, line }) =>
    /^(x-|auto-|list-)/.test(key) ? [[key, line.slice(key.length + 2)] as const] : [],
  );
  return {
    from: addressOf(mail.from),
    to: addressOf(mail.to),
    replyTo: addressOf(mail.replyTo),
    subject: mail.subject!,
    date: mail.date!,
    messageId: mail.messageId!,
    headers: Object.fromEntries(own),
    text: mail.text!,
    html: mail.html as string,
  };
}

function addressOf(header: AddressObject | AddressObject[] | undefined): Mail.Address {
  const [{ name, address }] = [header!].flat()[0]!.value as [{ name: string; address?: string }];
  return { name, address: address! };
}
