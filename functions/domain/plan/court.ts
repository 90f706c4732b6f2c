import * as z from 'zod';
import { email, line, link, slug } from './values.ts';

/** The court as a plan describes it. */
export const courtSchema = z.strictObject({
  id: slug.describe("Short name of the court, such as nysb. Part of every filer's id: never change it"),
  name: line.describe('Full name of the court, as emails show it'),
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
  links: z
    .strictObject({
      nextgen: link.describe("The court's NextGen page with the step-by-step instructions"),
      nextgenLabel: line
        .optional()
        .describe(
          "What the link to that page is called on the court's website, such as NextGen: Central Sign-On",
        ),
      ecfLogin: link.describe("The court's ECF login page, where a password is reset"),
    })
    .describe("The court's own pages"),
  severalAccounts: z
    .enum(['link-apart', 'ask-help-desk'])
    .default('ask-help-desk')
    .describe(
      'What a person with several CM/ECF accounts is told: link each one, or ask the help desk first',
    ),
});

/** PACER's own addresses: the same for every court, unless a plan says otherwise. */
export const pacerSchema = z.strictObject({
  phone: line.default('800-676-6856').describe('Phone of the PACER Service Center'),
  email: email.default('pacer@psc.uscourts.gov').describe('Address of the PACER Service Center'),
  hours: line.default('Monday to Friday, 8 a.m. to 6 p.m. Central Time').describe('Its hours'),
  register: link
    .default('https://pacer.uscourts.gov/register-account')
    .describe('Where a person registers for an individual account'),
  manageAccount: link
    .default('https://pacer.psc.uscourts.gov/pscof/login.xhtml')
    .describe('Manage My Account: where the account type shows and is upgraded'),
  faq: link.default('https://pacer.uscourts.gov/help/faqs').describe('Answers to frequent questions'),
  paa: link
    .default('https://pacer.uscourts.gov/my-account-billing/billing/pacer-administrative-account')
    .describe('About PACER Administrative Accounts'),
  paaRegister: link
    .default('https://pacer.uscourts.gov/register-account/group-billing')
    .describe('Where a firm registers for one'),
});
