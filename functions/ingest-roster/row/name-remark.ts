import { trimChars } from '../../lib/trim-chars.ts';
import { isNothing } from './nothing.ts';

/** A name without the remarks that people write into its cell. */
export interface PlainName {
  readonly name: string;
  /** What was left out, in the cell's order. */
  readonly remarks: readonly string[];
}

/** Remarks that say that the filer is gone or that no one should write to them. */
const WARNING =
  /\b(?:deceased|dec['\u2019]d|died|dead|(?:de|in)activated?|inactive|disabled|retired|suspended|disbarred|resigned|terminated|withdrawn|closed|revoked|obsolete|defunct|duplicate|invalid|bounced?|undeliverable|no longer|do(?:es)? ?n[o'\u2019]t|don['\u2019]?t|left)\b/i;
/** Those of them that aren't anyone's name either, so that they need no sign around them. */
const STATUS =
  /\*{0,3}\b(?:deceased|inactive|deactivated|retired|suspended|disbarred|do not (?:use|e-?mail|mail|contact|send)|don['\u2019]?t (?:use|e-?mail|mail|contact|send))\b\*{0,3}/gi;
const OPENING = '([{';
const CLOSING = ')]}';
/** What sets a remark apart from a name, and is left over when it is gone. */
const SIGNS = ' -\u2013\u2014,:;*/|)]}';

/** Whether a remark says that its filer shouldn't be emailed. */
export function isWarning(remark: string): boolean {
  return WARNING.test(remark);
}

/** Takes remarks out of a name: `John (deceased)`, `Smith [inactive]`, `SMITH - DO NOT USE`. */
export function withoutRemarks(value: string): PlainName {
  const { name, remarks } = withoutBrackets(value);
  const dashed = withoutDashed(name);
  const plain = withoutStatus(dashed.name);
  return { name: plain.name, remarks: [...remarks, ...dashed.remarks, ...plain.remarks] };
}

/** Brackets may be nested, or never closed. */
function withoutBrackets(value: string): PlainName {
  if (!/[([{]/.test(value)) return { name: value, remarks: [] };
  let [depth, name, inside] = [0, '', ''];
  const remarks: string[] = [];
  for (const character of value) {
    const isOpening = OPENING.includes(character);
    const isClosing = depth > 0 && CLOSING.includes(character);
    if (isOpening) depth++;
    else if (isClosing) depth--;
    else if (depth > 0) inside += character;
    else name += character;
    if (isClosing && depth === 0) {
      // `Rivera, (null)` says nothing.
      if (isNothing(inside.trim())) name += `(${inside})`;
      else remarks.push(inside.trim());
      inside = '';
    }
  }
  if (depth > 0) remarks.push(inside.trim());
  return { name: single(name), remarks: remarks.filter((remark) => remark !== '') };
}

/** `Smith - retired 2016`: only a remark that warns, for others may be part of the name. */
function withoutDashed(value: string): PlainName {
  const dash = / (?:-{1,3}|\u2013|\u2014) /.exec(value);
  if (!dash) return { name: value, remarks: [] };
  const [before, after] = [value.slice(0, dash.index), value.slice(dash.index + dash[0].length)];
  if (WARNING.test(after)) return { name: before.trim(), remarks: [after] };
  return { name: value, remarks: [] };
}

/** `SMITH DECEASED`, `*INACTIVE* Smith`: at an end or between commas of the name. */
function withoutStatus(value: string): PlainName {
  const remarks = value.match(STATUS) ?? [];
  return remarks.length === 0
    ? { name: value, remarks }
    : { name: single(value.replace(STATUS, '')), remarks: [...remarks] };
}

/** Without the signs at its ends, and with single spaces and commas. */
function single(text: string): string {
  const words = text.split(' ').filter((word) => !/^[-\u2013\u2014*]+$/.test(word) && word !== '');
  const once = words.join(' ').replaceAll(' ,', ',').replaceAll(/,{2,}/g, ',');
  return trimChars(once, SIGNS);
}
