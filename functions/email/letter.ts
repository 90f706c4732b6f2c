import { createHash } from 'node:crypto';
import { templates } from '#templates';
import { ONE_OFF } from '../domain/plan/kinds.ts';
import { clean } from '../lib/clean.ts';
import { headerDate } from '../lib/moment-words.ts';
import type { EmailInput } from './email-input.ts';
import type { Letter } from './mime.ts';
import { modelOf } from './model-of.ts';
import { type OwnTexts, ownText, ownTexts } from './own-texts.ts';
import { type Renderer, rendererOf, subjectRendererOf } from './render.ts';
import { ONE_OFF_BODY } from './sections.ts';

/** How the subject of a test begins. */
const TEST_MARK = '[TEST]';

/** Makes one filer's email, before MIME encoding. */
export type MakeLetter = (input: EmailInput) => Letter;

/** With the campaign's own templates. */
export const letterOf = letterMaker(rendererOf(templates));

/** With other templates, such as a launch's own. */
export function letterMaker(render: Renderer): MakeLetter {
  return (input) => {
    const model = modelOf(input);
    const own = textsOf(input);
    const { subject: written, html, text } = render(input.kind, model, own);
    const subject = marked(written, input);
    return { ...addressed(input, input.isTest ? '' : model.filer.name), subject, html, text };
  };
}

const renderSubject = subjectRendererOf(templates);

/** The subject of one filer's email, with the campaign's own templates. */
export function subjectOf(input: EmailInput): string {
  return marked(renderSubject(input.kind, modelOf(input)), input);
}

function marked(subject: string, { isTest }: Pick<EmailInput, 'isTest'>): string {
  return isTest ? `${TEST_MARK} ${subject}` : subject;
}

/** The plan's own texts, and a one-off message's. @throws Error for a one-off message without its text */
function textsOf({ plan, kind, oneOff }: EmailInput): OwnTexts {
  const own = ownTexts(plan, kind);
  if (kind !== ONE_OFF) return own;
  if (!oneOff) throw new Error('Cannot make a one-off message because its text must be known');
  return new Map([...own, [ONE_OFF_BODY, ownText(ONE_OFF_BODY, oneOff)]]);
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
      // Exchange sends out-of-office replies anyway; this keeps them away from the help desk.
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      ...unsubscribeOf(input),
    },
  };
}

/** Only if the plan asks for it in this phase: an official notice has nothing to unsubscribe from. */
function unsubscribeOf({ plan, phase }: EmailInput): Record<string, string> {
  const target = plan.phases.find(({ id }) => id === phase.id)?.unsubscribe;
  if (!target) return {};
  return { 'List-Unsubscribe': `<${target.startsWith('https:') ? target : `mailto:${target}`}>` };
}

/** One per launch, phase, filer, address and moment. SES replaces it with its own. */
function messageIdOf({ plan, phase, kind, filer, to, at }: EmailInput): string {
  const parts = [plan.name, kind, phase.id, filer.filerId, to, at.toString()];
  const hash = createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
  return `${hash}@${plan.court.sender.address.split('@').at(-1)}`;
}
