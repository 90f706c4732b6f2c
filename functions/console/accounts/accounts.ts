import * as z from 'zod';
import type { ManagePeople, PeopleAnswer } from '../../aws/manage-people.ts';
import { accountChangeSchema, type ChangeKind, INVITE } from '../../domain/account.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { formValues, readForm } from '../http/form.ts';
import { returnForm } from '../http/kept-form.ts';
import { notFound } from '../http/refusal.ts';
import { redirectTo, renderPage } from '../http/show.ts';
import { zoneOf } from '../http/zone.ts';
import { requirePermission } from '../people/guard.ts';
import type { ConsoleServices } from '../services.ts';
import type { Notice } from '../ui/alert.tsx';
import { accountPage } from './account-page.tsx';
import { invitePage } from './invite-page.tsx';
import { peoplePage, providerPage, type ShownAccount } from './people-page.tsx';

/** What can be done with an account that is there, as a path and as a change. */
const CHANGES = ['resend', 'role', 'disable', 'enable', 'reset'] as const satisfies readonly ChangeKind[];

/** The people who can use the console. The function ManagePeople shows and changes their accounts. */
export function registerAccounts(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/people', async (c) => {
    const { managePeople, settings } = services;
    if (!managePeople) {
      const { issuer, ...groups } = settings.signIn;
      return renderPage(c, providerPage({ issuer, groups }), services);
    }
    const accounts = await loadAccounts(c, managePeople, services);
    return renderPage(c, peoplePage({ accounts, person: c.var.person, zone: zoneOf(c) }), services);
  });
  app.get('/people/invite', requirePermission('people'), (c) => {
    managed(services);
    return renderPage(c, invitePage(c.var.person), services);
  });
  app.post('/people/invite', requirePermission('people'), (c) => invite(c, services));
  app.get('/people/:id', (c) => showAccount(c, services));
  for (const change of CHANGES) {
    app.post(`/people/:id/${change}`, requirePermission('people'), (c) =>
      changeAccount(c, { change, services }),
    );
  }
}

/** @throws Refusal where a provider of the court has the accounts. */
function managed({ managePeople }: Pick<ConsoleServices, 'managePeople'>): ManagePeople {
  if (!managePeople) throw notFound();
  return managePeople;
}

function requestOf(c: PageContext) {
  return { sessionId: c.var.person.sessionId, at: c.var.requestedAt };
}

async function loadAccounts(
  c: PageContext,
  managePeople: ManagePeople,
  { sessions }: Pick<ConsoleServices, 'sessions'>,
): Promise<readonly ShownAccount[]> {
  const [answer, known] = await Promise.all([managePeople.list(requestOf(c)), sessions.people()]);
  if (!answer.done) throw notFound('This page');
  const times = new Map(known.map(({ id, signedInAt }) => [id, signedInAt]));
  return (answer.accounts ?? []).map((account) => ({
    ...account,
    signedInAt: times.get(account.id) ?? null,
  }));
}

async function showAccount(c: PageContext, services: ConsoleServices): Promise<Response> {
  const accounts = await loadAccounts(c, managed(services), services);
  const account = accounts.find(({ id }) => id === c.req.param('id'));
  if (!account) throw notFound('This account');
  return renderPage(c, accountPage({ account, accounts, person: c.var.person, zone: zoneOf(c) }), services);
}

async function invite(c: PageContext, services: ConsoleServices): Promise<Response> {
  const managePeople = managed(services);
  const page = '/people/invite';
  const form = await readForm(c, schemaOf(INVITE));
  if (!form.ok) return returnForm(c, form, { services, page });
  const answer = await managePeople.change(form.value, requestOf(c));
  if (!answer.done && answer.field) return returnAnswer(c, answer, { services, page });
  const { account } = form.value;
  const isMade = answer.done || answer.reason === 'undelivered';
  const notice = answer.done
    ? ({ kind: 'success', title: 'Invitation sent', text: `${account} has ${DAYS} to accept it.` } as const)
    : refusedNotice(answer);
  return redirectTo(c, isMade ? `/people/${account}` : page, { ...services, notice });
}

const DAYS = 'three days';

async function changeAccount(
  c: PageContext,
  { change, services }: { change: (typeof CHANGES)[number]; services: ConsoleServices },
): Promise<Response> {
  const managePeople = managed(services);
  const id = c.req.param('id') ?? '';
  const page = `/people/${id}`;
  const form = await readForm(c, schemaOf(change, { account: id }));
  if (!form.ok) return returnForm(c, form, { services, page });
  const answer = await managePeople.change(form.value, requestOf(c));
  if (!answer.done && answer.field) return returnAnswer(c, answer, { services, page });
  if (!answer.done && answer.reason === 'no-such-account') throw notFound('This account');
  const notice = answer.done ? ({ kind: 'success', ...DONE[change] } as const) : refusedNotice(answer);
  const isGone = !answer.done && answer.reason === 'removed';
  return redirectTo(c, isGone ? '/people' : page, { ...services, notice });
}

/** Reads a form as the change that its path names. */
function schemaOf(change: ChangeKind, fixed: { readonly account?: string } = {}) {
  return z
    .record(z.string(), z.string())
    .transform((values) => ({ ...values, ...fixed, change }))
    .pipe(accountChangeSchema);
}

/** Shows a refusal beside the field that it is about. */
async function returnAnswer(
  c: PageContext,
  { field, message }: Extract<PeopleAnswer, { done: false }>,
  how: { services: ConsoleServices; page: string },
): Promise<Response> {
  const values = await formValues(c);
  return returnForm(c, { values, problems: { [field!]: message } }, how);
}

function refusedNotice({ reason, message }: Extract<PeopleAnswer, { done: false }>): Notice {
  if (reason === 'undelivered')
    return { kind: 'warning', title: 'The invitation wasn’t sent', text: message };
  if (reason === 'removed')
    return { kind: 'error', title: 'The account must be created again', text: message };
  return { kind: 'warning', title: 'Nothing was changed', text: message };
}

/** What a change did. */
const DONE: Readonly<Record<(typeof CHANGES)[number], { title: string; text: string }>> = {
  resend: { title: 'Invitation sent', text: `The new temporary password is good for ${DAYS}.` },
  role: {
    title: 'Role changed',
    text: 'This person has been signed out. The role is theirs when they sign in again.',
  },
  disable: { title: 'Account disabled', text: 'This person has been signed out and can’t sign in again.' },
  enable: { title: 'Account enabled', text: 'This person can sign in again.' },
  reset: {
    title: 'Two-factor sign-in reset',
    text: `This person has been signed out and has a new invitation, good for ${DAYS}.`,
  },
};
