import { Temporal } from 'temporal-polyfill';
import type { Filer } from '../../../functions/domain/filer/filer.ts';
import { stateOf } from '../../../functions/domain/filer/rules.ts';
import { MESSAGE_KINDS, type MessageKind } from '../../../functions/domain/plan/kinds.ts';
import { pivotDate } from '../../../functions/domain/plan/phases.ts';
import type { Plan } from '../../../functions/domain/plan/plan.ts';
import { decide } from '../../../functions/domain/run/audience.ts';
import type { EmailInput } from '../../../functions/email/email-input.ts';
import { plan, SENT } from './samples.ts';
import { FILERS, ONLY_AFTER } from './seed-filers.ts';

/** One filer for every state, verdict and flag that an email can meet, by a name that says which. */
export const PEOPLE: Readonly<Record<string, Filer>> = {
  ...FILERS,
  linked: { ...FILERS.upgraded, linkStatus: 'linked', linkAsOf: '2018-10-23' },
  inactive: { ...FILERS.legacy, cmecfStatus: 'inactive' },
  judge: { ...FILERS.mystery, userType: 'judge' },
  'mailbox-shared': {
    ...FILERS.old,
    sharedAddress: true,
    pacerAccounts: [],
    firm: 'Doe & Doe LLP',
    userType: 'trustee',
  },
  'failed-no-account': { ...FILERS.none, linkStatus: 'failed', linkAsOf: '2018-10-23' },
  'pending-mystery': { ...FILERS.mystery, linkStatus: 'pending', linkAsOf: '2018-10-23' },
};

/** States that only a roster after go-live can give. */
const AFTER_ONLY = [...ONLY_AFTER, 'linked', 'failed-no-account', 'pending-mystery'];

interface Sample {
  readonly kind: MessageKind;
  readonly who: string;
  readonly input: EmailInput;
}

/** Every message for everybody who can get it. */
export const SAMPLES: readonly Sample[] = MESSAGE_KINDS.flatMap((kind) =>
  Object.keys(PEOPLE)
    .filter((who) => canGet(kind, who))
    .map((who) => ({ kind, who, input: sampleInput(kind, who) })),
);

export function sampleInput(kind: MessageKind, who: string, of: Plan = plan): EmailInput {
  const { at, number, of: count } = SENT[kind];
  const filer = PEOPLE[who]!;
  return {
    plan: of,
    kind,
    phase: { id: `${kind}-${number}`, number, of: count },
    filer,
    state: stateOf(filer, pivotDate(of)),
    to: filer.email!,
    at: Temporal.Instant.from(at),
    ...(kind === 'date-change' ? { launchChange: { previous: '2018-10-15' } } : {}),
  };
}

function canGet(kind: MessageKind, who: string): boolean {
  const late = AFTER_ONLY.includes(who);
  if (kind === 'date-change') return !late;
  if (kind === 'pre-outage' && who === 'linked') return true;
  if (late && (kind === 'notice' || kind === 'pre-outage')) return false;
  return decide(kind, stateOf(PEOPLE[who]!, pivotDate(plan))).send;
}
