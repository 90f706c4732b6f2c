import { afterAll, beforeAll, describe } from 'vitest';
import { aStage, type Stage } from '../../support/e2e/launch/stage.ts';
import { closeLaunch } from './closing.ts';
import { followUp } from './follow-up.ts';
import { sendNotices } from './notices.ts';
import { makePlan } from './plan.ts';
import { mendRoster } from './roster.ts';
import { goLive } from './weekend.ts';

/** Each part goes on where the one before it ended. What pages say is compared with the mail that really went out. */
let stage: Stage;
beforeAll(async () => {
  stage = await aStage('2018-09-10T12:00:00Z');
}, 120_000);
afterAll(() => stage?.court.close());

describe('a whole launch, from an empty console to its closing report', { timeout: 600_000 }, () => {
  const current = () => stage;
  makePlan(current);
  mendRoster(current);
  sendNotices(current);
  goLive(current);
  followUp(current);
  closeLaunch(current);
});
