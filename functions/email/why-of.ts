import { campaign } from '#campaign';
import type { EmailPart } from '../../campaigns/campaign.ts';
import { stateRow } from '../domain/filer/rules.ts';
import { DATE_CHANGE } from '../domain/plan/kinds.ts';
import { clean } from '../lib/clean.ts';
import type { EmailInput } from './email-input.ts';
import type { Earlier, Why } from './model.ts';

const { asTold = (reason) => reason }: EmailPart = campaign.email;

/** How reasons begin, and those that say what isn't known. */
const RECORDS = /^our records (?=\S)/;
const UNKNOWN = /^our records (?=do not )/;

/**
 * Why a filer has their state, as an email says it. What the clerk has to settle isn't told: then the verdict's reason is
 * the only one.
 */
export function whyOf(
  { kind, state: { state, reason, account }, earlier: previous }: EmailInput,
  { was }: Pick<Earlier, 'was'>,
): Why {
  const isInternal = account !== null && stateRow(state).isInternal;
  const told = asTold(clean(isInternal ? account.reason : reason));
  const other = account && !isInternal && account.reason !== reason ? asTold(clean(account.reason)) : '';
  // Except in a change of dates, an email begins with what the previous one said.
  const isSaid = kind !== DATE_CHANGE && was !== '' && previous?.state === account?.state;
  return {
    state: told,
    State: sentence(told),
    Now: sentence(nowOf(told, was !== '')),
    Still: sentence(told.replace(RECORDS, 'our records still ')),
    account: isSaid ? '' : other,
    Also: sentence(alsoOf(other, isSaid)),
  };
}

function nowOf(reason: string, isOther: boolean): string {
  if (!UNKNOWN.test(reason)) return reason.replace(RECORDS, 'our records now ');
  return isOther ? reason.replace(UNKNOWN, 'our records no longer show that. They ') : reason;
}

function alsoOf(reason: string, isSaid: boolean): string {
  if (isSaid) return reason.replace(RECORDS, 'they still ');
  return reason.replace(UNKNOWN, 'they ').replace(RECORDS, 'they also ');
}

function sentence(clause: string): string {
  return clause.charAt(0).toUpperCase() + clause.slice(1);
}
