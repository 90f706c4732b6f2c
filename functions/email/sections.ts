import { sections } from '#templates';
import { MESSAGES, type MessageName } from '../domain/plan/kinds.ts';

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

/** The sections of a message, in their order. */
export function sectionsOf(message: MessageName): readonly MessageSection[] {
  return sections[message];
}

/** A section of a message; `undefined`: it has none of that name. */
export function sectionOf(message: MessageName, id: string): MessageSection | undefined {
  return sections[message].find((section) => section.id === id);
}

/** The messages that have a section. */
export function messagesWith(id: string): MessageName[] {
  return MESSAGES.filter((message) => sectionOf(message, id) !== undefined);
}
