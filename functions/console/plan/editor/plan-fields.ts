import * as z from 'zod';
import { campaign } from '#campaign';
import type { FieldRow, FieldSection, Table } from '../../../../campaigns/campaign.ts';
import { DATES, WINDOWS } from '../../../domain/plan/dated.ts';
import { planSchema } from '../../../domain/plan/plan.ts';
import type { PlanPath } from '../../../domain/plan/plan-path.ts';
import { COURT_FIELDS, ENGINE_FIELDS } from './engine-fields.ts';

/** How a member of the plan is typed: one line, several, one entry a line, or a choice. */
export type FieldKind = 'line' | 'text' | 'lines' | 'number' | 'date' | 'choice' | 'yes-no';

/** One field of the plan editor. */
export interface PlanField {
  /** Name in the form: its path, `court-helpDesk-phone`. */
  readonly name: string;
  readonly path: PlanPath;
  readonly section: FieldSection;
  readonly group: string | null;
  readonly label: string;
  readonly hint: string | null;
  readonly kind: FieldKind;
  readonly isOptional: boolean;
  /** What a plan that doesn't say has. @default nothing */
  readonly preset?: unknown;
  /** Values of a choice, and what they are called. @default none */
  readonly choices: Table<string>;
}

/** Members that other parts of the editor ask for, or that are Crier's own. */
const ELSEWHERE = [
  '$schema',
  'name',
  'phases',
  'meantDates',
  ...[...DATES, ...WINDOWS].map(([, { at }]) => at.join('.')),
];

/** More than this is a text of several lines. */
const MAX_LINE = 200;

/** A member of the plan that holds a value. */
interface Leaf {
  readonly path: PlanPath;
  readonly schema: z.core.$ZodType;
  readonly isOptional: boolean;
  readonly preset: unknown;
  /** What the schema says about it. @default nothing */
  readonly description: string | undefined;
}

/** Members of the plan that a form can ask for, by the schema; without those in {@link ELSEWHERE}. */
export const LEAVES: readonly Leaf[] = leavesOf(planSchema, {
  path: [],
  isOptional: false,
  preset: undefined,
  description: undefined,
}).filter(({ schema }) => kindOf(schema) !== null);

const ROWS = new Map<string, FieldRow>(
  Object.entries({ ...COURT_FIELDS, ...campaign.plan.fields, ...ENGINE_FIELDS }),
);

/** Every field, in the order of the forms. */
export const PLAN_FIELDS: readonly PlanField[] = [...ROWS].flatMap(([at, row]) => {
  const leaf = LEAVES.find(({ path }) => path.join('.') === at);
  const kind = leaf && kindOf(leaf.schema);
  return kind ? [fieldOf(row, { leaf, kind })] : [];
});

/** The fields of a section, in its order. */
export function fieldsIn(section: FieldSection): PlanField[] {
  return PLAN_FIELDS.filter((field) => field.section === section);
}

function leavesOf(schema: z.core.$ZodType, { description, ...about }: Omit<Leaf, 'schema'>): Leaf[] {
  // A description may be on what wraps the member's own schema.
  const at = { ...about, description: description ?? z.globalRegistry.get(schema as never)?.description };
  if (ELSEWHERE.includes(at.path.join('.'))) return [];
  if (schema instanceof z.ZodOptional) return leavesOf(schema.unwrap(), { ...at, isOptional: true });
  if (schema instanceof z.ZodPrefault) return leavesOf(schema.unwrap(), at);
  if (schema instanceof z.ZodDefault)
    return leavesOf(schema.unwrap(), { ...at, isOptional: true, preset: schema.def.defaultValue });
  if (!(schema instanceof z.ZodObject)) return [{ ...at, schema }];
  return Object.entries(schema.shape).flatMap(([name, member]) =>
    leavesOf(member, {
      path: [...at.path, name],
      isOptional: false,
      preset: undefined,
      description: undefined,
    }),
  );
}

/** `null`: a form can't ask for it. */
function kindOf(schema: z.core.$ZodType): FieldKind | null {
  if (schema instanceof z.ZodBoolean) return 'yes-no';
  if (schema instanceof z.ZodNumber) return 'number';
  if (schema instanceof z.ZodEnum) return 'choice';
  if (schema instanceof z.ZodArray) return 'lines';
  if (schema instanceof z.ZodISODate) return 'date';
  if (schema instanceof z.ZodString) return (schema.maxLength ?? 0) > MAX_LINE ? 'text' : 'line';
  return schema instanceof z.ZodStringFormat ? 'line' : null;
}

function fieldOf(row: FieldRow, { leaf, kind }: { leaf: Leaf; kind: FieldKind }): PlanField {
  const { path, isOptional, preset, description } = leaf;
  return {
    name: path.join('-'),
    path,
    section: row.section,
    group: row.group ?? null,
    label: row.label,
    hint: (row.hint ?? description) || null,
    kind: row.choices ? 'choice' : kind,
    isOptional,
    ...(preset !== undefined && { preset }),
    choices: row.choices ?? {},
  };
}
