declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** Times in milliseconds; in memory without a path. */
  export default function dynalite(options?: {
    readonly path?: string;
    readonly createTableMs?: number;
    readonly updateTableMs?: number;
    readonly deleteTableMs?: number;
  }): Server;
}
