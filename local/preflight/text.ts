import type { Finding, Verdict } from './facts.ts';

const WORDS: Readonly<Record<Verdict, string>> = {
  ok: 'ok',
  missing: 'MISSING',
  'not-checked': 'NOT CHECKED',
  later: 'later',
};

const WIDTH = 'NOT CHECKED'.length;

/** The findings as lines: verdict, subject, what was found, and below it what to do. */
export function findingsText(
  findings: readonly Finding[],
  { launch, region }: { readonly launch: string; readonly region: string },
): string {
  const width = Math.max(...findings.map(({ about }) => about.length));
  const indent = ' '.repeat(WIDTH + 2 + width + 2);
  const lines = findings.flatMap(({ verdict, about, text, steps = [] }) => [
    `${WORDS[verdict].padEnd(WIDTH)}  ${about.padEnd(width)}  ${text}`,
    ...steps.map((step) => `${indent}→ ${step}`),
  ]);
  return [`Preflight of ${launch} in ${region}`, '', ...lines, '', sumOf(findings)].join('\n');
}

function sumOf(findings: readonly Finding[]): string {
  const count = (verdict: Verdict) => findings.filter((one) => one.verdict === verdict).length;
  const [gone, unchecked, later] = [count('missing'), count('not-checked'), count('later')];
  const open = [gone && `${gone} missing`, unchecked && `${unchecked} not checked`]
    .filter(Boolean)
    .join(', ');
  const rest = later ? ` ${later} can be checked later.` : '';
  return `${open ? `Not ready: ${open}.` : 'Ready.'}${rest}`;
}
