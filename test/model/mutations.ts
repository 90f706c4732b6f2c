/** A change to the protocol that the model must catch. `find` stands once in the file. */
export interface Mutation {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

// biome-ignore lint/suspicious/noTemplateCurlyInString: it is source to be found, not a template.
const TIMED_OUT = "return { outcome: 'unknown', reason: `ses-${codeOf(error)}` };";

/** Holes that each step of the protocol closes, opened again one by one. */
export const MUTATIONS: readonly Mutation[] = [
  {
    name: 'chunk put without condition',
    file: 'delivery/chunk.client.ts',
    find: "            ConditionExpression: 'attribute_not_exists(sk)',\n",
    replace: '',
  },
  {
    name: "claim without the turn's condition",
    file: 'delivery/chunk.client.ts',
    find: '          ConditionExpression: MINE,\n',
    replace: "          ConditionExpression: 'attribute_exists(sk) OR #owner = :owner OR turn = :turn',\n",
  },
  {
    name: 'turn not raised by a lease',
    file: 'delivery/chunk.client.ts',
    find: "':one': 1,",
    replace: "':one': 0,",
  },
  {
    name: 'claim after SES',
    file: 'delivery/send-chunk.client.ts',
    find: "  if (!(await services.chunks.claim(lease, attempts))) return { end: 'turn-lost', settled };\n",
    replace: '',
  },
  {
    name: 'a time-out treated as a throttle',
    file: 'delivery/ses.client.ts',
    find: TIMED_OUT,
    replace: "return { outcome: 'throttled' };",
  },
  {
    name: 'SDK retries on',
    file: 'shared/aws.client.ts',
    find: '    maxAttempts: 1,\n',
    replace: '    maxAttempts: 3,\n',
  },
  {
    name: 'a second start stops at "run exists"',
    file: 'phases/start-phase.client.ts',
    find: 'if (standing) return goOn(standing, services);',
    replace: 'if (standing) return { started: true, runId: standing.runId };',
  },
  {
    name: 'the sweep queues only leases that ran out',
    file: 'sweep/sweep-runs.client.ts',
    find: 'const free = owner === undefined || leaseUntil <= now;',
    replace: 'const free = owner !== undefined && leaseUntil <= now;',
  },
  {
    name: 'no `unknown` by the next leaseholder',
    file: 'delivery/send-chunk.client.ts',
    find: '  await sendLog.append(unsettled);\n',
    replace: '',
  },
  {
    name: 'done before the outcomes',
    file: 'delivery/send-chunk.client.ts',
    find: '  const sent = await sendPaced(',
    replace: '  await services.chunks.finish(lease);\n  const sent = await sendPaced(',
  },
  {
    name: 'unprocessed writes ignored',
    file: 'send-log/send-log.client.ts',
    find: 'requests = (answer.UnprocessedItems?.[table] ?? []) as typeof requests;',
    replace: 'requests = answer ? [] : requests;',
  },
  {
    name: 'complete when all existing chunks are done',
    file: 'sweep/sweep-runs.client.ts',
    find: 'run.cancelled || (run.writtenOut && chunks.length === run.audience?.chunks)',
    replace: 'true',
  },
  {
    name: 'marking before the event',
    file: 'sweep/sweep-runs.client.ts',
    find: '  const { byStatus, attention } = await countSends(run.runId, sendLog);\n',
    replace:
      '  const { byStatus, attention } = await countSends(run.runId, sendLog);\n  await runs.markCompleted(run.runId, clock.now().toString());\n',
  },
  {
    name: 'a time-out called failed',
    file: 'delivery/ses.client.ts',
    find: TIMED_OUT,
    replace: "return { outcome: 'failed', reason: 'ses' };",
  },
  {
    name: 'throttled not un-claimed',
    file: 'delivery/send-chunk.client.ts',
    find: '!(await services.chunks.unclaim(lease, sent.notSent))',
    replace: 'false',
  },
];
