import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { STATES } from '../../../functions/domain/filer/state.ts';
import { MESSAGE_KINDS } from '../../../functions/domain/plan/kinds.ts';
import { composeEmail } from '../../../functions/email/compose.ts';
import { inputFor, stateFor } from '../../support/email/samples.ts';

describe('composeEmail', () => {
  it.each(MESSAGE_KINDS.flatMap((kind) => STATES.map((state) => [kind, state] as const)))(
    'makes a %s for %s that an independent parser reads back',
    async (kind, state) => {
      const email = await composeEmail(inputFor(kind, stateFor(state)));
      const parsed = await simpleParser(Buffer.from(email.raw));
      expect(parsed.subject).toBe(email.subject);
      expect(parsed.text?.trim()).toBe(email.text.trim());
      expect(parsed.html).toContain('Dear Jane Smith');
      expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
      expect(parsed.headers.has('precedence')).toBe(false);
      expect(parsed.replyTo?.value[0]?.address).toBe('ecf-helpdesk@nysb.uscourts.gov');
      expect(parsed.attachments).toEqual([]);
    },
  );

  it.each([
    ['its own address', 'jane@example.com', true],
    ['a secondary address', 'desk@example.com', false],
  ])('names the other accounts of one person at %s', async (_, to, isNamed) => {
    const input = inputFor('notice', stateFor('needs-upgrade'));
    const filer = { ...input.filer, email: 'jane@example.com', secondaryEmails: ['desk@example.com'] };
    const { html, text } = await composeEmail({ ...input, filer, to, otherAccounts: ['jsmith-tr'] });
    expect([html, text].map((body) => body.includes('jsmith-tr'))).toEqual([isNamed, isNamed]);
  });

  it('makes the same bytes of the same input', async () => {
    const input = inputFor('notice', stateFor('needs-upgrade'));
    expect((await composeEmail(input)).raw).toEqual((await composeEmail(input)).raw);
  });
});
