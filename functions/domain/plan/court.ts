import * as z from 'zod';
import { campaign } from '#campaign';
import { email, line, slug } from '../../lib/plan-values.ts';

/** The court as a plan describes it. */
export const courtSchema = z.strictObject({
  id: slug.describe("Short name of the court, such as nysb. Part of every filer's id: never change it"),
  name: line.describe('Full name of the court, as emails show it'),
  shortName: line
    .max(40)
    .optional()
    .describe('How the subjects of emails begin, such as NYSB. Left out: the id in capital letters'),
  zone: z.string().min(1).describe('IANA time zone of all times in the plan, such as America/New_York'),
  sender: z
    .strictObject({
      name: line.describe('Who the emails are from'),
      address: email.describe("Address the emails are from, of the court's own domain"),
    })
    .describe('Sender of every email'),
  helpDesk: z
    .strictObject({
      email: email.describe('Where replies go'),
      phone: line.optional().describe('Phone of the help desk'),
      hours: line.describe('When the help desk answers, with its time zone'),
    })
    .describe("The court's own help desk"),
  links: z.strictObject(campaign.plan.links).describe("The court's own pages"),
  ...campaign.plan.court,
});
