import { linkifyit } from 'linkify-it';
import tlds from 'tlds' with { type: 'json' };
import { asRead } from './clean.ts';
import { trimChars } from './trim-chars.ts';

/** Finds what mail programs make links of: bare domains too, of any top-level domain. */
const linkify = linkifyit({ fuzzyLink: true, fuzzyEmail: true, fuzzyIP: true }).tlds(tlds);
const TOP_LEVEL: ReadonlySet<string> = new Set(tlds);

/**
 * The hosts that a reader of a text sees as links or addresses, `bit.ly` of `bit.ly/abc`. The text is cleaned as emails
 * clean it, since a link may appear only then. Mail programs differ: whatever any of them might turn into a link counts.
 */
export function hostsShown(text: string): string[] {
  const plain = plainText(text);
  const matches = linkify.match(plain) ?? [];
  const found = matches.flatMap(({ schema, url }) =>
    schema === 'mailto:' ? hostOfAddress(url) : hostOf(url),
  );
  const between = withoutRanges(plain, matches);
  return [...new Set([...found, ...hostsAfterSchemes(plain), ...bareHosts(between)])];
}

/** With `evil[.]com` and `evil。com` as `evil.com`. */
function plainText(text: string): string {
  return asRead(text)
    .replaceAll('。', '.')
    .replaceAll(/[[({]\.[\])}]/g, '.');
}

function withoutRanges(text: string, ranges: readonly { index: number; lastIndex: number }[]): string {
  const ends = [0, ...ranges.map(({ lastIndex }) => lastIndex)];
  return ends.map((end, at) => text.slice(end, ranges[at]?.index)).join(' ');
}

/** Hosts in URLs of any scheme and in file server paths (`\\host`). Text before an @ is never a host. */
function hostsAfterSchemes(text: string): string[] {
  return (text.match(/(?:[a-z][a-z\d+.-]{0,30}:[\\/]|\\)[\\/][^\s<>()"']+/gi) ?? []).flatMap((url) =>
    hostOf(url.startsWith('\\') ? `file:${url}` : url),
  );
}

/** `evil.com` before a port, after a sign, in any letters. Anything after `www.` counts. */
function bareHosts(text: string): string[] {
  return text.split(/[^\p{L}\p{M}\p{N}._-]+|\.{2,}/u).flatMap((token) => {
    const name = trimChars(token, '._-');
    const labels = name.toLowerCase().split('.');
    const isHost = labels.length > 1 && (labels[0] === 'www' || TOP_LEVEL.has(labels.at(-1)!));
    return isHost ? hostOf(`https://${name}`) : [];
  });
}

/** Even an unparsable URL still looks like a link. */
function hostOf(url: string): string[] {
  const whole = url.startsWith('//') ? `https:${url}` : url;
  const host = URL.canParse(whole)
    ? new URL(whole).hostname
    : whole.replace(/^[^:]*:[\\/]*/, '').slice(0, 80);
  return host === '' ? [] : [trimmed(host)];
}

function hostOfAddress(address: string): string[] {
  return [trimmed(address.slice(address.lastIndexOf('@') + 1))];
}

function trimmed(host: string): string {
  return host.toLowerCase().replace(/\.$/, '');
}

/** Whether a host is one of the domains, or below one. */
export function isWithin(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}
