import { describe, expect, it } from 'vitest';
import { fixtures } from '#fixtures';
import { decideMail, type KnownFiler } from '../../../../functions/domain/send/decide-mail.ts';
import type { Suppression } from '../../../../functions/domain/send/suppression.ts';
import { aFiler } from '../../../support/builders/filer.ts';

const FILER = aFiler({ email: 'a@example.com', secondaryEmails: ['b@example.com'] });
const KNOWN: KnownFiler = {
  filer: FILER,
  leftPhase: undefined,
  alreadyReceived: false,
  suppressed: new Map(),
  recipients: 'everyone',
};
const BOUNCE: Suppression = { reason: 'hard-bounce', detail: '', at: '', runId: 'r', filerId: 'f' };
const bounced = new Map([['a@example.com', BOUNCE]]);

const PRIMARY: [what: string, known: Partial<KnownFiler>, reason: string | null][] = [
  ['a filer of the phase', {}, null],
  ['a filer who is not in the run’s roster', { filer: undefined, leftPhase: 'gone' }, 'failed filer-missing'],
  ['a filer whom the newest roster lacks', { leftPhase: 'gone', alreadyReceived: true }, 'skipped now-gone'],
  ['a filer who is done meanwhile', { leftPhase: fixtures.done }, `skipped now-${fixtures.done}`],
  [
    'a filer who has it from a canceled run',
    { alreadyReceived: true, suppressed: bounced },
    'skipped had-before',
  ],
  ['a filer without an address', { filer: { ...FILER, email: null } }, 'skipped unreachable'],
  ['a filer whose mailbox bounced', { suppressed: bounced }, 'skipped suppressed-hard-bounce'],
  [
    'a filer who complained',
    { suppressed: new Map([['a@example.com', { ...BOUNCE, reason: 'complaint' }]]) },
    'skipped suppressed-complaint',
  ],
];

const TEST_STAGE: [recipients: string[], to: 'secondary' | undefined, sent: boolean][] = [
  [['a@example.com'], undefined, true],
  [['example.com'], undefined, true],
  [['b@example.com', 'example.org'], undefined, false],
  [['com', 'ample.com', 'sub.example.com'], undefined, false],
  [[], undefined, false],
  [['a@example.com'], 'secondary', false],
  [['b@example.com'], 'secondary', true],
];

describe('decideMail', () => {
  it.each(TEST_STAGE)('in a test stage for %j, to the %s address', (recipients, to, sent) => {
    const decision = decideMail(to, { ...KNOWN, recipients });
    expect(decision).toEqual(
      sent
        ? { send: true, to: to ? 'b@example.com' : 'a@example.com', filer: FILER }
        : { send: false, kind: 'skipped', reason: 'test-stage' },
    );
  });

  it('compares without regard to case, and by the domain after the last @', () => {
    const sends = (email: string) =>
      decideMail(undefined, { ...KNOWN, filer: { ...FILER, email }, recipients: ['example.com'] }).send;
    expect([sends('A@EXAMPLE.com'), sends('"a@example.com"@example.net')]).toEqual([true, false]);
  });

  it.each(PRIMARY)('to the primary address of %s', (_what, known, why) => {
    const decision = decideMail(undefined, { ...KNOWN, ...known });
    expect(decision.send ? null : `${decision.kind} ${decision.reason}`).toBe(why);
    if (decision.send) expect(decision.to).toBe('a@example.com');
  });

  it('to the secondary address: the first that is not suppressed, though the primary one is', () => {
    const decision = decideMail('secondary', { ...KNOWN, suppressed: bounced });
    expect(decision).toEqual({ send: true, to: 'b@example.com', filer: FILER });
  });

  it.each([
    ['has none', { filer: { ...FILER, secondaryEmails: [] } }],
    ['has one that is suppressed', { suppressed: new Map([['b@example.com', BOUNCE]]) }],
  ])('to no secondary address where the filer %s', (_what, known) => {
    const decision = decideMail('secondary', { ...KNOWN, ...known });
    expect(decision).toEqual({ send: false, kind: 'skipped', reason: 'no-secondary' });
  });
});
