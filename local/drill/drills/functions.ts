import type { Template } from '../../cloud/template/template.ts';
import type { Drill } from '../cause.ts';

/** Every function hangs until Lambda ends it at its time limit: it counts as failed, and took all its time. */
export function hangingFunctions(template: Template): Drill {
  const ids = template.ofType('AWS::Lambda::Function').map(({ id }) => id);
  return {
    cause: 'every function hangs until Lambda ends it',
    fires: ids.flatMap((id) => [
      id === 'Console' ? 'Console fails (errors)' : `${id} fails`,
      `A function is close to its time limit (${id})`,
    ]),
    bringAbout: async ({ cloud, faults }) => {
      faults.hanging = new Set(ids);
      // All at once: on the cloud's clock they would take more than an hour one after the other.
      await Promise.all(ids.map((id) => cloud.invoke(id, {}).catch(() => {})));
    },
  };
}

/** The sweep's reads are refused: each of its parts says so. */
export const failingSweep: Drill = {
  cause: 'DynamoDB refuses the sweep',
  fires: ['Sweep reports errors', 'Sweep fails'],
  bringAbout: async ({ faults, wait }) => {
    faults.refused = ({ by, action }) => by === 'Sweep' && action.startsWith('dynamodb:');
    await wait(5);
  },
};

/** Pages read who is signed in from a table. */
export const failingConsole: Drill = {
  cause: 'DynamoDB refuses the console',
  fires: ['Console fails (error lines)', 'Console fails (HTTP 5xx)'],
  bringAbout: async ({ cloud, faults }) => {
    faults.refused = ({ by, action }) => by === 'Console' && action.startsWith('dynamodb:');
    await visit(cloud);
  },
};

/** As many as the alarm allows, and no more. */
const REFUSED = 50;

/** Someone tries session cookies, one after the other. */
export const guessedSessions: Drill = {
  cause: `${REFUSED} requests with invalid session cookies`,
  fires: ['Many requests are refused'],
  bringAbout: async ({ cloud }) => {
    for (let time = 1; time <= REFUSED; time++) await visit(cloud);
    await cloud.settle();
  },
};

/** Opens the console's first page with a cookie that no sign-in has. */
async function visit({ console, pageKey }: Parameters<Drill['bringAbout']>[0]['cloud']): Promise<void> {
  const cookie = `crier-${new URL(console).port}=${'x'.repeat(43)}`;
  const headers = { authorization: pageKey.authorization, cookie };
  const answer = await fetch(console, { headers, redirect: 'manual' });
  await answer.arrayBuffer();
}
