/** The account that the embedded cloud plays. */
export const ACCOUNT = '000000000000';
/** Its region. */
export const REGION = 'us-east-1';

/** ARN of a resource of the account: `arnOf('dynamodb', 'table/x')`. */
export function arnOf(service: string, resource: string): string {
  return `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;
}

/** The last part of an ARN: a queue's, bus's or function's name. */
export function nameIn(arn: string): string {
  return arn.split(/[:/]/).at(-1) ?? arn;
}
