import * as z from 'zod';
import { anchorsOf } from '../../../campaigns/anchors.ts';
import type { Campaign } from '../../../campaigns/campaign.ts';

/** Everything that only a campaign may name, by what it is. */
export function namesOf(campaign: Campaign): Readonly<Record<string, readonly string[]>> {
  const { key, columns, plan, email, progress, windows, kinds } = campaign;
  return {
    state: Object.keys(campaign.states),
    column: [key.column, ...Object.keys(columns)],
    fact: Object.values(columns).map(({ fact }) => fact),
    value: Object.values(columns).flatMap((column) => ('words' in column ? Object.keys(column.words) : [])),
    kind: Object.keys(kinds),
    anchor: anchorsOf(campaign),
    window: Object.keys(windows),
    member: membersOf(z.strictObject({ ...plan.members, ...plan.court, ...plan.links })),
    flag: Object.keys(campaign.flags),
    step: email.steps,
    case: email.cases,
    word: [
      campaign.name,
      ...campaign.title.split(' '),
      progress.label,
      ...Object.values(kinds).flatMap(({ gate }) => (gate ? [gate.claim] : [])),
    ],
  };
}

/** Names of a schema's members, at any depth. */
function membersOf(schema: z.ZodType): string[] {
  const names: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { properties } = value as { properties?: object };
    if (properties) names.push(...Object.keys(properties));
    Object.values(value).forEach(walk);
  };
  walk(z.toJSONSchema(schema, { io: 'input' }));
  return names;
}
