import { LIMITS, type Limit } from '../../../local/cloud/limits.ts';

/** The limits as the table in `docs/local.md`. */
export function limitsTable(): string {
  const rows = Object.values<Limit>(LIMITS).map(
    ({ what, most, unit, beyond, crier, source }) =>
      `| ${what} | [${most.toLocaleString('en-US')} ${unit}](${source}) | ${beyond} | ${crier} |`,
  );
  return ['| what | at most | beyond it | and Crier |', '|---|---|---|---|', ...rows].join('\n');
}
