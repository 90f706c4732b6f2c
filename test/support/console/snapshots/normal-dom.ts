import { type ChildNode, type Document, Element, isTag, isText, type Text } from 'domhandler';
import { parseDocument } from 'htmlparser2';

/** Elements within a line of text: white space beside them shows. */
const INLINE: ReadonlySet<string> = new Set(
  (
    'a abbr b button code del em i iframe img input ins kbd label meter progress q ' +
    'select small span strong sub sup svg textarea time wbr'
  ).split(' '),
);
/** Of those, what shows something without holding text of its own. */
const REPLACED: ReadonlySet<string> = new Set(
  'iframe img input meter progress select svg textarea wbr'.split(' '),
);
/** Inline elements that the stylesheet makes blocks: white space beside them never shows. */
const BLOCK_CLASSES: ReadonlySet<string> = new Set(
  (
    'usa-label usa-hint usa-input usa-select usa-textarea usa-error-message usa-file-input usa-checkbox__input ' +
    'crier-quiet crier-subtext crier-advice crier-figure__main crier-state-bar crier-plot crier-frame crier-sending__bar'
  ).split(' '),
);
/** Flex and grid containers: white space between their children never shows. */
const FLEX_CLASSES: ReadonlySet<string> = new Set(
  (
    'crier-actions crier-search__line crier-header__bar crier-account crier-facets crier-filter crier-checkbox ' +
    'usa-checkbox usa-pagination__list usa-button-group crier-chips'
  ).split(' '),
);
/** White space in these is what it says. */
const PREFORMATTED: ReadonlySet<string> = new Set(['pre', 'textarea', 'script', 'style']);

/**
 * A page as what browsers make of it, one node a line: attributes sorted, and white space left out where it never
 * shows. Pages whose text is equal in this form differ in nothing that a reader or a program could notice.
 */
export function normalDom(html: string): string {
  const document = parseDocument(html);
  collapse(document);
  return `${document.children.flatMap((child) => linesOf(child, '')).join('\n')}\n`;
}

/** The elements of a page, in their order. */
export function elementsOf(html: string): Element[] {
  const below = (nodes: readonly ChildNode[]): Element[] =>
    nodes.flatMap((node) => (isTag(node) ? [node, ...below(node.children)] : []));
  return below(parseDocument(html).children);
}

/** Leaves of white space what a browser shows: one space between words of a line, none where a block begins or ends. */
function collapse(document: Document): void {
  let last: Text | null = null;
  let isAtSpace = true;

  function endLine(): void {
    if (last) last.data = last.data.replace(/ $/, '');
    last = null;
    isAtSpace = true;
  }

  function visitText(text: Text): void {
    const words = text.data.replace(/[ \t\r\n\f]+/g, ' ');
    text.data = isAtSpace ? words.replace(/^ /, '') : words;
    if (text.data === '') return;
    isAtSpace = text.data.endsWith(' ');
    last = text;
  }

  function visit(node: ChildNode): void {
    if (isText(node)) {
      visitText(node);
      return;
    }
    if (!isTag(node) || isHidden(node)) return;
    const isBlock = !isInline(node);
    if (isBlock) endLine();
    if (!PREFORMATTED.has(node.name)) for (const child of node.children) visit(child);
    if (isBlock) {
      endLine();
      return;
    }
    if (!REPLACED.has(node.name)) return;
    last = null;
    isAtSpace = false;
  }

  for (const child of document.children) visit(child);
}

function isHidden({ name, attribs }: Element): boolean {
  return name === 'input' && attribs.type === 'hidden';
}

function isInline(element: Element): boolean {
  const { parent } = element;
  if (parent instanceof Element && hasClass(parent, FLEX_CLASSES)) return false;
  return INLINE.has(element.name) && !hasClass(element, BLOCK_CLASSES);
}

function hasClass({ attribs }: Element, names: ReadonlySet<string>): boolean {
  return (attribs.class ?? '').split(/\s+/).some((name) => names.has(name));
}

function linesOf(node: ChildNode, indent: string): string[] {
  if (isText(node)) return node.data === '' ? [] : [`${indent}${JSON.stringify(node.data)}`];
  if (!isTag(node)) return node.type === 'directive' ? [`${indent}<${node.data}>`] : [];
  const attributes = Object.entries(node.attribs)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => ` ${name}=${JSON.stringify(name === 'class' ? classesIn(value) : value)}`);
  return [
    `${indent}<${node.name}${attributes.join('')}>`,
    ...node.children.flatMap((child) => linesOf(child, `${indent}  `)),
  ];
}

/** Classes are a set. */
function classesIn(value: string): string {
  return value.trim().split(/\s+/).sort().join(' ');
}
