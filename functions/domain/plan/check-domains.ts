import { campaign } from '#campaign';
import { planSchema } from './plan.ts';
import type { PlanReading } from './plan-draft.ts';
import { type Finding, jsonPath, shown, valueAt } from './problem.ts';

type Path = readonly PropertyKey[];

interface Place {
  readonly at: Path;
  /** The hosts that a text at this place shows. */
  readonly hostsOf: (text: string) => string[];
}

const { links, addresses, wording } = campaign.plan.shown;

const PLACES: readonly Place[] = [
  ...links.map((at) => ({ at, hostsOf: hostOfLink })),
  ...[['court', 'sender', 'address'], ['court', 'helpDesk', 'email'], ...addresses].map((at) => ({
    at,
    hostsOf: hostOfAddress,
  })),
  ...wording.map((at) => ({ at, hostsOf: hostsInWords })),
];

/** What a plan has where it says nothing. */
const DEFAULTS = Object.fromEntries(
  Object.entries(planSchema.shape).flatMap(([member, schema]) => {
    const { success, data } = schema.safeParse(undefined);
    return success && data !== undefined ? [[member, data]] : [];
  }),
);

/** Links and addresses outside the plan's domains: a filer couldn't tell them from a fake court's. */
export function checkDomains(reading: Pick<PlanReading, 'raw' | 'draft'>): Finding[] {
  const { raw, draft } = reading;
  const domains = (readAt(reading, ['linkDomains']) ?? []) as (string | undefined)[];
  if (domains.length === 0 || domains.includes(undefined)) return [];
  const message = `must be of ${domains.join(' or ')}, the plan's linkDomains`;
  const ofPhases = (draft.phases ?? []).map((_, index) => ({
    at: ['phases', index, 'unsubscribe'],
    hostsOf: hostOfEither,
  }));
  return [...PLACES, ...ofPhases].flatMap(({ at, hostsOf }) => {
    const text = ((readAt(reading, at) ?? '') as string).trim();
    const strange = hostsOf(text).filter((host) => !isWithin(host, domains as string[]));
    return strange.map((host) => ({ at, found: whereFrom(raw, { at, text, host }), message }));
  });
}

/** The value at a place if it is right, and the default of what is left out. */
function readAt({ raw, draft }: Pick<PlanReading, 'raw' | 'draft'>, at: Path): unknown {
  return valueAt(raw, at) === undefined ? valueAt(DEFAULTS, at) : valueAt(draft, at);
}

function isWithin(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

function whereFrom(raw: unknown, { at, text, host }: { at: Path; text: string; host: string }): string {
  if (valueAt(raw, at) === undefined) return `nothing, and so ${shown(text)}`;
  return wording.some((place) => jsonPath(place) === jsonPath(at)) ? `${host} in the text` : shown(text);
}

function hostOfLink(link: string): string[] {
  return URL.canParse(link) ? [new URL(link).hostname] : [];
}

function hostOfAddress(address: string): string[] {
  return address.includes('@') ? [address.slice(address.lastIndexOf('@') + 1).toLowerCase()] : [];
}

function hostOfEither(text: string): string[] {
  return URL.canParse(text) ? hostOfLink(text) : hostOfAddress(text);
}

/** Hosts of the links and addresses that a reader of the words would see as such. */
function hostsInWords(words: string): string[] {
  const links = words.match(/\bhttps?:\/\/[^\s<>()"']+|\bwww\.[^\s<>()"']+/gi) ?? [];
  const addresses = words.match(/[^\s<>()"':;,]+@[a-z0-9.-]*[a-z0-9]/gi) ?? [];
  const urls = links.map((link) => (/^www/i.test(link) ? `https://${link}` : link));
  const hosts = [...urls.flatMap(hostOfLink), ...addresses.flatMap(hostOfAddress)];
  return hosts.map((host) => host.replace(/\.$/, ''));
}
