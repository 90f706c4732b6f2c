import { linkifyit } from 'linkify-it';
import tlds from 'tlds' with { type: 'json' };
import { clean } from './clean.ts';

/** Finds what mail programs make links of: bare domains too, of any top-level domain. */
const linkify = linkifyit({ fuzzyLink: true, fuzzyEmail: true, fuzzyIP: true }).tlds(tlds);

/**
 * The hosts that a reader of a text sees as links or addresses, `bit.ly` of `bit.ly/abc`. The text is cleaned as emails
 * clean it, since a link may appear only then.
 */
export function hostsShown(text: string): string[] {
  const cleaned = clean(text).normalize('NFKC').replaceAll('。', '.');
  const found = (linkify.match(cleaned) ?? []).flatMap(({ schema, url }) =>
    schema === 'mailto:' ? [hostOfAddress(url)] : hostOf(url.startsWith('//') ? `https:${url}` : url),
  );
  // What comes before an @ in an address with a scheme is no host, whatever it looks like.
  const whole = cleaned.match(/\bhttps?:\/\/[^\s<>()"']+/gi) ?? [];
  return [...new Set([...found, ...whole.flatMap(hostOf)])].map((host) => host.replace(/\.$/, ''));
}

function hostOf(url: string): string[] {
  return URL.canParse(url) ? [new URL(url).hostname] : [];
}

function hostOfAddress(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** Whether a host is one of the domains, or below one. */
export function isWithin(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}
