import * as z from 'zod';
import { anchorsOf, anchorWordsOf } from '../../campaigns/anchors.ts';
import type { Campaign, Kind } from '../../campaigns/campaign.ts';
import { code, listed, page, table } from './markdown.ts';
import { type JsonSchema, MEMBERS_HEAD, memberRows } from './members.ts';

/** The guide to a campaign's part of launch.json: its dates, its kinds of phases, its members. */
export function planGuide(campaign: Campaign): string {
  const { name, title, example, pivot, dates, windows, kinds } = campaign;
  return page(`Launch plan: ${title}`, {
    from: `campaigns/${name}/`,
    parts: [
      `What launch.json holds for ${title}, besides the members that [every plan has](../../launch-plan.md#members). ` +
        `Start from [a complete plan](../../../examples/${example}/launch.json), and name ` +
        `[its JSON Schema](../../../examples/${example}/launch.schema.json) in \`$schema\` so that editors complete and check it.`,
      '## Dates',
      `Phases count from these. The pivot is ${code(pivot)}: emails give that date, and filers who were told another one can be notified when it moves.`,
      table(
        ['anchor', 'what it is', 'member'],
        anchorsOf(campaign).map((anchor) => [
          code(anchor),
          anchorWordsOf(campaign, anchor),
          memberOf(anchor, campaign),
        ]),
      ),
      ...(Object.keys(windows).length > 0
        ? [
            '## Windows',
            'Required unless the pivot is to be announced; then they are left out.',
            table(
              ['member', 'what it is', 'anchors'],
              Object.values(windows).map(({ at, label, anchors, endsAtPivot }) => [
                code(at.join('.')),
                endsAtPivot ? `${label}, until ${dates[pivot]!.words}` : label,
                anchors ? `${code(anchors.start)}, ${code(anchors.end)}` : '',
              ]),
            ),
          ]
        : []),
      '## Kinds of phases',
      table(
        ['kind', 'name', 'starts', 'expires unless the plan says otherwise', 'also'],
        Object.entries(kinds).map(([kind, row]) => [
          code(kind),
          row.label,
          startOf(row, campaign),
          row.expires.words,
          conditionsOf(row, campaign),
        ]),
      ),
      '[Who gets which](states.md#who-gets-which-email).',
      '## Members',
      table(MEMBERS_HEAD, memberRows(schemaOf(campaign))),
    ],
  });
}

function memberOf(anchor: string, { dates, windows }: Campaign): string {
  const date = dates[anchor];
  if (date) return code(date.at.join('.'));
  const window = Object.values(windows).find(({ anchors }) => Object.values(anchors ?? {}).includes(anchor))!;
  return code([...window.at, window.anchors!.start === anchor ? 'from' : 'to'].join('.'));
}

function startOf({ before, from, after }: Kind, campaign: Campaign): string {
  const words = (anchor: string) => anchorWordsOf(campaign, anchor);
  const parts = [
    ...(before ? [`before ${words(before)}`] : []),
    ...(from ? [`at ${words(from)} or later`] : []),
    ...(after ? [`after ${words(after)}`] : []),
  ];
  return parts.length > 0 ? listed(parts) : 'at any time';
}

function conditionsOf({ gate, needsProgress, thread }: Kind, { progress }: Campaign): string {
  return [
    ...(gate ? [`With ${code(gate.member)}, waits until someone confirms that ${gate.claim}.`] : []),
    ...(needsProgress
      ? [`Held while the roster's ${progress.label} is older than ${code(progress.maxAgeDays)} days.`]
      : []),
    ...(thread ? [thread === 'starts' ? 'Starts an email thread.' : 'Continues that thread.'] : []),
  ].join(' ');
}

/** The campaign's members alone, where launch.json has them. */
function schemaOf({ plan: { members, court, links } }: Campaign): JsonSchema {
  const schema = z.strictObject({
    court: z.strictObject({ links: z.strictObject(links), ...court }),
    ...members,
  });
  return z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }) as JsonSchema;
}
