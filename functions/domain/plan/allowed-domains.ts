import * as z from 'zod';

/** See {@link AllowedDomains}. */
export const allowedDomainsSchema = z.object({
  /** Where emails may come from: SES sends from no other domain. */
  sender: z.string(),
  /** Domains that a plan's `linkDomains` may name, or subdomains of. */
  linkDomains: z.array(z.string()).readonly(),
});
/** What the deployment allows a plan. */
export type AllowedDomains = Readonly<z.output<typeof allowedDomainsSchema>>;
