/** An outside that stops working at the n-th write, as a crash there would. */
export interface Breaker {
  /** Writes so far. */
  writes: number;
  readonly failAt: number;
  /** Whether the write that fails was carried out: then only its answer is lost. */
  readonly carriedOut: boolean;
}

const WRITES = /^(Put|Update|Delete|BatchWrite|CreateMultipart|UploadPart|CompleteMultipart)/;

/** The same client, whose `send` throws at the breaker's write and ever after. */
export function failing<Client extends object>(client: Client, breaker: Breaker): Client {
  return new Proxy(client, {
    get: (target, property) => {
      const value: unknown = Reflect.get(target, property, target);
      if (property !== 'send') return typeof value === 'function' ? value.bind(target) : value;
      const sendOn = value as (...sent: unknown[]) => Promise<unknown>;
      return async (command: object, ...rest: unknown[]) => {
        if (breaker.writes >= breaker.failAt) throw new Error('Cannot go on because the machine is off');
        if (!WRITES.test(command.constructor.name)) return sendOn.call(target, command, ...rest);
        breaker.writes++;
        const fails = breaker.writes === breaker.failAt;
        if (fails && !breaker.carriedOut) throw new Error('Cannot write because the machine went off');
        const answer = await sendOn.call(target, command, ...rest);
        if (fails) throw new Error('Cannot hear the answer because the machine went off');
        return answer;
      };
    },
  });
}
