import { expect, it } from 'vitest';
import { logPage } from '../../../../functions/console/log/log-page.tsx';
import { type Frame, layout } from '../../../../functions/console/ui/layout.tsx';
import type { RunLine } from '../../../../functions/queries/runs-list.ts';
import type { SendLine } from '../../../../functions/queries/send-line.ts';

const person = { id: 'x', name: 'Clara', email: null, role: 'clerk', sessionId: 's', csrf: 'c' } as const;
const FRAME: Frame = { launch: 'test', court: 'Court', isRehearsal: true, person, notice: null };
const RUN = {
  run: { runId: 'notice-1_1', kind: 'notice', number: 1, of: 1, decidedAt: '2018-07-24T13:00:00Z' },
  state: 'complete',
  counts: null,
} as unknown as RunLine;
const SETTLED = {
  ...{ runId: 'notice-1_1', phaseId: 'notice-1', filerId: '0123456789abcdef', filer: null, state: null },
  ...{ status: 'bounced', attempt: 1, at: null, reason: null, meaning: 'It bounced.', facts: [] },
  isSettled: true,
} as SendLine;

it.each([
  [true, 'None of the latest emails with problems needs attention.', true],
  [false, 'No emails need attention.', false],
])(
  'the send log leaves out what is settled, where there is more to read: %s',
  async (hasMore, said, leads) => {
    const page = logPage({ zone: 'America/New_York', person, runs: [RUN], attention: [SETTLED], hasMore });
    const text = String(await layout(FRAME, page));
    expect(text).not.toContain('It bounced.');
    expect(text).toContain(said);
    expect(text.includes('href="/log/attention"')).toBe(leads);
  },
);
