import { campaign } from '#campaign';
import type { Kind } from '../../../campaigns/campaign.ts';

/** The kind of a phase: it decides message and audience. */
export type PhaseKind = keyof typeof campaign.kinds;
/** The kind of an email: a phase's, or the notice of a moved date. */
export type MessageKind = PhaseKind | typeof DATE_CHANGE;

/** The message about a moved date, and the id instead of a phase's: no phase of a plan has it. */
export const DATE_CHANGE = 'date-change';
/** Kinds of phases. */
export const PHASE_KINDS = Object.keys(campaign.kinds) as [PhaseKind, ...PhaseKind[]];
/** Kinds of message: the phases of a plan, and the notice of a moved date. */
export const MESSAGE_KINDS: readonly MessageKind[] = [...PHASE_KINDS, DATE_CHANGE];

/** A change of dates goes to every filer to whom another date was announced, whatever became of them since. */
const DATE_CHANGE_KIND: Kind = {
  label: 'Change of dates',
  without: [],
  skipped: [],
  expires: { words: 'at the new date' },
};

/** The message that is a web page: the notice on the court's website. */
export const PAGE = 'public-notice';
/** A message of the campaign: an email, or the page. */
export type MessageName = MessageKind | typeof PAGE;
/** See {@link MessageName}. */
export const MESSAGES: readonly MessageName[] = [...MESSAGE_KINDS, PAGE];

/** What the campaign says about a kind of message. */
export function kindOf(kind: MessageKind): Kind {
  return kind === DATE_CHANGE ? DATE_CHANGE_KIND : campaign.kinds[kind];
}
