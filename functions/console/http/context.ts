import type { Context, Hono, MiddlewareHandler } from 'hono';
import type { Temporal } from 'temporal-polyfill';
import type { KeptForm } from '../../aws/kept-forms.ts';
import type { Person } from '../../domain/person.ts';
import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import type { Notice } from '../ui/alert.tsx';
import type { Refusal } from './refusal.ts';

/** What every handler of a page finds in `c.var`. */
interface PageVariables {
  readonly person: Person;
  /** The active plan, read with this request; `null` before the first. */
  readonly plan: CurrentPlan | null;
  /** Until the session ends, if it isn't used. */
  readonly sessionSeconds: number;
  /** The launch's time: in a rehearsal it isn't the machine's. */
  readonly now: Temporal.Instant;
  /** When the request came, by the machine's clock. */
  readonly requestedAt: Temporal.Instant;
  readonly requestId: string;
  /** What an act before this page has to tell. */
  readonly notice: Notice | null;
  /** The form that the page's URL names, to be shown again; `gone`: it can't be. */
  readonly form: KeptForm | 'gone' | null;
}

/** What Hono hands on with each request. */
export interface ConsoleEnv {
  Variables: PageVariables;
  Bindings: RequestFacts;
}

/** What is known about a request besides itself. */
export interface RequestFacts {
  readonly requestId: string;
  readonly requestedAt: Temporal.Instant;
  /** Source IP address, as API Gateway reports it. @default not known */
  readonly sourceIp?: string | undefined;
  /** Why it isn't even looked at. */
  readonly refusal: Refusal | null;
}

/** The context of a request to a page. */
export type PageContext = Context<ConsoleEnv>;
/** The console as Hono's app. */
export type ConsoleApp = Hono<ConsoleEnv>;
/** What runs before a handler, and may refuse the request. */
export type Guard = MiddlewareHandler<ConsoleEnv>;
