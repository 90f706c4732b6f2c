import { afterAll, beforeAll, expect, it } from 'vitest';
import { ENV } from '../../../../functions/lib/env.ts';
import { itemsOf } from '../../../support/clouds/everything-stored.ts';
import { aConsole, type TestConsole } from '../../../support/console/console.ts';

const DAY = 24 * 3600;

let console: TestConsole;
beforeAll(async () => {
  console = await aConsole();
});
afterAll(() => console.stop());

it('gives a sign-in and the name of its person an end in the table', async () => {
  const browser = await console.signedIn('clara');
  const items = (await itemsOf(console.cloud, [ENV.sessionTable])).get(ENV.sessionTable)!;
  const ends = items.map(({ expiresAt }) => Number(expiresAt));
  const now = browser.now / 1000;
  expect(ends.sort((one, other) => one - other)).toEqual([now + 8 * 3600, now + 400 * DAY]);
});
