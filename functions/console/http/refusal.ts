/** Why the console refuses a request: listed in docs/logging.md. */
type RefusalReason =
  | 'bad-path'
  | 'bad-method'
  | 'bad-form'
  | 'bad-answer'
  | 'bad-cursor'
  | 'changed-meanwhile'
  | 'cross-site'
  | 'csrf'
  | 'not-found'
  | 'role'
  | 'no-role'
  | 'no-provider'
  | 'not-by-you'
  | 'id-unfit'
  | 'signed-out'
  | 'sign-in-unknown'
  | 'sign-in-ended'
  | 'too-large';

/** What an error page tells: what happened, why, and what to do. Plain sentences. */
export interface RefusalText {
  readonly title: string;
  readonly why: string;
  readonly action: string;
  /** Where to continue. @default the overview */
  readonly link?: { readonly href: string; readonly label: string };
}

/** Refuses a request when thrown: it becomes an error page and a line in the log. */
export class Refusal extends Error {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 503;
  readonly reason: RefusalReason;
  readonly text: RefusalText;
  /** Sign-in id of the person refused, if the page doesn't know yet who is signed in. */
  readonly personId: string | null;

  constructor(
    status: Refusal['status'],
    reason: RefusalReason,
    { personId = null, ...text }: RefusalText & { readonly personId?: string | null },
  ) {
    super(`Cannot answer because the request is refused: ${reason}`);
    this.name = 'Refusal';
    this.status = status;
    this.reason = reason;
    this.text = text;
    this.personId = personId;
  }
}

/** The refusal of a cursor that no page of the list gave. */
export function badCursor(): Refusal {
  return new Refusal(400, 'bad-cursor', {
    title: 'This page of the list doesn’t exist',
    why: 'The link doesn’t match the list as it is now.',
    action: 'Go back to the first page of the list.',
  });
}

/** The refusal of a page or thing that doesn't exist. */
export function notFound(what = 'This page'): Refusal {
  return new Refusal(404, 'not-found', {
    title: `${what} wasn’t found`,
    why: 'The address may be mistyped, or the page no longer exists.',
    action: 'Go to the overview and try to find it from there.',
  });
}
