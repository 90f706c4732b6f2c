import type { Temporal } from 'temporal-polyfill';
import { stateOf } from '../../../domain/filer/rules.ts';
import type { State } from '../../../domain/filer/state.ts';
import { type MessageName, PAGE } from '../../../domain/plan/kinds.ts';
import { pivotDate } from '../../../domain/plan/phases.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { sectionsShown } from '../../../email/built-in-sections.ts';
import type { EmailInput } from '../../../email/email-input.ts';
import { letterOf } from '../../../email/letter.ts';
import type { Model } from '../../../email/model.ts';
import { modelOf } from '../../../email/model-of.ts';
import { publicModel } from '../../../email/public-model.ts';
import { publicPage } from '../../../email/public-page.ts';
import { sampleEmails } from '../../../email/sample-emails.ts';
import { readOtherAccounts } from '../../../send-email/other-accounts.ts';
import type { ConsoleServices } from '../../services.ts';

/** What a preview is asked to show. */
export interface Asked {
  readonly state?: State | undefined;
  /** A filer's id. */
  readonly filer?: string | undefined;
}

/** A message as the draft has it. */
export interface DraftPreview {
  /** What it was made for. */
  readonly asked: Asked;
  /** The states of filers that it goes to; none for the page. */
  readonly states: readonly State[];
  /** `null`: the page is for everyone. */
  readonly input: EmailInput | null;
  readonly model: Model;
  readonly subject: string;
  readonly html: string;
  /** `null`: the page has none. */
  readonly text: string | null;
}

interface PreviewOptions {
  readonly asked: Asked;
  /** Filers who see it are shown first. @default any */
  readonly section?: string;
  readonly services: Pick<ConsoleServices, 'roster'>;
  readonly now: Temporal.Instant;
}

/** Makes a message of a plan for one filer, or for a sample in one state; `null`: no one like that gets it. */
export async function previewOf(
  plan: Plan,
  message: MessageName,
  { asked, section, services, now }: PreviewOptions,
): Promise<DraftPreview | null> {
  if (message === PAGE) {
    const model = publicModel(plan, now);
    const html = publicPage(plan, now);
    return {
      asked: {},
      states: [],
      input: null,
      model,
      subject: 'The page on your website',
      html,
      text: null,
    };
  }
  const samples = samplesOf(plan, message, section);
  const sample = samples.find(({ state }) => state.state === asked.state) ?? samples[0];
  if (!sample) return null;
  const input = asked.filer ? await forFiler(sample, asked.filer, services) : sample;
  if (!input) return null;
  const { subject, html, text } = letterOf(input);
  return {
    asked: asked.filer ? { filer: asked.filer } : { state: sample.state.state },
    states: samples.map(({ state }) => state.state),
    input,
    model: modelOf(input),
    subject,
    html,
    text,
  };
}

/** One sample for each state that gets the message; those who see the section come first. */
function samplesOf(plan: Plan, message: MessageName, section: string | undefined): EmailInput[] {
  const byState = new Map<State, EmailInput>();
  const seeing = new Map<State, EmailInput>();
  for (const input of sampleEmails(plan)) {
    if (input.kind !== message) continue;
    const { state } = input.state;
    if (!byState.has(state)) byState.set(state, input);
    const isSeen =
      section !== undefined && !seeing.has(state) && sectionsShown(message, modelOf(input)).has(section);
    if (isSeen) seeing.set(state, input);
  }
  const others = [...byState].filter(([state]) => !seeing.has(state));
  return [...seeing, ...others].map(([, input]) => input);
}

/** The same email to a filer of the active roster; `null`: it has no such filer. */
async function forFiler(
  sample: EmailInput,
  filerId: string,
  { roster }: PreviewOptions['services'],
): Promise<EmailInput | null> {
  const active = await roster.activeVersion();
  const filer = active && (await roster.filersById(active.version, [filerId])).get(filerId);
  if (!filer) return null;
  const otherAccountsOf = await readOtherAccounts([filer], { version: active.version, roster });
  const { otherAccounts: _, ...message } = sample;
  return {
    ...message,
    filer,
    ...otherAccountsOf(filer),
    state: stateOf(filer, pivotDate(sample.plan)),
    to: filer.email ?? 'nobody@example.com',
  };
}
