import * as z from 'zod';
import { campaign } from '#campaign';
import { type Filer, USER_TYPES } from '../filer/filer.ts';
import { type FilerState, type Flag, STATES } from '../filer/state.ts';

/** Flags that a group can ask for. */
export const GROUP_FLAGS = ['shared-address', ...Object.keys(campaign.flags)] as readonly Flag[];

/** How many filers a list can name. */
export const MAX_LISTED = 200;

const filterSchema = z.strictObject({
  by: z.literal('filter'),
  /** Each list: filers with one of these; any if it is empty. */
  states: z.array(z.enum(STATES)),
  types: z.array(z.enum(USER_TYPES)),
  flags: z.array(z.enum(GROUP_FLAGS)),
  /** Only filers to whom an email of this phase went out, or only the others. @default both */
  received: z.strictObject({ phaseId: z.string().min(1).max(60), isYes: z.boolean() }).exactOptional(),
});
const listSchema = z.strictObject({
  by: z.literal('list'),
  filerIds: z.array(z.string().regex(/^[0-9a-f]{16}$/)).max(MAX_LISTED),
});
/** Whom a one-off message is for. */
export const groupSchema = z.discriminatedUnion('by', [filterSchema, listSchema]);
/** See {@link groupSchema}. */
export type Group = Readonly<z.output<typeof groupSchema>>;

/** Every filer of the roster. */
export const EVERY_FILER: Group = { by: 'filter', states: [], types: [], flags: [] };

/** Whether a filer is in a group, as the roster and the send log say it now. */
export type InGroup = (filer: Filer, state: FilerState) => boolean;

/** Makes the test of a group. @param received Filers to whom the group's phase sent an email; empty without a phase */
export function inGroup(group: Group, received: ReadonlySet<string>): InGroup {
  if (group.by === 'list') {
    const ids = new Set(group.filerIds);
    return ({ filerId }) => ids.has(filerId);
  }
  const { states, types, flags, received: asked } = group;
  return (filer, { state, flags: has }) =>
    (states.length === 0 || states.includes(state)) &&
    (types.length === 0 || types.includes(filer.userType)) &&
    (flags.length === 0 || flags.some((flag) => has.includes(flag))) &&
    (asked === undefined || received.has(filer.filerId) === asked.isYes);
}
