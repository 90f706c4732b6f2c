import type { z } from 'zod';
import { planSchema } from './plan.ts';
import { type PlanParts, part } from './plan-parts.ts';
import { type Finding, shown, valueAt } from './problem.ts';
import { schemaAt } from './schema-problems.ts';

type Path = readonly PropertyKey[];

interface Place {
  readonly at: Path;
  /** The hosts that a text at this place shows. */
  readonly hostsOf: (text: string) => string[];
}

const PLACES: readonly Place[] = [
  ...placesIn(['court', 'links'], ['nextgen', 'ecfLogin'], hostOfLink),
  ...placesIn(['pacer'], ['register', 'manageAccount', 'faq', 'paa', 'paaRegister'], hostOfLink),
  ...placesIn(['court', 'sender'], ['address'], hostOfAddress),
  ...placesIn(['court', 'helpDesk'], ['email'], hostOfAddress),
  ...placesIn(['pacer'], ['email'], hostOfAddress),
  ...placesIn(['wording'], ['deadlines', 'emergencyFiling', 'linkingFails'], hostsInWords),
];

/** Links and addresses outside the plan's domains: a filer couldn't tell them from a fake court's. */
export function checkDomains({ raw, linkDomains, phases }: PlanParts): Finding[] {
  if (!linkDomains) return [];
  const message = `must be of ${linkDomains.join(' or ')}, the plan's linkDomains`;
  const ofPhases = phases.flatMap(({ path }) => placesIn(path, ['unsubscribe'], hostOfEither));
  return [...PLACES, ...ofPhases].flatMap(({ at, hostsOf }) => {
    const text = part(raw, at, schemaAt(planSchema, at) as z.ZodType<string | undefined>) ?? '';
    const strange = hostsOf(text).filter((host) => !isWithin(host, linkDomains));
    return strange.map((host) => ({ at, found: whereFrom(raw, { at, text, host }), message }));
  });
}

function placesIn(parent: Path, names: readonly string[], hostsOf: Place['hostsOf']): Place[] {
  return names.map((name) => ({ at: [...parent, name], hostsOf }));
}

function isWithin(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

function whereFrom(raw: unknown, { at, text, host }: { at: Path; text: string; host: string }): string {
  if (valueAt(raw, at) === undefined) return `nothing, and so ${shown(text)}`;
  return at[0] === 'wording' ? `${host} in the text` : shown(text);
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
