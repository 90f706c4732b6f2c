import { Parser } from 'saxen';

/** Attributes of an element, without the prefixes of their namespaces. */
export type Attributes = Readonly<Partial<Record<string, string>>>;

/** Hears of a document's elements, without the prefixes of their namespaces. */
export interface XmlHandler {
  /** @param attributes Parsed when they are asked for: most elements' aren't. */
  open?(name: string, attributes: () => Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
  /** Nothing further is wanted. */
  readonly done?: boolean;
}

/** No tag and no text of a workbook is longer: a cell has at most 32,767 characters. */
const MAX_TOKEN = 1024 * 1024;
const MAX_DEPTH = 64;

/**
 * Reads a document bit by bit, in memory that doesn't grow with it.
 * @throws Error when it isn't well-formed, nests too deep or has a tag or a text that is too long.
 */
export async function readXml(chunks: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  const watch = { unread: 0, depth: 0 };
  const parser = parserOf(handler, watch);
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let held = '';
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    const text = held + decoder.decode(chunk, { stream: true });
    // saxen takes the first > for a tag's end when the tag is cut inside an attribute: it gets whole tags.
    const whole = Math.max(0, text.lastIndexOf('<'));
    watch.unread += text.length - held.length;
    held = text.slice(whole);
    parser.write(text.slice(0, whole));
    if (handler.done) return;
    if (watch.unread > MAX_TOKEN) {
      throw new Error(
        `Cannot read the document because its tags and texts must be shorter than ${MAX_TOKEN}`,
      );
    }
  }
  if (decoder) parser.write(held + decoder.decode()).end();
}

function parserOf(handler: XmlHandler, watch: { unread: number; depth: number }): Parser {
  const text = (value: string) => {
    watch.unread = 0;
    if (!handler.done) handler.text?.(value);
  };
  return new Parser()
    .on('openTag', (name, attributes, decode) => {
      watch.unread = 0;
      if (++watch.depth > MAX_DEPTH) {
        throw new Error(`Cannot read the document because it must nest at most ${MAX_DEPTH} deep`);
      }
      if (!handler.done) handler.open?.(local(name), () => plainAttributes(attributes() || {}, decode));
    })
    .on('closeTag', (name) => {
      watch.unread = 0;
      watch.depth--;
      if (!handler.done) handler.close?.(local(name));
    })
    .on('text', (value, decode) => text(value.includes('&') ? decode(value) : value))
    .on('cdata', text);
}

function plainAttributes(
  attributes: Readonly<Record<string, string>>,
  decode: (text: string) => string,
): Attributes {
  const plain: Record<string, string> = {};
  for (const name in attributes) {
    const value = attributes[name] ?? '';
    plain[local(name)] = value.includes('&') ? decode(value) : value;
  }
  return plain;
}

/** `x:row` and `row` are the same: which prefix a workbook's writer chose says nothing. */
function local(name: string): string {
  return name.includes(':') ? name.slice(name.indexOf(':') + 1) : name;
}

function encodingOf(start: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8';
}
