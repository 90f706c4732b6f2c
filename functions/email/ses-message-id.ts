/**
 * The Message-ID under which SES sent a message: SES puts its own in the place of ours.
 *
 * @param id what SES answered, without domain
 */
export function sesMessageId(id: string, region: string): string {
  return `${id}@${region === 'us-east-1' ? 'email' : region}.amazonses.com`;
}
