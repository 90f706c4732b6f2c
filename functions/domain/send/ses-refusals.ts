/** Why SES wouldn't deliver an email that it had taken, by the code of its event: no mail server was asked. */
const REFUSALS: Readonly<Record<string, string>> = {
  'Permanent/Suppressed': 'an earlier email to this address bounced',
  'Permanent/EmailValidationSuppressed': 'its check found that the address can’t receive email',
  'Permanent/OnAccountSuppressionList': 'the address is on the account’s suppression list',
  'Permanent/OnTenantSuppressionList': 'the address is on the account’s suppression list',
  'Permanent/UnsubscribedRecipient': 'the filer unsubscribed through Amazon SES',
  Reject: 'it found malware in the email',
};

/** What pages, exports and commands say: `Amazon SES would not deliver it: an earlier email to this address bounced.` `null`: SES tried, or the code isn't known. */
export function sesRefusal(reason: string | null | undefined, what = 'it'): string | null {
  const why = reason == null ? undefined : REFUSALS[reason];
  return why === undefined ? null : `Amazon SES would not deliver ${what}: ${why}.`;
}
