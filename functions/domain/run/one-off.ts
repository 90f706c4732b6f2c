import { hash } from 'node:crypto';
import type { Actor } from '../actor.ts';
import { ONE_OFF } from '../plan/kinds.ts';
import { PLACEHOLDER_TAG } from '../plan/section-texts.ts';
import type { Group } from './group.ts';
import type { PhaseName } from './phase-marks.ts';

/** A message in the court's own words to a chosen group, from its draft on. Once released, it never changes. */
export interface OneOff {
  /** See {@link oneOffId}. */
  readonly id: string;
  /** Instant, ISO 8601 in UTC; with the id, it names the run. */
  readonly createdAt: string;
  /** Counts its changes. */
  readonly revision: number;
  readonly subject: string;
  readonly text: string;
  /** Made from the text when it was saved. */
  readonly made: { readonly html: string; readonly text: string };
  readonly group: Group;
  /** Sign-in ids of everyone who wrote it. */
  readonly authors: readonly string[];
  /** The last change. */
  readonly by: Actor;
  readonly at: string;
  /** Instant at which approval was asked for; a change takes it back. */
  readonly submittedAt?: string;
  /** Instant from which on it can't be changed: a person released it. */
  readonly frozenAt?: string;
  /** Instant at which the draft was discarded: it is kept, but shown nowhere. */
  readonly discardedAt?: string;
}

/** Between the kind and what is unique: no phase of a plan has two hyphens in a row in its id. */
const SEPARATOR = '--';

/** The id of a one-off message, in the place of a phase's: `one-off--1a2b3c4d`. */
export function oneOffId(unique: string): string {
  return `${ONE_OFF}${SEPARATOR}${unique}`;
}

/** Whether an id is a one-off message's. */
export function isOneOffId(id: string): boolean {
  return /^one-off--[0-9a-f]{8}$/.test(id);
}

/** The name of a one-off message, used like a phase's. */
export function oneOffName({ id, createdAt }: Pick<OneOff, 'id' | 'createdAt'>): PhaseName {
  return { phaseId: id, scheduledFor: createdAt };
}

/** A hash of what a message says and to which group: what a person approves. */
export function oneOffHash({ subject, made, group }: Pick<OneOff, 'subject' | 'made' | 'group'>): string {
  return hash('sha256', JSON.stringify([subject, made, group]), 'hex');
}

/** Ways to write a date: `October 22`, `10/22`, `2018-10-22`, and weekdays. */
const DATE =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\d{1,2}\/\d{1,2}|\d{4}-\d{2}/i;
/** Placeholders that have nothing to do with a date. */
const DATELESS =
  /^(?:address )?(?:the-court|The-court|court-name|sender-name|filer-name|link-domains|help-desk-.*|.*-(?:page|phone|email|hours))$/;

/**
 * Whether a message surely names no date of the launch, so that no filer needs to hear of it when these change. Fails
 * closed: anything that reads as a date counts as one.
 */
export function namesNoDate({ subject, text }: Pick<OneOff, 'subject' | 'text'>): boolean {
  const tags = [...text.matchAll(PLACEHOLDER_TAG)].map(([, name]) => name!);
  return !DATE.test(subject) && !DATE.test(text) && tags.every((name) => DATELESS.test(name));
}
