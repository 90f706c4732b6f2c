import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { templates } from '#templates';
import { BLANK, type Filer } from '../functions/domain/filer/filer.ts';
import { stateOf } from '../functions/domain/filer/rules.ts';
import { parsePlan } from '../functions/domain/plan/parse-plan.ts';
import { pivotDate } from '../functions/domain/plan/phases.ts';
import { composeEmail } from '../functions/email/compose.ts';
import type { EmailInput } from '../functions/email/email-input.ts';
import { modelOf } from '../functions/email/model-of.ts';
import { rendererOf } from '../functions/email/render.ts';

/** Emails per second, by what is made of each. Best of some rounds: the machine has other work too. */
const EMAILS = 2_000;
const ROUNDS = 5;

const parsed = parsePlan(readFileSync('examples/nysb-2018/launch.json', 'utf8'));
if (!parsed.ok) throw new Error('Cannot measure because the example plan must be valid');
const { plan } = parsed;

function inputOf(number: number): EmailInput {
  const filer: Filer = {
    ...BLANK,
    filerId: number.toString(16).padStart(16, '0'),
    userId: `filer${number}`,
    lastName: `Filer${number}`,
    firstName: 'Jane',
    firm: 'Doe & Doe LLP',
    email: `filer${number}@example.com`,
    pacerCreated: '2010-03-01',
    linkAsOf: '2018-07-23',
  };
  return {
    plan,
    kind: 'notice',
    phase: { id: 'notice-1', number: 1, of: 4 },
    filer,
    state: stateOf(filer, pivotDate(plan)),
    to: filer.email!,
    at: Temporal.Instant.from('2018-07-24T13:00:00Z'),
  };
}

/** The same bytes without templates, dates or MIME: a message cut at its name, and joined again. */
async function bareBuilder(): Promise<(input: EmailInput) => Uint8Array> {
  const raw = Buffer.from((await composeEmail(inputOf(9999))).raw).toString('latin1');
  const pieces = raw.split('Filer9999');
  return ({ filer }) => Buffer.from(pieces.join(filer.lastName), 'latin1');
}

async function bestOf(work: (input: EmailInput) => unknown): Promise<number> {
  const inputs = Array.from({ length: EMAILS }, (_, at) => inputOf(at + 1000));
  let best = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = performance.now();
    for (const input of inputs) await work(input);
    best = Math.max(best, (EMAILS / (performance.now() - before)) * 1000);
  }
  return Math.round(best);
}

const render = rendererOf(templates);
const bare = await bareBuilder();
const { raw, html, text } = await composeEmail(inputOf(1000));
console.log(`A notice: ${raw.length} bytes as sent, ${html.length} of HTML, ${text.length} of text`);
console.table({
  'composeEmail: model, HTML, text, MIME': { 'emails/s': await bestOf(composeEmail) },
  'render: model, HTML, text': { 'emails/s': await bestOf((input) => render('notice', modelOf(input))) },
  'model alone': { 'emails/s': await bestOf(modelOf) },
  'bare string-building of the same bytes': { 'emails/s': await bestOf(bare) },
});
