import { campaign } from '#campaign';
import { table } from '../../../docs/guides/markdown.ts';
import { type JsonSchema, MEMBERS_HEAD, memberRows } from '../../../docs/guides/members.ts';
import { launchSchema } from '../../../functions/domain/plan/launch-schema.ts';

const schema = JSON.parse(launchSchema()) as JsonSchema;
const member = (name: string): JsonSchema => schema.properties![name]!;
const { members, court } = campaign.plan;
const phase = member('phases').items!;
const moment = phase.properties!.when!;

/** A part of the schema without some of its members: what the campaign adds has a page of its own. */
function without(part: JsonSchema, names: Iterable<string>): JsonSchema {
  const left = new Set(names);
  return {
    ...part,
    properties: Object.fromEntries(Object.entries(part.properties!).filter(([name]) => !left.has(name))),
  };
}

/** A part of the schema with what the page says about a member whose values are the campaign's. */
function saying(part: JsonSchema, name: string, description: string): JsonSchema {
  return { ...part, properties: { ...part.properties, [name]: { description } } };
}

/** Members of the top that aren't objects or lists of objects. */
const general = {
  ...schema,
  properties: Object.fromEntries(
    Object.entries(schema.properties!).filter(([, inner]) => !inner.properties && !inner.items?.properties),
  ),
};
const KIND = "Which message is sent, and so to whom: one of the campaign's kinds";
const ANCHOR = "What the days count from: one of the campaign's anchors";

const PARTS: Readonly<Record<string, readonly [part: JsonSchema, path: string]>> = {
  general: [without(general, Object.keys(members)), ''],
  court: [without(member('court'), ['links', ...Object.keys(court)]), 'court'],
  phases: [saying(phase, 'kind', KIND), 'phases[]'],
  moment: [saying(moment, 'anchor', ANCHOR), ''],
  roster: [member('roster'), 'roster'],
  sending: [member('sending'), 'sending'],
};

/** The tables of docs/launch-plan.md by section, as the schema has them. */
export const PLAN_TABLES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(PARTS).map(([section, [part, path]]) => [
    section,
    table(MEMBERS_HEAD, memberRows(part, path)),
  ]),
);
