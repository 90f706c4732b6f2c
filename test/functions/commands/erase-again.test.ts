import { expect, it } from 'vitest';
import { eraseAgain } from '../../../functions/commands/erase-again.ts';
import type { EraseServices } from '../../../functions/commands/erase-services.ts';
import type { Erasure } from '../../../functions/domain/erasure.ts';

const erasureOf = (filerId: string, finishedAt: string | null): Erasure => ({
  filerId,
  requestedAt: '2018-07-24T13:00:00Z',
  finishedAt,
  by: 'ops1',
  neverMail: false,
  counts: { versions: 0, runs: 0, files: 0 },
});

it('begins with the erasures that are open, however many others there are', async () => {
  const finished = Array.from({ length: 20 }, (_, index) =>
    erasureOf(`${index}`.padStart(16, '0'), '2018-07-24T14:00:00Z'),
  );
  const waiting: unknown[] = [];
  const services = {
    erasures: { all: async () => [...finished, erasureOf('f'.repeat(16), null)] },
    chunks: { retries: async function* () {} },
    runs: { runs: async () => [{ runId: 'notice-1' }] },
    log: { info: (code: string, { filer }: { filer: string }) => waiting.push([code, filer]) },
  } as unknown as EraseServices;
  let times = 0;
  expect(await eraseAgain(services, () => times++ === 0)).toEqual([]);
  expect(waiting).toEqual([['erasure-waits', 'f'.repeat(16)]]);
});
