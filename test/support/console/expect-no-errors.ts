import { expect } from 'vitest';
import type { TestConsole } from './console.ts';

/** Nothing that the console or a function behind it did so far failed, was refused by IAM, or logged an error. */
export function expectNoErrors({ log, cloud }: Pick<TestConsole, 'log' | 'cloud'>): void {
  expect(log.filter(({ level }) => level === 'ERROR')).toEqual([]);
  expect(cloud.denials).toEqual([]);
  expect(cloud.failures).toEqual([]);
}
