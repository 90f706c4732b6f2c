import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { composeEmail } from '../../../functions/email/compose.ts';
import { SAMPLES } from '../../support/email/people.ts';

/**
 * Python's own parser, which has no author in common with our library and stops at the first defect. It leaves a
 * second space between two encoded words of a name.
 */
const READ = `
import base64, email, email.policy, json, sys
def read(raw):
    message = email.message_from_bytes(base64.b64decode(raw), policy=email.policy.default.clone(raise_on_defect=True))
    text, html = message.iter_parts()
    return {
        "subject": message["Subject"], "to": " ".join(message["To"].addresses[0].display_name.split()),
        "date": message["Date"].datetime.isoformat(), "types": [message.get_content_type(), text.get_content_type(), html.get_content_type()],
        "charsets": [text.get_content_charset(), html.get_content_charset()],
        "text": text.get_content().replace("\\r\\n", "\\n"), "html": html.get_content().replace("\\r\\n", "\\n"),
    }
json.dump([read(raw) for raw in json.load(sys.stdin)], sys.stdout)
`;

describe("Python's email parser", () => {
  it('reads every message back without a defect', { timeout: 60_000 }, async () => {
    const inputs = SAMPLES.map(({ input }) => ({
      ...input,
      filer: { ...input.filer, lastName: 'Müller-Łukasiewicz 王' },
    }));
    const emails = await Promise.all(inputs.map(composeEmail));
    const raws = emails.map(({ raw }) => Buffer.from(raw).toString('base64'));
    const answer = execFileSync('python3', ['-c', READ], {
      input: JSON.stringify(raws),
      maxBuffer: 64 * 1024 * 1024,
    });
    const parsed = JSON.parse(answer.toString('utf8')) as Record<string, unknown>[];
    expect(parsed).toHaveLength(emails.length);
    for (const [at, { subject, text, html }] of emails.entries())
      expect(parsed[at]).toEqual({
        subject,
        to: 'Jane Müller-Łukasiewicz 王',
        date: inputs[at]!.at.toZonedDateTimeISO('America/New_York').toString({ timeZoneName: 'never' }),
        types: ['multipart/alternative', 'text/plain', 'text/html'],
        charsets: ['utf-8', 'utf-8'],
        text,
        html,
      });
  });
});
