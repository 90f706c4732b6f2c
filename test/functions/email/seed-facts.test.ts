import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stateOf } from '../../../functions/domain/filer/rules.ts';
import type { PhaseKind } from '../../../functions/domain/plan/kinds.ts';
import { parsePlan } from '../../../functions/domain/plan/parse-plan.ts';
import { phasesOf, pivotDate } from '../../../functions/domain/plan/phases.ts';
import { decide } from '../../../functions/domain/run/audience.ts';
import { composeEmail } from '../../../functions/email/compose.ts';
import { SEED_FACTS } from '../../support/email/seed-facts.ts';
import { FILERS, ONLY_AFTER, type Who } from '../../support/email/seed-filers.ts';

const file = join(import.meta.dirname, '../../../examples/nysb-2018/launch.json');
const parsed = parsePlan(readFileSync(file, 'utf8'));
if (!parsed.ok) throw new Error('Cannot test because the example plan must be valid');
const { plan } = parsed;
const goLive = pivotDate(plan);

/** The email of the last phase of a kind as a reader sees it: words on one line, links with their address. */
const emails = new Map<string, Promise<{ text: string; html: string }>>();
function emailOf(kind: PhaseKind, who: Who): Promise<{ text: string; html: string }> {
  const name = `${kind} ${who}`;
  const made = emails.get(name) ?? compose(kind, who);
  emails.set(name, made);
  return made;
}

async function compose(kind: PhaseKind, who: Who): Promise<{ text: string; html: string }> {
  const phase = phasesOf(plan).findLast((one) => one.kind === kind)!;
  const filer = FILERS[who];
  const state = stateOf(filer, goLive);
  const at = phase.at.toInstant();
  const { text, html } = await composeEmail({ plan, kind, phase, filer, state, to: filer.email!, at });
  return { text: oneLine(text), html: oneLine(readable(html)) };
}

function readable(html: string): string {
  return html
    .replaceAll(/<(style|head)\b.*?<\/\1>/gs, ' ')
    .replaceAll(/<a\b[^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs, '$2 $1 ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&#x27;|&#39;|&apos;|’/g, "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/ ([.,:;])/g, '$1');
}

/** Whether this filer gets an email of the kind at all. */
function isMailed(kind: PhaseKind, who: Who): boolean {
  const before = kind === 'notice' || kind === 'pre-outage';
  if (before && ONLY_AFTER.includes(who)) return false;
  return decide(kind, stateOf(FILERS[who], goLive)).send;
}

describe('the emails of nysb-2018', () => {
  it('have the facts numbered from the first to the last', () => {
    expect(SEED_FACTS.map(({ number }) => number)).toEqual(SEED_FACTS.map((_, index) => index + 1));
  });

  it.each(SEED_FACTS)('carry fact $number: $fact', async ({ says, kinds, who }) => {
    const missing: string[] = [];
    let checked = 0;
    for (const kind of kinds) {
      for (const one of who.filter((name) => isMailed(kind, name))) {
        const { text, html } = await emailOf(kind, one);
        for (const pattern of says) {
          if (!pattern.test(text)) missing.push(`${kind} to ${one}: text lacks ${pattern}`);
          if (!pattern.test(html)) missing.push(`${kind} to ${one}: HTML lacks ${pattern}`);
          checked++;
        }
      }
    }
    expect(missing).toEqual([]);
    expect(checked).toBeGreaterThan(0);
  });

  const notForAll = SEED_FACTS.filter(({ notWho }) => notWho);
  it.each(notForAll)(
    'keep fact $number from whom it does not concern: $fact',
    async ({ says, kinds, notWho }) => {
      const superfluous: string[] = [];
      for (const kind of kinds) {
        for (const one of notWho!.filter((name) => isMailed(kind, name))) {
          const { text } = await emailOf(kind, one);
          if (says.every((pattern) => pattern.test(text))) superfluous.push(`${kind} to ${one}`);
        }
      }
      expect(superfluous).toEqual([]);
    },
  );
});
