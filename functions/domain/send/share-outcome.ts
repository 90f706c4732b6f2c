import type { Fact } from './fact.ts';

/** What SES made of one email. */
export type SesAnswer =
  | { readonly outcome: 'sent'; readonly messageId: string }
  /** A definite no for this email. */
  | { readonly outcome: 'failed'; readonly reason: string }
  /** It may have gone out or not. */
  | { readonly outcome: 'unknown'; readonly reason: string }
  /** A definite not now: too fast. */
  | { readonly outcome: 'throttled' }
  /** A definite no for every email, until a person or a day changes it. */
  | { readonly outcome: 'refused-all'; readonly reason: string };

/** What a share of emails came to. */
export interface ShareOutcome<Attempt> {
  /** The facts to log, without ids and time. */
  readonly answers: readonly (Pick<Fact, 'kind' | 'reason' | 'messageId'> & { readonly attempt: Attempt })[];
  /** SES definitely didn't take these: their claims are taken back. */
  readonly notSent: readonly Attempt[];
  readonly throttled: boolean;
  /** Why SES refuses every email, if so. */
  readonly refusedAll?: string;
}

/** Whether an answer ends its share: no other email would be taken now. */
export function endsShare(answer: SesAnswer): boolean {
  return answer.outcome === 'throttled' || answer.outcome === 'refused-all';
}

/** Sums up SES's answers to a share. @param answered `undefined`: the email was never given to SES. */
export function shareOutcome<Attempt>(
  answered: readonly { readonly attempt: Attempt; readonly answer: SesAnswer | undefined }[],
): ShareOutcome<Attempt> {
  const answers: ShareOutcome<Attempt>['answers'][number][] = [];
  const notSent: Attempt[] = [];
  let throttled = false;
  let refusedAll: string | undefined;
  for (const { attempt, answer } of answered) {
    if (answer?.outcome === 'throttled') throttled = true;
    if (answer?.outcome === 'refused-all') refusedAll ??= answer.reason;
    if (!answer || answer.outcome === 'throttled' || answer.outcome === 'refused-all') notSent.push(attempt);
    else {
      const { outcome, ...rest } = answer;
      answers.push({ attempt, kind: outcome, ...rest });
    }
  }
  return { answers, notSent, throttled, ...(refusedAll !== undefined && { refusedAll }) };
}
