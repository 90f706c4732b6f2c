import type { UserType } from '../domain/filer/filer.ts';

/** How an email names a filer's kind; empty where the roster doesn't say. */
export const USER_TYPE_WORDS: Readonly<Record<UserType, string>> = {
  attorney: 'attorney',
  trustee: 'trustee',
  'us-trustee': 'U.S. Trustee staff',
  'filing-agent': 'filing agent',
  'limited-filer': 'limited filer',
  creditor: 'creditor',
  'court-reporter': 'court reporter',
  transcriber: 'transcriber',
  auditor: 'auditor',
  'course-provider': 'course provider',
  'government-attorney': 'government attorney',
  media: 'media',
  'pro-se': 'party without an attorney',
  judge: 'judge',
  'court-staff': 'court staff',
  unknown: '',
};
