import { campaign } from '#campaign';
import { STATE_WORDS, type State } from '../../../functions/domain/filer/state.ts';
import { kindOf, PHASE_KINDS } from '../../../functions/domain/plan/kinds.ts';
import type { HoldReason } from '../../../functions/domain/run/may-start.ts';
import type { PhaseOutcome } from './figures.ts';

/** What phases wait for a person to confirm. */
const CLAIMS = [...new Set(PHASE_KINDS.flatMap((kind) => kindOf(kind).gate?.claim ?? []))];
const { label, status } = campaign.progress;

/** Why a phase waits, or never started, and what would let it start. */
const HOLD_MESSAGES: Readonly<Record<HoldReason, string>> = {
  'held-by-plan': 'on hold in the plan ("hold": true)',
  'needs-release': 'someone must approve it',
  'approval-void': 'its approval is void: someone must approve it again',
  unconfirmed: `someone must confirm that ${CLAIMS.join(', or that ')}`,
  'no-roster': 'no roster is active',
  'progress-stale': `${label} is out of date: an update with ${status} must be uploaded first`,
  missed: 'its start time had passed',
  expired: 'it had expired before it could start',
  cancelled: 'its run was canceled by a newer plan: someone must release it again',
  'has-run': 'it was already sent, under an earlier plan',
  'sends-unsettled': 'emails of a canceled run are still being sent',
  dismissed: 'someone decided that filers need not hear of it',
  'unfit-text': 'its text does not fit the plan any more',
};

/** What holds a phase or canceled it; a reason without a message is shown as it is. */
export function reasonMessage(reason: string): string {
  return (HOLD_MESSAGES as Readonly<Record<string, string>>)[reason] ?? reason;
}

/** What the report calls what became of a phase. */
export const OUTCOME_LABELS: Readonly<Record<PhaseOutcome, string>> = {
  done: 'done',
  sending: 'not finished',
  held: 'held',
  cancelled: 'canceled',
  'not-started': 'not started',
};

/** States with their counts, most work first, without empty ones. */
export function statesInOrder(byState: Readonly<Partial<Record<State, number>>>): [State, number][] {
  return (Object.keys(STATE_WORDS) as State[]).flatMap((state) =>
    byState[state] ? [[state, byState[state]] as [State, number]] : [],
  );
}
