import { campaign } from '#campaign';
import { hostsShown, isWithin } from '../../lib/shown-hosts.ts';
import type { AllowedDomains } from './allowed-domains.ts';
import { planSchema } from './plan.ts';
import type { PlanReading } from './plan-draft.ts';
import { type Finding, jsonPath, shown, valueAt } from './problem.ts';
import { sourceTexts } from './section-texts.ts';
import { textsIn } from './written-texts.ts';

type Path = readonly PropertyKey[];

/** Members of the plan whose texts appear in emails or on the sign-in page, or that say who gets notices. */
const SHOWN: readonly string[] = [
  'court',
  'phases',
  'signInNotice',
  'staff',
  ...Object.keys(campaign.plan.members),
];

/** More is no link, name or wording; finding the links in it would take long. */
const MAX_TEXT = 4000;
const TOO_LONG = `must be at most ${MAX_TEXT} characters long`;
const MAX_DOMAINS = 20;

/** What a plan has where it says nothing. */
const DEFAULTS = Object.fromEntries(
  Object.entries(planSchema.shape).flatMap(([member, schema]) => {
    const { success, data } = schema.safeParse(undefined);
    return success && data !== undefined ? [[member, data]] : [];
  }),
);

/**
 * Links and addresses outside the plan's domains: a filer couldn't tell them from a fake court's. Every text that
 * emails may show counts, whatever it is for; and the plan's domains are held to what the deployment allows.
 */
export function checkDomains(
  reading: Pick<PlanReading, 'raw' | 'draft'>,
  allowed: Partial<AllowedDomains> = {},
): Finding[] {
  const domains = (readAt(reading, ['linkDomains']) ?? []) as (string | undefined)[];
  if (domains.length > MAX_DOMAINS) {
    const message = `must be at most ${MAX_DOMAINS} domains: filers must be able to check them`;
    return [{ at: ['linkDomains'], found: `${domains.length} domains`, message }];
  }
  const own = [...checkAllowed(reading, { domains, allowed }), ...checkSender(reading, allowed)];
  if (domains.length === 0 || domains.includes(undefined)) return own;
  const message = `must be in ${listed(domains as string[])}, the plan's linkDomains`;
  const texts = [
    ...SHOWN.flatMap((member) => textsIn(readAt(reading, [member]), [member])),
    ...sourceTexts(reading.draft),
  ];
  const strange = texts.flatMap(({ at, text }) => {
    if (text.length > MAX_TEXT) return [{ at, found: `${text.length} characters`, message: TOO_LONG }];
    const hosts = new Set(hostsShown(text).filter((host) => !isWithin(host, domains as string[])));
    return [...hosts].map((host) => ({ at, found: whereFrom(reading.raw, { at, text, host }), message }));
  });
  return [...own, ...strange];
}

/** Names only the first few, to keep messages short. */
function listed(domains: readonly string[]): string {
  const names = domains.slice(0, 3).map((domain) => domain.slice(0, 60));
  return [...names, ...(domains.length > 3 ? [`${domains.length - 3} more`] : [])].join(' or ');
}

/** @param domains The plan's, or the defaults if it has none. */
function checkAllowed(
  { raw }: Pick<PlanReading, 'raw'>,
  { domains, allowed }: { domains: readonly (string | undefined)[]; allowed: Partial<AllowedDomains> },
): Finding[] {
  const { linkDomains } = allowed;
  if (!linkDomains) return [];
  return domains.flatMap((domain, index) => {
    if (domain === undefined || isWithin(domain, linkDomains)) return [];
    const message = `must be in ${listed(linkDomains)}: this deployment allows no others`;
    const at = ['linkDomains', index];
    return [{ at, found: whereFrom(raw, { at, text: domain, host: domain }), message }];
  });
}

function checkSender({ draft }: Pick<PlanReading, 'draft'>, { sender }: Partial<AllowedDomains>): Finding[] {
  const at = ['court', 'sender', 'address'];
  const address = valueAt(draft, at);
  if (sender === undefined || typeof address !== 'string') return [];
  if (address.slice(address.lastIndexOf('@') + 1).toLowerCase() === sender) return [];
  const message = `must be an address @${sender}: this deployment sends from no other domain`;
  return [{ at, found: shown(address), message }];
}

/** The value at a place if it is right, and the default of what is left out. */
function readAt({ raw, draft }: Pick<PlanReading, 'raw' | 'draft'>, at: Path): unknown {
  const given = valueAt(raw, at) === undefined ? valueAt(DEFAULTS, at) : valueAt(draft, at);
  return withDefaults(given, valueAt(DEFAULTS, at));
}

/** Members that an object leaves out, as the schema fills them in. */
function withDefaults(given: unknown, defaults: unknown): unknown {
  const isObject = (value: unknown): value is object =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject(given) && isObject(defaults) ? { ...defaults, ...given } : given;
}

function whereFrom(raw: unknown, { at, text, host }: { at: Path; text: string; host: string }): string {
  if (valueAt(raw, at) === undefined) return `nothing, and so ${shown(text)}`;
  const isWording =
    at[0] === 'sectionTexts' || campaign.plan.wording.some((place) => jsonPath(place) === jsonPath(at));
  return isWording ? `${host} in the text` : shown(text);
}
