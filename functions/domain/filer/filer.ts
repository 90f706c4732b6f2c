import * as z from 'zod';
import { campaign } from '#campaign';
import type { Column, FactsOf } from '../../../campaigns/column.ts';

/** Facts of every filer, whatever the campaign. */
const person = {
  /** Hash of court and key: see `filerIdOf`. The only id used outside the roster. */
  filerId: z.string().regex(/^[0-9a-f]{16}$/),
  /** The roster's key, as spelt there. May be a login: never log it. */
  userId: z.string(),
  lastName: z.string(),
  firstName: z.string().nullable(),
  middleName: z.string().nullable(),
  /** `Jr.`, `Esq.` */
  suffix: z.string().nullable(),
  firm: z.string().nullable(),
  barId: z.string().nullable(),
  phone: z.string().nullable(),
  /** The usable primary address, or `null`: unreachable by email. */
  email: z.string().nullable(),
  secondaryEmails: z.array(z.string()),
} as const;

/** The campaign's columns with their headers. */
export const CAMPAIGN_COLUMNS = Object.entries(campaign.columns) as readonly [CampaignColumn, Column][];
/** The header of one of the campaign's columns. */
export type CampaignColumn = keyof typeof campaign.columns;
/** Facts that the campaign's columns give a filer. */
type CampaignFacts = FactsOf<typeof campaign.columns>;

/** See {@link Filer}. */
export const filerSchema = z.object({
  ...person,
  ...Object.fromEntries(CAMPAIGN_COLUMNS.map(([, column]) => [column.fact, factSchema(column)])),
  /** Another person of the same roster version has the same mailbox. */
  sharedAddress: z.boolean(),
  /** Ids of the same person's other accounts in that version: see `personKey`. */
  otherAccounts: z.array(person.filerId),
}) as unknown as z.ZodType<Filer>;

/**
 * What the roster says of one filer: stored facts, never a state. A state is computed from them.
 * `null` and `unknown` mean that the roster doesn't say.
 */
export type Filer = z.infer<z.ZodObject<typeof person>> & {
  sharedAddress: boolean;
  otherAccounts: string[];
} & CampaignFacts;
/** What kind of filer one is. */
export type UserType = Filer['userType'];
/** Kinds of filers, in the campaign's order. */
export const USER_TYPES = Object.keys(campaign.columns.user_type.words) as readonly UserType[];

/** Whether a fact was true on a day: a blank cell takes the upload's. */
type DayFact = Extract<(typeof campaign.columns)[CampaignColumn], { type: 'day' }>['fact'];

/** The facts of a filer of whom nothing is known but key and name. */
export const BLANK = {
  firstName: null,
  middleName: null,
  suffix: null,
  firm: null,
  barId: null,
  phone: null,
  email: null,
  secondaryEmails: [],
  ...Object.fromEntries(
    CAMPAIGN_COLUMNS.filter(([, { type }]) => type !== 'day').map(([, column]) => [
      column.fact,
      blankOf(column),
    ]),
  ),
  sharedAddress: false,
  otherAccounts: [],
} as unknown as Omit<Filer, 'filerId' | 'userId' | 'lastName' | DayFact>;

/** What a blank cell says; a day takes the upload's instead. */
export function blankOf(column: Column): string | null | readonly string[] {
  if (column.type === 'word') return column.blank;
  return column.type === 'words' ? [] : null;
}

/** The fact that a column of the campaign gives a filer. */
export function factOf(filer: Filer, column: string): unknown {
  const { fact } = (campaign.columns as Readonly<Record<string, Column>>)[column]!;
  return (filer as Readonly<Record<string, unknown>>)[fact];
}

function factSchema(column: Column): z.ZodType {
  switch (column.type) {
    case 'word':
      return z.enum(Object.keys(column.words));
    case 'words':
      return z.array(z.enum(Object.keys(column.words).filter((word) => word !== 'unknown')));
    case 'yes-no':
      return z.boolean().nullable();
    case 'count':
      return z.number().int().nonnegative().nullable();
    case 'date':
      return z
        .string()
        .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
        .nullable();
    case 'day':
      return z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
  }
}
