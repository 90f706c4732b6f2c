import * as z from 'zod';
import { anchorsOf } from '../anchors.ts';
import type { Campaign, PlanPart } from '../campaign.ts';
import { type Found, quoted } from './problem.ts';

/** Dates, windows and members that the campaign names and its plan lacks; anchors that can't be told apart. */
export function checkPlan(campaign: Campaign): Found[] {
  return [
    ...checkPivot(campaign),
    ...repeatedAnchors(campaign),
    ...checkPaths(campaign),
    ...checkDates(campaign),
    ...checkMaxAge(campaign),
    ...checkTemplate(campaign),
  ];
}

function checkPivot({ pivot, progress, dates }: Campaign): Found[] {
  const named = [
    ['pivot', pivot],
    ['progress.since', progress.since],
  ] as const;
  return named
    .filter(([, anchor]) => !(anchor in dates))
    .map(([row, anchor]) => {
      const found = `"${anchor}" isn't among the dates`;
      return problem(row, { found, expected: `name one of ${quoted(Object.keys(dates))}` });
    });
}

function repeatedAnchors(campaign: Campaign): Found[] {
  const anchors = anchorsOf(campaign);
  const repeated = new Set(anchors.filter((anchor, at) => anchors.indexOf(anchor) < at));
  return [...repeated].map((anchor) =>
    problem(`anchor "${anchor}"`, {
      found: 'two dates or ends of windows have this name',
      expected: 'give each a name of its own',
    }),
  );
}

function checkPaths({ plan, dates, windows }: Campaign): Found[] {
  const paths = [
    ...Object.entries(dates).map(([name, { at }]) => [`date "${name}"`, at] as const),
    ...Object.entries(windows).map(([name, { at }]) => [`window "${name}"`, at] as const),
    ...plan.wording.map((path) => ['wording', path] as const),
    ...Object.keys(plan.fields).map((path) => [`field "${path}"`, path.split('.')] as const),
  ];
  return paths
    .filter(([, path]) => !hasMember(plan, path))
    .map(([row, path]) =>
      problem(row, {
        found: `the plan has no member "${path.join('.')}"`,
        expected: 'add it to the plan’s members or correct the path',
      }),
    );
}

/** What was announced is compared by the plan's members that hold dates: a date is one of its own. */
function checkDates({ dates }: Campaign): Found[] {
  const nested = Object.entries(dates).filter(([, { at }]) => at.length !== 1);
  return nested.map(([name, { at }]) =>
    problem(`date "${name}"`, {
      found: `it is inside "${at.slice(0, -1).join('.')}"`,
      expected: 'make it a member of the plan itself',
    }),
  );
}

function checkMaxAge({ progress, plan }: Campaign): Found[] {
  if (progress.maxAgeDays in plan.members) return [];
  const found = `progress.maxAgeDays names the plan's member "${progress.maxAgeDays}", which doesn't exist`;
  return [problem('members', { found, expected: 'add it, as a number of days' })];
}

/** A new plan starts with phases that it can have. */
function checkTemplate(campaign: Campaign): Found[] {
  const [kinds, anchors] = [Object.keys(campaign.kinds), anchorsOf(campaign)];
  return campaign.plan.template.phases.flatMap(({ id, kind, when }) => [
    ...(kinds.includes(kind) ? [] : [inTemplate(id, { kind, known: kinds })]),
    ...(anchors.includes(when.anchor) ? [] : [inTemplate(id, { kind: when.anchor, known: anchors })]),
  ]);
}

function inTemplate(id: string, { kind, known }: { kind: string; known: readonly string[] }): Found {
  return problem(`phase "${id}" of the template`, {
    found: `it names "${kind}", which doesn't exist`,
    expected: `name one of ${quoted(known)}`,
  });
}

/** Whether the campaign's part of the plan has a member: `['court', 'links', 'help']`. */
function hasMember({ members, court, links }: PlanPart, path: readonly string[]): boolean {
  if (path[0] !== 'court') return has(members, path);
  return path[1] === 'links' ? has(links, path.slice(2)) : has(court, path.slice(1));
}

function has(shape: z.core.$ZodShape, [name, ...rest]: readonly string[]): boolean {
  const member = name === undefined ? undefined : shape[name];
  if (!member) return false;
  return rest.length === 0 || has(shapeOf(member), rest);
}

/** The members of an object's schema, whatever wraps it. */
function shapeOf(schema: z.core.$ZodType): z.core.$ZodShape {
  if (schema instanceof z.ZodObject) return schema.shape;
  const isWrapped =
    schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault;
  return isWrapped ? shapeOf(schema.unwrap()) : {};
}

function problem(row: string, rest: Pick<Found, 'found' | 'expected'>): Found {
  return { table: 'plan', row, ...rest };
}
