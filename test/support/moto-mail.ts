import * as z from 'zod';

/** What moto's own page tells of each email that its SES took. */
const dataSchema = z.object({
  ses: z.object({
    RawMessage: z.array(
      z.object({
        id: z.string(),
        source: z.string(),
        destinations: z.array(z.string()),
        raw_data: z.string(),
      }),
    ),
  }),
});

/** An email in moto's SES. It keeps neither tags nor times. */
export interface MotoMail {
  readonly messageId: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

/** Every email that moto's SES took, oldest first. */
export async function motoMails(url: string): Promise<MotoMail[]> {
  const answer = await fetch(`${url}/moto-api/data.json`);
  const { ses } = dataSchema.parse(await answer.json());
  return ses.RawMessage.map(({ id, source, destinations, raw_data: raw }) => ({
    messageId: id,
    from: source,
    // It lists the recipients that the message itself names after those that the call gives.
    to: destinations.slice(0, 1),
    raw,
  }));
}
