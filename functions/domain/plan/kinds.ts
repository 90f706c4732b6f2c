import { campaign } from '#campaign';
import type { Kind } from '../../../campaigns/campaign.ts';

/** The kind of a phase: it decides message and audience. */
export type PhaseKind = keyof typeof campaign.kinds;
/** The kind of an email: a phase's, or an announcement's. */
export type MessageKind = PhaseKind | AnnouncementKind;

/** The message about a moved date, and the id instead of a phase's: no phase of a plan has it. */
export const DATE_CHANGE = 'date-change';
/** The message about a changed fact that emails stated, such as a phone number; like {@link DATE_CHANGE} also an id. */
export const CORRECTION = 'correction';
/** A message in the court's own words to a chosen group. Each has an id of its own: see `oneOffId`. */
export const ONE_OFF = 'one-off';
/** Kinds that no phase of a plan has: a person releases each of them. */
export const ANNOUNCEMENT_KINDS = [DATE_CHANGE, CORRECTION, ONE_OFF] as const;
/** One of the {@link ANNOUNCEMENT_KINDS}. */
export type AnnouncementKind = (typeof ANNOUNCEMENT_KINDS)[number];
/** Kinds of phases. */
export const PHASE_KINDS = Object.keys(campaign.kinds) as [PhaseKind, ...PhaseKind[]];
/** Kinds of message: those of a plan's phases, and announcements. */
export const MESSAGE_KINDS: readonly MessageKind[] = [...PHASE_KINDS, ...ANNOUNCEMENT_KINDS];

/** An announcement goes to every filer of its audience, whatever their state. */
const EVERYONE = { without: [], skipped: [] };
const ANNOUNCEMENTS: Readonly<Record<AnnouncementKind, Kind>> = {
  [DATE_CHANGE]: { ...EVERYONE, label: 'Change of dates', expires: { words: 'at the new date' } },
  [CORRECTION]: { ...EVERYONE, label: 'Correction', expires: { words: '30 days after its release' } },
  [ONE_OFF]: { ...EVERYONE, label: 'Message', expires: { words: '7 days after its release' } },
};

/** Whether a kind is an announcement's. */
export function isAnnouncement(kind: MessageKind): kind is AnnouncementKind {
  return Object.hasOwn(ANNOUNCEMENTS, kind);
}

/**
 * Whether an email says what the launch is about, so that the next one may refer to it. A correction or a one-off message
 * was sent for another reason: it explains nothing.
 */
export function isInSequence(kind: MessageKind): boolean {
  return kind === DATE_CHANGE || !isAnnouncement(kind);
}

/** The message that is a web page: the notice on the court's website. */
export const PAGE = 'public-notice';
/** A message of the campaign: an email, or the page. */
export type MessageName = MessageKind | typeof PAGE;
/** See {@link MessageName}. */
export const MESSAGES: readonly MessageName[] = [...MESSAGE_KINDS, PAGE];

/** What the campaign says about a kind of message. */
export function kindOf(kind: MessageKind): Kind {
  return isAnnouncement(kind) ? ANNOUNCEMENTS[kind] : campaign.kinds[kind];
}
