import { readFileSync } from 'node:fs';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import pLimit from 'p-limit';
import type { Start, Taken } from './messages.ts';

/** As many requests at once as the SDK has sockets by default. */
export const AT_ONCE = 50;

/** The SDK's bare call: messages ready-made, nothing written down. */
export async function bareSender({ mails, site }: Start): Promise<() => Promise<void>> {
  const client = new SESClient({});
  const ready = (JSON.parse(readFileSync(mails, 'utf8')) as Taken[]).map(({ from, to, raw, tags }) => ({
    Source: from,
    Destinations: [to],
    RawMessage: { Data: Buffer.from(raw, 'base64') },
    ConfigurationSetName: site.env.CRIER_CONFIGURATION_SET,
    Tags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
  }));
  return async () => {
    await pLimit(AT_ONCE).map(ready, (input) => client.send(new SendRawEmailCommand(input)));
  };
}
