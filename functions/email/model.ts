import type { MessageKind, Plan } from '../domain/plan/plan.ts';
import type { Case } from './case.ts';
import type { Moment, Span } from './dates.ts';
import type { Steps } from './steps.ts';

/** What the templates can name: docs/emails.md explains each. Every value is a clean line of text. */
export interface Model {
  readonly court: {
    readonly name: string;
    /** `the United States Bankruptcy Court …`, inside a sentence and at its start. */
    readonly theName: string;
    readonly TheName: string;
    /** The sender's name: it closes the letter. */
    readonly sender: string;
    readonly nextgen: string;
    /** What the link to that page is called on the court's website; may be empty. */
    readonly nextgenLabel: string;
    readonly ecfLogin: string;
  };
  readonly helpDesk: { readonly email: string; readonly phone: string; readonly hours: string };
  readonly pacer: Readonly<Record<keyof Plan['pacer'], string>>;
  /** `uscourts.gov`: where every link leads. */
  readonly domains: string;
  readonly launch: {
    readonly known: boolean;
    readonly estimated: boolean;
    /** Filing is open under NextGen. */
    readonly open: boolean;
    readonly goLive: Moment;
    /** The next moment at which something closes: the steps before go-live are due by then. */
    readonly doBy: Moment;
    /** Registration and password resets are closed. */
    readonly frozen: boolean;
    readonly filing: Span;
    readonly viewing: Span;
    readonly registration: Span;
    /** A code sent by post may come too late. */
    readonly late: boolean;
  };
  /** `sameDay`: go-live stays on the day that was named, and other times have changed. */
  readonly change: { readonly hadDate: boolean; readonly previous: string; readonly sameDay: boolean };
  readonly wording: {
    readonly deadlines: readonly string[];
    readonly emergencyFiling: readonly string[];
    readonly linkingFails: readonly string[];
  };
  readonly kind: Readonly<Record<CamelKind, boolean>>;
  readonly phase: {
    readonly number: number;
    readonly of: number;
    readonly many: boolean;
    readonly last: boolean;
  };
  readonly sentOn: string;
  readonly filer: { readonly name: string; readonly type: string };
  readonly why: { readonly account: string; readonly state: string };
  readonly case: Readonly<Record<CamelCase, boolean>>;
  readonly step: Steps;
  readonly is: {
    /** Something is left for the filer to do. */
    readonly mustAct: boolean;
    readonly ready: boolean;
    readonly conflict: boolean;
    readonly awaitingCourt: boolean;
    readonly linkFailed: boolean;
    readonly linked: boolean;
    /** No account in use, or none needed. */
    readonly excused: boolean;
    readonly inferred: boolean;
    readonly contradiction: boolean;
    readonly elsewhere: boolean;
    readonly firm: boolean;
    readonly sharedAddress: boolean;
    readonly linkApart: boolean;
    /** The page for everyone: each step says whom it concerns. */
    readonly everyone: boolean;
  };
}

/** `fixLink` of `fix-link`: a name that a template can write. */
export type Camel<S extends string> = S extends `${infer A}-${infer B}-${infer C}`
  ? `${A}${Capitalize<B>}${Capitalize<C>}`
  : S extends `${infer A}-${infer B}`
    ? `${A}${Capitalize<B>}`
    : S;
type CamelCase = Camel<Case>;
type CamelKind = Camel<MessageKind>;
