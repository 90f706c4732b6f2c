import { Hono } from 'hono';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { answerError } from '../../../../functions/console/app.ts';
import type { ConsoleEnv, RequestFacts } from '../../../../functions/console/http/context.ts';
import { readForm } from '../../../../functions/console/http/form.ts';
import { redirectTo, renderDocument, sendFile } from '../../../../functions/console/http/show.ts';
import { requirePermission } from '../../../../functions/console/people/guard.ts';
import type { Person, Role } from '../../../../functions/domain/person.ts';
import { aSignIn } from '../../../support/builders/sign-in.ts';

const settings = {
  launch: 'test-2018',
  origin: 'https://console.example',
  isRehearsal: false,
  signIn: aSignIn({ issuer: 'https://login.example', client: 'c' }),
  searchHours: 24,
};
const facts: RequestFacts = {
  requestId: 'r-1',
  requestedAt: Temporal.Instant.from('2026-11-24T12:00:00Z'),
  refusal: null,
};

/** An app with someone signed in, and the codes that it logs. */
function appAs(role: Role) {
  const codes: string[] = [];
  const log = {
    info: (_code: string, fields: object = {}) => void codes.push(JSON.stringify(fields)),
    error: (code: string) => void codes.push(code),
  };
  const app = new Hono<ConsoleEnv>();
  const person: Person = { id: 'x', name: 'X', role, email: null, sessionId: 's', csrf: 'secret' };
  app.use(async (c, next) => {
    c.set('person', person);
    await next();
  });
  app.onError((error, c) => answerError(error, c, { settings, log, recordAccess: async () => {} }));
  const send = (path: string, init?: RequestInit) =>
    app.fetch(new Request(`${settings.origin}${path}`, init), facts);
  return { app, codes, send };
}

const formOf = (text: string) => ({
  method: 'POST',
  body: text,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
});

describe('requirePermission', () => {
  it.each([
    ['clerk', 'edit', 200],
    ['clerk', 'operate', 200],
    ['clerk', 'release', 200],
    ['ops', 'operate', 200],
    ['ops', 'test', 200],
    ['ops', 'edit', 403],
    ['ops', 'release', 403],
    ['approver', 'release', 200],
    ['approver', 'test', 200],
    ['approver', 'edit', 403],
    ['approver', 'operate', 403],
    ['viewer', 'edit', 403],
    ['viewer', 'release', 403],
    ['viewer', 'operate', 403],
    ['viewer', 'test', 403],
  ] as const)(
    'attack: %s sends a form that needs the permission to %s, naming another role; it answers %d',
    async (role, wanted, status) => {
      const { app, codes, send } = appAs(role);
      app.post('/release', requirePermission(wanted), (c) => c.text('done'));
      const answer = await send('/release', formOf('csrf=secret&role=clerk'));
      expect(answer.status).toBe(status);
      if (status === 403) {
        expect(await answer.text()).toContain('<h1>Your role does not allow this</h1>');
        expect(codes).toEqual(['{"reason":"role","request":"r-1"}']);
      }
    },
  );
});

describe('readForm', () => {
  const schema = z.strictObject({ why: z.string().trim().min(1, 'Say why'), reason: z.string().optional() });

  it.each([
    ['csrf=secret&why=+checked+', { ok: true, value: { why: 'checked' } }],
    ['csrf=secret&why=', { ok: false, problems: { why: 'Say why' }, values: { why: '' } }],
  ])('reads %s', async (text, expected) => {
    const { app, send } = appAs('clerk');
    app.post('/', async (c) => c.json(await readForm(c, schema)));
    expect(await (await send('/', formOf(text))).json()).toEqual(expected);
  });

  it('refuses fields that no form has', async () => {
    const { app, send } = appAs('clerk');
    app.post('/', async (c) => c.json(await readForm(c, schema)));
    expect(await (await send('/', formOf('why=x&by=somebody'))).json()).toMatchObject({ ok: false });
  });
});

describe('redirectTo', () => {
  it('leads on with 303, and leaves what there is to tell in a cookie for this host alone', async () => {
    const { app, send } = appAs('clerk');
    const notice = { kind: 'success', title: 'Done; “quoted”, and more' } as const;
    app.post('/', (c) => redirectTo(c, '/phases/notice-1', { settings, notice }));
    const { status, headers } = await send('/', formOf(''));
    expect([status, headers.get('location')]).toEqual([303, '/phases/notice-1']);
    expect(headers.get('set-cookie')).toMatch(
      /^__Host-crier-notice=[A-Za-z0-9_-]+; Max-Age=300; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it.each(['//evil.example', 'https://evil.example', '/a\r\nb: c'])('never leads to %j', async (path) => {
    const { app, codes, send } = appAs('clerk');
    app.post('/', (c) => redirectTo(c, path, { settings }));
    const answer = await send('/', formOf(''));
    expect([answer.status, answer.headers.get('location')]).toEqual([500, null]);
    expect(codes).toEqual(['page-failed']);
  });
});

describe('an answer that is no page', () => {
  it('is a file whose name can hold nothing but a name', async () => {
    const { app, send } = appAs('ops');
    app.get('/', (c) => sendFile(c, 'a"b\r\nc: d/é.csv', { type: 'text/csv; charset=utf-8', text: 'a,b' }));
    const { headers } = await send('/');
    expect(headers.get('content-disposition')).toBe('attachment; filename="a_b__c__d__.csv"');
  });

  it('is a document that can do nothing', async () => {
    const { app, send } = appAs('ops');
    app.get('/', (c) => renderDocument(c, '<p>mail</p>'));
    const { headers } = await send('/');
    expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none';/);
  });
});

describe('what no one expected', () => {
  it('ends in a page that gives nothing away, and in the log', async () => {
    const { app, codes, send } = appAs('clerk');
    app.get('/', () => {
      throw new Error('secret of the table');
    });
    const answer = await send('/');
    const text = await answer.text();
    expect([answer.status, codes]).toEqual([500, ['page-failed']]);
    expect(text).not.toContain('secret of the table');
    expect(text).toContain('<code>r-1</code>');
  });
});
