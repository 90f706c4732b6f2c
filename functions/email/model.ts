import type { campaign } from '#campaign';
import type { MessageKind } from '../domain/plan/kinds.ts';
import type { Plan } from '../domain/plan/plan.ts';

type Case = (typeof campaign.email.cases)[number];
type Step = (typeof campaign.email.steps)[number];
/** What a template can name of each correction, after `this.` */
export const CORRECTION_NAMES = ['label', 'was', 'now'] as const;
type CorrectionName = (typeof CORRECTION_NAMES)[number];
/** Names that only the campaign's templates know. */
export type CampaignNames = ReturnType<typeof campaign.email.names>;

/** The steps of an email in their order, each with its number; 0 where the filer has no such step. */
export type Steps = Readonly<Record<Step, number>>;

/** What the templates of every campaign can name: docs/emails.md explains each. Every value is a clean line of text. */
interface EngineNames {
  readonly court: {
    readonly name: string;
    /** `the United States Bankruptcy Court …`, inside a sentence and at its start. */
    readonly theName: string;
    readonly TheName: string;
    /** How subjects begin: `NYSB`. */
    readonly shortName: string;
    /** The sender's name: it closes the letter. */
    readonly sender: string;
  };
  /** The court's own pages; what the plan leaves out is empty. */
  readonly links: Readonly<Record<keyof Plan['court']['links'], string>>;
  readonly helpDesk: { readonly email: string; readonly phone: string; readonly hours: string };
  /** `uscourts.gov`: where every link leads. */
  readonly domains: string;
  /** `sameDay`: the pivot stays on the day that was named, and other times have changed. */
  readonly change: { readonly hadDate: boolean; readonly previous: string; readonly sameDay: boolean };
  /** Of a correction: what the filer was told, and what holds now; empty: nothing does. */
  readonly corrections: readonly Readonly<Record<CorrectionName, string>>[];
  /** The first of them, and how many others there are; empty in other messages. */
  readonly corrected: { readonly label: string; readonly others: number };
  /** Of a message in the court's own words; empty in others. */
  readonly oneOff: { readonly subject: string };
  readonly kind: Readonly<Record<Camel<MessageKind>, boolean>>;
  readonly phase: {
    readonly number: number;
    readonly of: number;
    readonly many: boolean;
    readonly last: boolean;
  };
  readonly place: Place;
  readonly earlier: Earlier;
  readonly sentOn: string;
  /** `account`: the key; empty when it can't be shown. `otherAccounts`: the same person's, `rweaver-tr and rweaver2`. */
  readonly filer: {
    readonly name: string;
    readonly account: string;
    readonly otherAccounts: string;
    readonly type: string;
  };
  readonly why: Why;
  readonly case: Readonly<Record<Camel<Case>, boolean>>;
  readonly step: Steps;
  readonly is: {
    /** Something is left for the filer to do. */
    readonly mustAct: boolean;
    readonly inferred: boolean;
    /** There are several steps, so that each has a number. */
    readonly manySteps: boolean;
    readonly sharedAddress: boolean;
    /** The same person has other accounts. */
    readonly hasOtherAccounts: boolean;
    /** The page for everyone: each step says whom it concerns. */
    readonly everyone: boolean;
    /** A test, to a member of the staff or of a test launch. */
    readonly test: boolean;
  };
}

/** The reasons that the rules gave, in words to the filer and without a period. */
export interface Why {
  /** A clause, and the same as a sentence: `our records show that you have a legacy PACER account`. */
  readonly state: string;
  readonly State: string;
  /** The sentence after what the last email said, or where it holds as before: `Our records now show`, `Our records still show`. */
  readonly Now: string;
  readonly Still: string;
  /** What is known of the account besides; empty where the state says it, or the last email did. */
  readonly account: string;
  /** The same as the next sentence, also where the last email said it: `They also show`, `They still show`. */
  readonly Also: string;
}

/** Where an email is in the sequence of its filer. */
export interface Place {
  /** No email reached the filer before: this one explains everything. `later` is the opposite. */
  readonly first: boolean;
  readonly later: boolean;
  /** It is the filer's first email, or what emails say of the filer's state has changed since the last one. */
  readonly full: boolean;
  /** It is the last one planned before the pivot, and not the filer's first. */
  readonly final: boolean;
  /** Which of a kind's emails it is, as a sequence sharpens: how to do it; who can help; what happens otherwise. */
  readonly how: boolean;
  readonly help: boolean;
  readonly warn: boolean;
}

/** What the filer's latest email said, as far as it is different now. */
export interface Earlier {
  /** What it said about the filer's state, as a clause after "that"; empty when that hasn't changed, or isn't told. */
  readonly was: string;
  /** None of it is left: the rule that said it no longer holds. */
  readonly over: boolean;
  /** What holds all the same, as a sentence, since the records may be wrong; empty where there is nothing to add. */
  readonly caveat: string;
  /** It named other dates than this one; `date`: the pivot's day, empty when it had none. */
  readonly datesChanged: boolean;
  readonly date: string;
  /** The pivot is on the same day: only times have changed. */
  readonly sameDay: boolean;
}

/** What the templates can name: the engine's names and the campaign's. */
export type Model = Omit<EngineNames, 'is'> &
  Omit<CampaignNames, 'is'> & { readonly is: EngineNames['is'] & CampaignNames['is'] };

/** What the engine takes from the plan for every email. */
export type CourtNames = Pick<EngineNames, 'court' | 'links' | 'helpDesk' | 'domains'>;

/** `fixLink` of `fix-link`: a name that a template can write. */
export type Camel<S extends string> = S extends `${infer A}-${infer B}-${infer C}`
  ? `${A}${Capitalize<B>}${Capitalize<C>}`
  : S extends `${infer A}-${infer B}`
    ? `${A}${Capitalize<B>}`
    : S;
