import { campaign } from '#campaign';
import type { MessageKind } from '../../../functions/domain/plan/kinds.ts';
import type { Plan } from '../../../functions/domain/plan/plan.ts';
import type { Announced } from '../../../functions/email/email-input.ts';
import { makeText } from '../../../functions/email/markdown/own-text.ts';
import { stating } from '../../../functions/email/stating.ts';

/** What the samples of announcements say: corrections of a fact that every plan has, and of one that the plan left out. */
export function announcedIn(kind: MessageKind, plan: Plan): Announced {
  switch (kind) {
    case 'correction':
      return {
        corrections: [
          stating('help-desk-phone', { was: '212-555-0100', now: plan.court.helpDesk.phone ?? null }),
          stating(WORDING, { was: 'Try again after one hour.', now: null }),
        ],
      };
    case 'one-off':
      return { oneOff: { subject: "The clerk's office is closed on Monday", made: makeText(ONE_OFF_TEXT) } };
    default:
      return {};
  }
}

/** The campaign's last fact is wording of the court's own. */
const WORDING = Object.keys(campaign.email.stated).at(-1)!;

const ONE_OFF_TEXT = `The clerk's office is **closed on Monday**. You can still file online.

- Call {{help-desk-phone}} if you need help.
- Write to [{{help-desk-email}}](mailto:{{help-desk-email}}).`;
