import type { Campaign } from '../campaign.ts';
import { columns, key, progress } from './columns.ts';
import { email } from './email.ts';
import { factsOf } from './facts.ts';
import { kinds } from './kinds.ts';
import { dates, plan, windows } from './plan.ts';
import { flags, states } from './states.ts';
import { STATUS_RULES } from './status-rules.ts';
import { VERDICT_RULES } from './verdict-rules.ts';

/** A court moves to NextGen CM/ECF. */
export const campaign = {
  name: 'nextgen',
  title: 'NextGen CM/ECF',
  example: 'nysb-2018',
  key,
  columns,
  progress,
  states,
  flags,
  factsOf,
  statusRules: STATUS_RULES,
  verdictRules: VERDICT_RULES,
  dates,
  windows,
  pivot: 'go-live',
  kinds,
  plan,
  email,
} as const satisfies Campaign;
