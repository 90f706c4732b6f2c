import { escapeXml } from '../../lib/xml.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The type of an answer in XML. */
export const XML_TYPE = { 'content-type': 'application/xml' };

/** A document of S3: an element with one text in each of its members. */
export function documentXml(name: string, members: Readonly<Record<string, string>>): string {
  const inner = Object.entries(members).map(([member, text]) => `<${member}>${escapeXml(text)}</${member}>`);
  return `${DECLARATION}<${name}>${inner.join('')}</${name}>`;
}

/** An error as S3 answers it. */
export function errorXml(Code: string, Message: string): string {
  return documentXml('Error', { Code, Message });
}
