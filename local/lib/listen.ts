import { once } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Guests, guardServer } from './origin-guard.ts';

/** A server that listens on this machine only. */
export interface Listening {
  /** Such as `http://127.0.0.1:4001`. */
  readonly url: string;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

/** Where a server listens, and whom it answers. */
export interface ListenOptions extends Guests {
  /**
   * The wished port; a free one when it is taken or 0.
   * @default 0
   */
  readonly port?: number | undefined;
}

/** Listens on loopback, and refuses what pages of other websites make a browser send. */
export async function listen(
  server: Server,
  { port = 0, ...guests }: ListenOptions = {},
): Promise<Listening> {
  guardServer(server, guests);
  await listenOn(server, port);
  const { port: given } = server.address() as AddressInfo;
  return { url: `http://${LOOPBACK}:${given}`, close: () => closeServer(server) };
}

async function listenOn(server: Server, port: number): Promise<void> {
  try {
    server.listen(port, LOOPBACK);
    await once(server, 'listening');
  } catch (error) {
    if (port === 0 || !isTaken(error)) throw error;
    return listenOn(server, 0);
  }
}

/** Whether a port is in use. */
export function isTaken(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
}

/** @throws Error when the client breaks off. */
export function readBody(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  return new Promise((resolve, reject) => {
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => resolve(pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)));
    request.on('error', reject);
  });
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
