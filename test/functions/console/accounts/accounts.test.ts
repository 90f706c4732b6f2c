import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../support/console/browser.ts';
import { problemsOf } from '../../../support/console/check-page.ts';
import { aConsole, type TestConsole } from '../../../support/console/console.ts';

let console: TestConsole;
let otto: Browser;
beforeAll(async () => {
  console = await aConsole();
  otto = await console.signedIn('otto');
});
afterAll(() => console.stop());

const JDOE = { account: 'jdoe', name: 'Jane Doe', email: 'jane_doe@court.example', role: 'approver' };
const WHY = 'Leaves the court.';

/** Sends a form that is taken. @returns the page that it leads to */
async function send(path: string, fields: Record<string, string> = {}, browser = otto) {
  const { statusCode, location } = await browser.post(path, { csrf: await browser.csrf(), ...fields });
  expect([statusCode, location]).toEqual([303, expect.not.stringContaining('form=')]);
  return browser.get(location);
}

/** A row or page as text, without markup. */
function plain(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

async function rowOf(id: string): Promise<string> {
  const { text } = await otto.get('/people');
  const [row = ''] = text.match(new RegExp(`<tr[^>]*>(?:(?!</tr>).)*/people/${id}".*?</tr>`, 's')) ?? [];
  return plain(row);
}

/** The audit log as its page shows it, newest first. */
async function audited(): Promise<string[]> {
  const { text } = await otto.get('/audit');
  return [...text.matchAll(/<th scope="row".*?<\/th>/gs)].map(([cell]) =>
    plain(cell).replace(/ Account .*$| View account$/, ''),
  );
}

describe('the page of people', () => {
  it('lists everyone with role, status, second factor and last sign-in', async () => {
    const { text } = await otto.get('/people');
    expect(await problemsOf(text)).toEqual([]);
    expect(await rowOf('otto')).toMatch(
      /^Otto Ops \(you\) otto otto@court\.example Operations Active Set up \w+, Nov \d+, 2026/,
    );
    expect(await rowOf('clara')).toBe('Clara Clerk clara clara@court.example Clerk Active Set up –');
  });

  it.each(['clara', 'ada', 'vera'])(
    'shows %s who the others are, without addresses and without forms',
    async (who) => {
      const browser = await console.signedIn(who);
      for (const path of ['/people', '/people/otto']) {
        const { statusCode, text } = await browser.get(path);
        expect([statusCode, text.includes('Otto Ops')]).toEqual([200, true]);
        expect(text).not.toContain('@court.example');
        expect(text).not.toMatch(/action="\/people/);
        expect(text).toContain('Only operations staff can invite people and change accounts. Ask Otto Ops.');
      }
    },
  );
});

describe('a person', () => {
  it('is invited, accepts at the first sign-in, and can do what the role allows', async () => {
    const page = await send('/people/invite', JDOE);
    expect(page.text).toContain('Invitation sent');
    expect(await problemsOf(page.text)).toEqual([]);
    expect(await rowOf('jdoe')).toBe('Jane Doe jdoe jane_doe@court.example Approver Invited Not set up –');
    const jane = await console.signedIn('jdoe');
    expect((await jane.get('/')).text).toContain('Approver');
    expect(await rowOf('jdoe')).toMatch(/Approver Active Set up \w+, Nov \d+, 2026/);
    expect(await audited()).toContain('Otto Ops invited jdoe as an approver.');
  });

  it('gets another role: what their browser asks next is refused, and they sign in with it', async () => {
    const jane = await console.signedIn('jdoe');
    expect((await jane.get('/phases')).statusCode).toBe(200);
    await send('/people/jdoe/role', { role: 'viewer', why: 'Only looks from now on.' });
    const { statusCode, location } = await jane.get('/phases');
    expect([statusCode, location]).toEqual([302, expect.stringMatching(/^\/sign-in/)]);
    await jane.signIn('jdoe');
    expect((await jane.get('/')).text).toContain('Viewer');
    expect(await audited()).toContain(
      'Otto Ops changed the role of Jane Doe from approver to viewer: Only looks from now on.',
    );
  });

  it('loses the second factor: is signed out, invited again under the same id, and keeps the role', async () => {
    const jane = await console.signedIn('jdoe');
    await send('/people/jdoe/reset', { why: 'New phone.' });
    expect((await jane.get('/')).statusCode).toBe(302);
    expect(await rowOf('jdoe')).toMatch(/^Jane Doe jdoe jane_doe@court\.example Viewer Invited Not set up/);
    expect((await send('/people/jdoe/resend')).text).toContain('Invitation sent');
    await jane.signIn('jdoe');
    expect(await rowOf('jdoe')).toMatch(/Viewer Active Set up/);
    const sentences = await audited();
    expect(sentences).toContain('Otto Ops resent the invitation of jdoe.');
    expect(sentences).toContain('Otto Ops reset the two-factor sign-in of Jane Doe: New phone.');
  });

  it('is disabled: signed out at once and not let in again, until enabled', async () => {
    const jane = await console.signedIn('jdoe');
    const page = await send('/people/jdoe/disable', { why: WHY });
    expect(page.text).toContain('Account disabled');
    expect((await jane.get('/')).statusCode).toBe(302);
    await expect(jane.signIn('jdoe')).rejects.toThrow();
    expect(await rowOf('jdoe')).toContain('Disabled');
    await send('/people/jdoe/enable');
    await jane.signIn('jdoe');
    expect((await jane.get('/')).statusCode).toBe(200);
    const sentences = await audited();
    expect(sentences).toContain('Otto Ops enabled the account of Jane Doe.');
    expect(sentences).toContain(`Otto Ops disabled the account of Jane Doe: ${WHY}`);
  });
});

describe('a form', () => {
  it.each([
    [{ account: 'Jane@court.example' }, 'Use 1 to 40 lowercase letters'],
    [{ account: 'clara' }, 'Another account has this id'],
    [{ account: 'invite' }, 'This id is reserved'],
    [{ email: 'nowhere' }, 'Enter an email address'],
    [{ email: 'Clara@COURT.example' }, 'Another account has this address'],
    [{ name: ' ' }, 'Enter the name'],
    [{ role: 'chief' }, 'Choose a role.'],
  ])('of an invitation with %o is shown again with “%s” beside the field', async (changes, message) => {
    const fields = { ...JDOE, account: 'other', email: 'other@court.example', ...changes };
    const page = await otto.submit('/people/invite', { csrf: await otto.csrf(), ...fields });
    expect(page.text).toContain(message);
    const [field] = Object.keys(changes);
    expect(page.text).toContain(`id="fix-${field}"`);
    expect(page.text).toContain('value="other');
  });

  it.each([
    ['role', { role: 'viewer' }],
    ['disable', {}],
    ['reset', {}],
  ])('that takes rights away by %s asks for a reason, without addresses', async (change, fields) => {
    const csrf = await otto.csrf();
    for (const [why, message] of [
      ['', 'Enter a reason'],
      ['of jane@court.example', 'Remove the email address'],
    ]) {
      const page = await otto.submit(`/people/clara/${change}`, { csrf, ...fields, why: why! });
      expect(page.text).toContain(message);
    }
    expect(await rowOf('clara')).toContain('Clerk Active Set up');
  });

  it('that takes the last approver’s role is taken while one person may release', async () => {
    // Clerks release too, so this plan doesn't need the approver.
    await send('/people/ada/role', { role: 'viewer', why: WHY });
    expect(await rowOf('ada')).toContain('Viewer');
    await send('/people/ada/role', { role: 'approver', why: 'Back.' });
  });

  it.each(['role', 'disable', 'reset'])(
    'attack: a person changes their own account by %s, and is refused',
    async (change) => {
      const page = await send(`/people/otto/${change}`, {
        why: WHY,
        ...(change === 'role' && { role: 'clerk' }),
      });
      expect(page.text).toContain('You can’t change your own account');
      expect(await rowOf('otto')).toContain('Operations Active');
    },
  );

  it('of an account that isn’t there leads nowhere', async () => {
    const { statusCode } = await otto.post('/people/no-one/disable', { csrf: await otto.csrf(), why: WHY });
    expect(statusCode).toBe(404);
    expect((await otto.get('/people/no-one')).statusCode).toBe(404);
  });
});

describe('what needs attention', () => {
  it('names who got rights by id, to everyone, and no longer who lost them', async () => {
    const clara = await console.signedIn('clara');
    await send('/people/invite', { ...JDOE, account: 'jroe', email: 'jroe@court.example' });
    const { text } = await clara.get('/');
    expect(text).toContain('New approver: jroe');
    expect(text).toContain('otto gave this role.');
    expect(text).not.toContain('jroe@');
    await send('/people/jroe/disable', { why: WHY });
    expect((await clara.get('/')).text).not.toContain('New approver: jroe');
  });
});

describe('what is kept', () => {
  it('has no address in the audit log, in a log line or in what the function is refused', async () => {
    const entries = await console.cloud.read('entries/').catch(() => new Map());
    const kept = [
      ...[...entries.values()].map((bytes) => Buffer.from(bytes).toString()),
      JSON.stringify(console.log),
      JSON.stringify(console.cloud.log),
      (await otto.get('/audit')).text,
    ].join('\n');
    expect(kept).not.toMatch(/@court\.example/);
    expect(console.cloud.denials).toEqual([]);
    expect(console.cloud.failures).toEqual([]);
  });
});

describe('attack: the function is invoked past the console', () => {
  const at = '2026-11-24T12:00:00Z';
  const change = { change: 'invite', ...JDOE, account: 'mallory', email: 'mallory@court.example' };

  it('with no sign-in that there is; it does nothing', async () => {
    const event = { act: 'change', sessionId: 'a'.repeat(64), at, change };
    expect(await console.cloud.invoke('ManagePeople', event)).toMatchObject({
      done: false,
      reason: 'signed-out',
    });
    expect(await rowOf('mallory')).toBe('');
  });

  it('naming a person; it fails', async () => {
    const event = { act: 'change', by: 'otto', at, change };
    await expect(console.cloud.invoke('ManagePeople', event)).rejects.toThrow();
    expect(await rowOf('mallory')).toBe('');
  });
});
