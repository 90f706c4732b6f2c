import { Temporal } from 'temporal-polyfill';
import { courtTime } from '../lib/court-time.ts';

// The codes that audit log entries keep, in words.

/** Why something is or was paused, inside a sentence; by the code of a hold. */
const PAUSES: Readonly<Record<string, string>> = {
  person: 'by a person',
  restored: 'tables restored from a backup',
  'daily-quota': 'daily email quota',
  'ses-daily-quota': 'daily email quota',
  'too-slow': 'too little time left',
  'breaker-bounces': 'too many bounces',
  'breaker-complaints': 'too many spam complaints',
  'breaker-failures': 'too many failures in a row',
};

/** `too many bounces, by a person`. */
export function pauseWords(reasons: readonly string[]): string {
  return reasons.map((reason) => PAUSES[reason] ?? reason).join(', ');
}

/** The status of a phase before or after a release; by the code of the entry. */
const STATUSES: Readonly<Record<string, string>> = {
  'held-by-plan': 'on hold in the plan',
  'needs-release': 'waiting for release',
  'approval-void': 'approval void',
  unconfirmed: 'waiting for confirmation',
  'no-roster': 'waiting for a roster',
  'progress-stale': 'waiting for an up-to-date roster',
  missed: 'missed',
  expired: 'expired',
  cancelled: 'canceled',
  'sends-unsettled': 'waiting for unknown emails',
  'has-run': 'sent under earlier dates',
  running: 'sending',
  dismissed: 'decided against',
  'unfit-text': 'text doesn’t fit the plan',
  released: 'released',
};

/** `canceled` of `cancelled:notice-1_20180724T130000Z`, `waiting for release` of `needs-release`. */
export function statusWords(code: string): string {
  const [name = code] = code.split(':');
  return STATUSES[name] ?? name;
}

const SUPPRESSED: Readonly<Record<string, string>> = {
  'hard-bounce': 'suppressed after a hard bounce',
  complaint: 'suppressed after a spam complaint',
  asked: 'suppressed at the filer’s request',
};

/** An address and why it was suppressed, of `primary hard-bounce` or `secondary-1 complaint`. */
export function suppressedWords(code: string): { readonly address: string; readonly status: string } {
  const [place = '', reason = ''] = code.split(' ');
  const [kind, number] = place.split('-');
  return {
    address: kind === 'secondary' ? `Secondary address ${number}` : 'Primary address',
    status: SUPPRESSED[reason] ?? 'suppressed',
  };
}

/** When the version of a plan or roster was uploaded, of `20180724T130000Z-1a2b3c4d5e6f`; other texts stay. */
export function versionTime(version: string, zone: string): string {
  const [, date, hour, minute, second] = /^(\d{8})T(\d{2})(\d{2})(\d{2})Z-/.exec(version) ?? [];
  if (date === undefined) return version;
  return courtTime(Temporal.Instant.from(`${date}T${hour}${minute}${second}Z`), zone);
}

/** `court › help desk › phone` of `court.helpDesk.phone`. */
export function memberWords(path: string): string {
  const steps = path.split('.');
  return steps.map((step) => step.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)).join(' › ');
}
