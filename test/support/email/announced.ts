import type { MessageKind } from '../../../functions/domain/plan/kinds.ts';
import type { Announced } from '../../../functions/email/email-input.ts';
import { makeText } from '../../../functions/email/markdown/own-text.ts';

/** What the samples of announcements say. */
export function announcedIn(kind: MessageKind): Announced {
  switch (kind) {
    case 'correction':
      return {
        corrections: [
          { label: 'Our help desk’s phone number', was: '212-555-0100', now: '212-284-4040' },
          { label: 'How to file in an emergency', was: 'Call the help desk.', now: null },
        ],
      };
    case 'one-off':
      return { oneOff: { subject: 'The clerk’s office is closed on Monday', made: makeText(ONE_OFF_TEXT) } };
    default:
      return {};
  }
}

const ONE_OFF_TEXT = `The clerk’s office is **closed on Monday**. You can still file online.

- Call {{help-desk-phone}} if you need help.
- Write to [our help desk](mailto:{{help-desk-email}}).`;
