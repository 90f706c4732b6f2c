import { subscribe } from 'node:diagnostics_channel';

/** What some work took. */
export interface Took {
  readonly cpuMilliseconds: number;
  readonly milliseconds: number;
  /** Requests to AWS. */
  readonly calls: number;
  /** The most that the process has had in memory until now. */
  readonly megabytes: number;
}

let calls = 0;
subscribe('http.client.request.start', () => {
  calls++;
});

/** Measures work of this process, one at a time. */
export async function measure(work: () => Promise<unknown>): Promise<Took> {
  calls = 0;
  const cpu = process.cpuUsage();
  const began = performance.now();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return {
    cpuMilliseconds: (user + system) / 1000,
    milliseconds: performance.now() - began,
    calls,
    megabytes: process.resourceUsage().maxRSS / 1024,
  };
}
