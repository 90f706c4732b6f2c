import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

/** Where every part writes what it measured. */
const FILE = join(import.meta.dirname, '../results.json');

/** What each part measured, by the figures' names, and when and on what. */
export type Results = Readonly<Record<string, Readonly<Record<string, number | string>>>>;

/** The results on record. */
export function readResults(): Results {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Results) : {};
}

/** Writes what a part measured into the results, and keeps those of the other parts. */
export function addResults(part: string, figures: Readonly<Record<string, number>>): void {
  const rounded = Object.fromEntries(
    Object.entries(figures).map(([name, figure]) => [name, Number(figure.toPrecision(3))]),
  );
  const now = {
    measured: new Date().toISOString().slice(0, 10),
    node: process.version,
    cores: cpus().length,
  };
  const results: Results = { ...readResults(), [part]: { ...now, ...rounded } };
  writeFileSync(FILE, `${JSON.stringify(results, null, 2)}\n`);
}
