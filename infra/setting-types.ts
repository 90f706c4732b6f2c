import * as z from 'zod';

/** Most characters of a domain. Lengths are limited because functions' environments are: 4 KB in all. */
export const MAX_DOMAIN = 100;

/** A name, not empty. */
export const word = z.string().min(1).max(64);

/** A domain, or the name of a host. */
export const domain = z
  .string()
  .max(MAX_DOMAIN)
  .regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'must be a domain in lower case, such as nysb.uscourts.gov');

/** The ARN of a KMS key. Not an alias, which could later point to another key. */
export const keyArn = z
  .string()
  .regex(
    /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]{1,64}$/,
    'must be the ARN of a key, such as arn:aws:kms:us-east-1:123456789012:key/…',
  );

/** The name of a DynamoDB table. Short enough for the functions' environments. */
export const tableName = z
  .string()
  .regex(/^[A-Za-z0-9_.-]{3,90}$/, 'must be the name of a table, 3 to 90 of A-Z, a-z, 0-9 and "_.-"');

/** A whole number. @param most Both bounds are allowed */
export function whole(least: number, most: number): z.ZodNumber {
  return z.number().int().min(least).max(most);
}

/** A number of days among these. */
export function oneOf(days: readonly number[]): z.ZodNumber {
  const message = `must be one of the numbers of days that CloudWatch has: ${days.join(', ')}`;
  return z.number().refine((given) => days.includes(given), message);
}
