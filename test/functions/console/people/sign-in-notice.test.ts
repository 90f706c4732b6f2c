import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInNotice } from '../../../../functions/domain/sign-in-notice.ts';
import { planWith } from '../../../support/builders/plan.ts';
import { problemsOf } from '../../../support/console/check-page.ts';
import { aConsole, type TestConsole } from '../../../support/console/console.ts';

const OWN = 'The court owns this system & its data.\n\nUse it for the court’s work.\r\n \r\nNothing else.';
const STANDARD = signInNotice(null);

/** The paragraphs of the notice on a sign-in page. */
function noticeIn(text: string): string[] {
  const [, terms = ''] = /<section class="crier-sign-in__terms".*?>(.*?)<\/section>/s.exec(text) ?? [];
  return [...terms.matchAll(/<p>(.*?)<\/p>/g)].map(([, paragraph]) => paragraph!);
}

describe('the notice before sign-in', () => {
  let console: TestConsole;
  beforeAll(async () => {
    console = await aConsole(null);
  }, 60_000);
  afterAll(() => console.stop());

  it('is the standard one before there is a plan, and stays above what leads on', async () => {
    const { text } = await console.browser().get('/sign-in?to=%2Flog');
    expect(noticeIn(text)).toEqual(STANDARD);
    expect(STANDARD.join(' ')).toMatch(/government information system.*recorded.*prohibited.*consent/);
    expect(text.indexOf('Continue to sign in')).toBeGreaterThan(text.indexOf('Before you sign in'));
    expect(await problemsOf(text)).toEqual([]);
  });

  it.each(['cross-site', 'same-site', 'none'])(
    'attack: a link elsewhere starts a sign-in past the notice, and leads to the notice (%s)',
    async (site) => {
      const browser = console.browser();
      const headers = { 'sec-fetch-site': site };
      const answer = await browser.get('/sign-in/start?to=%2Flog', { headers });
      expect([answer.statusCode, answer.location]).toEqual([302, '/sign-in?to=%2Flog']);
      expect(browser.cookies.size).toBe(0);
    },
  );

  it('leads on to the provider from the page itself', async () => {
    const headers = { 'sec-fetch-site': 'same-origin' };
    const { location } = await console.browser().get('/sign-in/start', { headers });
    expect(location).toContain('/authorize?');
  });

  it('is the plan’s own once there is one that has it, paragraph by paragraph', async () => {
    const plan = JSON.stringify(planWith({ signInNotice: OWN }));
    await console.cloud.put('inbox/launch/launch.json', plan);
    await console.cloud.settle();
    const { text } = await console.browser().get('/sign-in');
    expect(noticeIn(text)).toEqual([
      'The court owns this system &amp; its data.',
      'Use it for the court’s work.',
      'Nothing else.',
    ]);
    const clara = await console.signedIn('clara');
    expect((await clara.get('/plan')).text).toContain('Notice before sign-in');
  });
});
