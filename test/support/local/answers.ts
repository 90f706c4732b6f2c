import type { Create } from '../../../functions/lib/runtime.ts';

/** A function whose answer has as many bytes as its event asks for; otherwise it is short. */
export const create: Create<{ bytes?: number }, string> =
  () =>
  async ({ bytes = 2 }) =>
    'x'.repeat(bytes - 2);
