import * as z from 'zod';

/** Whom a launch may email: everyone, or in a test stage only the addresses and domains of a list. */
export const recipientsSchema = z.union([z.literal('everyone'), z.array(z.string()).readonly()]);
/** Whom a launch may email. */
export type Recipients = z.output<typeof recipientsSchema>;

/** Whether an address may be emailed. A domain means its own addresses, not for those of its subdomains. */
export function mayEmail(address: string, recipients: Recipients): boolean {
  if (recipients === 'everyone') return true;
  const lowered = address.toLowerCase();
  const domain = lowered.slice(lowered.lastIndexOf('@') + 1);
  return recipients.some((one) => one === lowered || one === domain);
}
