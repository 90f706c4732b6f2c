import { sections } from '#templates';
import { kindOf, MESSAGES, type MessageName, ONE_OFF, PAGE } from '../domain/plan/kinds.ts';
import { readPlace } from '../domain/plan/section-texts.ts';

/** A part of a message whose text a court can replace. */
export interface MessageSection {
  /** What a plan calls it: `help` */
  readonly id: string;
  /** `Who can help` */
  readonly title: string;
  /** Several messages have it, with the same text. */
  readonly isShared: boolean;
}
/** The sections of each message, in their order. */
export type MessageSections = Readonly<Record<MessageName, readonly MessageSection[]>>;

/** What a one-off message says is written for it alone: no plan has a text in its place. */
export const ONE_OFF_BODY = 'body';

/** The sections of a message whose text a plan can replace, in their order. */
export function sectionsOf(message: MessageName): readonly MessageSection[] {
  return sections[message].filter(({ id }) => message !== ONE_OFF || id !== ONE_OFF_BODY);
}

/** A section of a message; `undefined`: it has none of that name. */
export function sectionOf(message: MessageName, id: string): MessageSection | undefined {
  return sectionsOf(message).find((section) => section.id === id);
}

/** The messages that have a section. */
export function messagesWith(id: string): MessageName[] {
  return MESSAGES.filter((message) => sectionOf(message, id) !== undefined);
}

/** What pages call a message: `Launch day` */
export function messageLabel(message: MessageName): string {
  return message === PAGE ? 'Public notice' : kindOf(message).label;
}

/** What pages call the place of a text: `Every message: Who can help` */
export function placeLabel(place: string): string {
  const { message, section } = readPlace(place) ?? { message: null, section: place };
  const found = message ?? messagesWith(section)[0];
  const title = (found && sectionOf(found, section)?.title) ?? section;
  return `${message ? messageLabel(message) : 'Every message'}: ${title}`;
}
