import type { Faults } from '../faults.ts';
import type { Grants } from '../iam/grants.ts';
import { isAllowed } from '../iam/policy.ts';
import type { LocalFunction } from '../lambda/functions.ts';
import type { Schedule } from './schedule-store.ts';
import type { CallTarget } from './scheduler.ts';

/** Calls a schedule's function if its role may; otherwise the input goes to the schedule's dead-letter queue. */
export function scheduleTarget(options: {
  find: (arn: string) => LocalFunction | undefined;
  grants: Grants;
  send: (queueArn: string, body: string) => Promise<void>;
  invokeLater: (fn: LocalFunction, event: unknown) => void;
  onFailure: (where: string, what: string) => void;
  refuses?: Faults['refuses'];
}): CallTarget {
  const { find, grants, send, invokeLater, onFailure, refuses } = options;

  function refusal(fn: LocalFunction | undefined, { name, input: { Target } }: Schedule): string | null {
    if (!fn) return 'its target must be a function of the template';
    const request = { action: 'lambda:InvokeFunction', resource: fn.arn };
    const isGranted = isAllowed(grants.ofRole(Target.RoleArn), request);
    return isGranted && !refuses?.({ by: name, ...request })
      ? null
      : `${Target.RoleArn} may not invoke ${fn.id}`;
  }

  return async (schedule, input) => {
    const { group, name } = schedule;
    const { Target } = schedule.input;
    const fn = find(Target.Arn);
    const refused = refusal(fn, schedule);
    if (fn && !refused) return invokeLater(fn, JSON.parse(input));
    onFailure(`${group}/${name}`, `Cannot call the target because ${refused}`);
    const deadLetters = Target.DeadLetterConfig?.Arn;
    const service = { action: 'sqs:SendMessage', resource: deadLetters ?? '' };
    if (deadLetters && isAllowed(grants.ofRole(Target.RoleArn), service)) await send(deadLetters, input);
  };
}
