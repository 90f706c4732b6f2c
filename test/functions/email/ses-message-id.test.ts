import { describe, expect, it } from 'vitest';
import { sesMessageId } from '../../../functions/email/ses-message-id.ts';

describe('sesMessageId', () => {
  it.each([
    ['us-east-1', '0100-abc@email.amazonses.com'],
    ['us-gov-west-1', '0100-abc@us-gov-west-1.amazonses.com'],
  ])('names the message as SES in %s does', (region, id) => {
    expect(sesMessageId('0100-abc', region)).toBe(id);
  });
});
