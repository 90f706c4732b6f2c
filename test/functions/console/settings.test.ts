import { describe, expect, it } from 'vitest';
import { consoleSettings } from '../../../functions/console/settings.ts';
import { ENV } from '../../../functions/lib/env.ts';
import { aSignIn } from '../../support/builders/sign-in.ts';

const AWS_CONSOLE = 'https://abc123.execute-api.us-east-1.amazonaws.com';
const LOCAL_CONSOLE = 'http://127.0.0.1:4726';
const LOCAL_ISSUER = 'http://127.0.0.1:4727';
const COGNITO = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_abc';

function envWith(origin: string, issuer: string, others: Record<string, string> = {}) {
  const signIn = aSignIn({ issuer });
  return {
    [ENV.launchName]: 'nysb-2018',
    [ENV.consoleOrigin]: origin,
    [ENV.signIn]: JSON.stringify(signIn),
    [ENV.searchHours]: '24',
    ...others,
  };
}

describe('consoleSettings', () => {
  it.each([
    ['in AWS', AWS_CONSOLE, COGNITO, false],
    ['on this machine', LOCAL_CONSOLE, LOCAL_ISSUER, true],
    ['on this machine by its name', 'http://localhost:4726', 'http://[::1]:4727', true],
  ])('takes a console %s', (_what, origin, issuer, isRehearsal) => {
    const { origin: read, isRehearsal: rehearsal } = consoleSettings(envWith(origin, issuer));
    expect([read, rehearsal]).toEqual([origin, isRehearsal]);
  });

  const places = (inbox: string) => ({ CRIER_REHEARSAL: JSON.stringify({ inbox }) });

  it('knows pages beside it on this machine, and nowhere else', () => {
    const beside = places('http://127.0.0.1:4720/inbox');
    expect(consoleSettings(envWith(LOCAL_CONSOLE, LOCAL_ISSUER, beside)).rehearsal).toEqual({
      inbox: 'http://127.0.0.1:4720/inbox',
    });
    expect(consoleSettings(envWith(AWS_CONSOLE, COGNITO, beside)).rehearsal).toBeUndefined();
  });

  it.each(['http://example.com/inbox', 'javascript:alert(1)', '/inbox'])('leads no one to %s', (inbox) => {
    expect(() => consoleSettings(envWith(LOCAL_CONSOLE, LOCAL_ISSUER, places(inbox)))).toThrow();
  });

  it.each([
    ['a provider of this machine for a console in AWS', AWS_CONSOLE, LOCAL_ISSUER, {}, LOCAL_ISSUER],
    ['a provider elsewhere by http', LOCAL_CONSOLE, 'http://login.example.com', {}, LOCAL_CONSOLE],
    ['a console by http elsewhere', 'http://crier.example.com', COGNITO, {}, 'http://crier.example.com'],
    ['a console by http with a provider by https', LOCAL_CONSOLE, COGNITO, {}, LOCAL_CONSOLE],
    [
      'names that only begin like this machine',
      'http://127.0.0.1.example.com',
      LOCAL_ISSUER,
      {},
      'http://127.0.0.1.example.com',
    ],
    [
      'a name that only begins like localhost',
      LOCAL_CONSOLE,
      'http://localhost.example.com',
      {},
      LOCAL_CONSOLE,
    ],
    ['this machine in Lambda', LOCAL_CONSOLE, LOCAL_ISSUER, { LAMBDA_TASK_ROOT: '/var/task' }, LOCAL_CONSOLE],
  ])('refuses %s', (_what, origin, issuer, others, named) => {
    expect(() => consoleSettings(envWith(origin, issuer, others))).toThrow(
      `Cannot start the console because people must sign in by https: it is ${named}`,
    );
  });
});
