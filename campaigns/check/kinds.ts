import { anchorsOf } from '../anchors.ts';
import type { Campaign, Kind } from '../campaign.ts';
import { type Found, quoted, type Surroundings } from './problem.ts';

/** Kinds of phases without a message, and names in them that other tables don't have. */
export function checkKinds(campaign: Campaign, around: Surroundings): Found[] {
  return Object.entries(campaign.kinds).flatMap(([name, kind]) => [
    ...checkMessage(name, campaign, around),
    ...checkNames(name, kind, campaign),
    ...checkExpiry(name, kind),
  ]);
}

function checkMessage(name: string, campaign: Campaign, { templates, messages }: Surroundings): Found[] {
  if (messages.includes(name))
    return [
      problem(name, { found: 'every campaign has a message of this name', expected: 'choose another name' }),
    ];
  if (templates.includes(name)) return [];
  const expected = `write templates/${campaign.name}/messages/${name}.md`;
  return [problem(name, { found: 'its message is missing', expected })];
}

function checkNames(name: string, kind: Kind, campaign: Campaign): Found[] {
  const { without, skipped, before, from, after, gate } = kind;
  const anchors = anchorsOf(campaign);
  const unknownStates = [...without, ...skipped].filter((state) => !(state in campaign.states));
  const unknownAnchors = [before, from, after].filter((anchor) => anchor && !anchors.includes(anchor));
  return [
    ...unknownStates.map((state) =>
      problem(name, {
        found: `it names the state "${state}", which doesn't exist`,
        expected: `the states are ${quoted(Object.keys(campaign.states))}`,
      }),
    ),
    ...unknownAnchors.map((anchor) =>
      problem(name, {
        found: `it names the anchor "${anchor}", which doesn't exist`,
        expected: `the anchors are ${quoted(anchors)}`,
      }),
    ),
    ...(gate && !(gate.member in campaign.plan.members)
      ? [
          problem(name, {
            found: `its gate is the plan's member "${gate.member}", which doesn't exist`,
            expected: 'add it to the plan’s members, as a boolean',
          }),
        ]
      : []),
  ];
}

function checkExpiry(name: string, { before, expires }: Kind): Found[] {
  if (before !== undefined || expires.days !== undefined) return [];
  const expected = 'give `expires.days`, or an anchor as `before`';
  return [problem(name, { found: 'nothing says when it expires', expected })];
}

function problem(kind: string, rest: Pick<Found, 'found' | 'expected'>): Found {
  return { table: 'kinds', row: `kind "${kind}"`, ...rest };
}
