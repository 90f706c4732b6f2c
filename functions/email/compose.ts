import { createHash } from 'node:crypto';
import { templates } from '#templates';
import { clean } from '../lib/clean.ts';
import { headerDate } from '../lib/moment-words.ts';
import type { ComposedEmail, EmailInput } from './email-input.ts';
import { type Letter, mime } from './mime.ts';
import { modelOf } from './model-of.ts';
import { type Renderer, rendererOf } from './render.ts';

/** How the subject of a test begins. */
const TEST_MARK = '[TEST]';

const render = rendererOf(templates);

/** Makes one filer's email: pure, so the same input gives the same bytes. */
export const composeEmail = composerOf(render);

/** A composer with other templates, such as a launch's own. */
export function composerOf(by: Renderer): (input: EmailInput) => Promise<ComposedEmail> {
  return async (input) => {
    const letter = letterBy(by, input);
    const { subject, html, text } = letter;
    return { subject, html, text, raw: mime(letter) };
  };
}

/** One filer's email before it is MIME. */
export function letterOf(input: EmailInput): Letter {
  return letterBy(render, input);
}

function letterBy(by: Renderer, input: EmailInput): Letter {
  const model = modelOf(input);
  const { subject: written, html, text } = by(input.kind, model);
  const subject = input.isTest ? `${TEST_MARK} ${written}` : written;
  return { ...addressed(input, input.isTest ? '' : model.filer.name), subject, html, text };
}

function addressed(input: EmailInput, name: string): Omit<Letter, 'subject' | 'html' | 'text'> {
  const { court } = input.plan;
  const sender = { name: clean(court.sender.name), address: court.sender.address };
  return {
    from: sender,
    to: { name, address: input.to },
    replyTo: { name: sender.name, address: court.helpDesk.email },
    date: headerDate(input.at.toZonedDateTimeISO(court.zone)),
    messageId: messageIdOf(input),
    ...(input.threadId ? { references: input.threadId.replaceAll(/[<>\s]/g, '') } : {}),
    headers: {
      'Auto-Submitted': 'auto-generated',
      // Exchange answers with out-of-office replies all the same; this keeps them from the help desk.
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      ...unsubscribeOf(input),
    },
  };
}

/** Only where the plan says so for the phase: an official notice has nothing to unsubscribe from. */
function unsubscribeOf({ plan, phase }: EmailInput): Record<string, string> {
  const target = plan.phases.find(({ id }) => id === phase.id)?.unsubscribe;
  if (!target) return {};
  return { 'List-Unsubscribe': `<${target.startsWith('https:') ? target : `mailto:${target}`}>` };
}

/** One per launch, phase, filer, address and moment. SES puts its own in its place. */
function messageIdOf({ plan, phase, kind, filer, to, at }: EmailInput): string {
  const parts = [plan.name, kind, phase.id, filer.filerId, to, at.toString()];
  const hash = createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
  return `${hash}@${plan.court.sender.address.split('@').at(-1)}`;
}
