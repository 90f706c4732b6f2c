import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import { type Answer, decode, encode } from 'dns-packet';

/** A name server on loopback, and a resolver that asks it alone. */
export interface TestDns {
  readonly resolver: Resolver;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a name server.
 * @param records by `MX test.example`; a name of which it has no record at all isn't there, and `null` gets no answer
 */
export async function startDns(
  records: Readonly<Record<string, readonly Answer[] | null>>,
): Promise<TestDns> {
  const socket = createSocket('udp4');
  socket.on('message', (message, { port, address }) => {
    const { id, questions = [] } = decode(message);
    const { type, name } = questions[0]!;
    const answers = records[`${type} ${name}`];
    if (answers === null) return;
    const isKnown = Object.keys(records).some((key) => key.split(' ')[1] === name);
    const answer = encode({
      type: 'response',
      id: id!,
      // 3: there is no such name.
      flags: isKnown ? 0 : 3,
      questions,
      answers: [...(answers ?? [])],
    });
    socket.send(answer, port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const resolver = new Resolver({ timeout: 200, tries: 1 });
  resolver.setServers([`127.0.0.1:${socket.address().port}`]);
  return {
    resolver,
    stop: async () => {
      socket.close();
      await once(socket, 'close');
    },
  };
}
