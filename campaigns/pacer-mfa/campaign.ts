import type { Campaign } from '../campaign.ts';
import { columns, key, progress } from './columns.ts';
import { email } from './email.ts';
import { factsOf } from './facts.ts';
import { kinds } from './kinds.ts';
import { dates, plan, windows } from './plan.ts';
import { STATUS_RULES, VERDICT_RULES } from './rules.ts';
import { flags, states } from './states.ts';

/** PACER requires multifactor authentication of everyone who files. */
export const campaign = {
  name: 'pacer-mfa',
  title: 'PACER MFA',
  example: 'pacer-mfa',
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
  pivot: 'deadline',
  kinds,
  plan,
  email,
} as const satisfies Campaign;
