/** Why SES wouldn't deliver an email that it had taken, by the code of its event: no mail server was asked. */
const REFUSALS: Readonly<Record<string, string>> = {
  'Permanent/Suppressed': 'the address bounced before',
  'Permanent/EmailValidationSuppressed': 'by its check, the address can’t receive email',
  'Permanent/OnAccountSuppressionList': 'the address is on the account’s suppression list',
  'Permanent/OnTenantSuppressionList': 'the address is on the account’s suppression list',
  'Permanent/UnsubscribedRecipient': 'the filer unsubscribed there',
  Reject: 'it took the email for malware',
};

/** What pages, exports and commands say: `Amazon SES would not deliver it: the address bounced before.` `null`: SES tried, or the code isn't known. */
export function sesRefusal(reason: string | null | undefined, what = 'it'): string | null {
  const why = reason == null ? undefined : REFUSALS[reason];
  return why === undefined ? null : `Amazon SES would not deliver ${what}: ${why}.`;
}
