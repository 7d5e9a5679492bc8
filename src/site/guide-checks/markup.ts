import { type MdastNode, markdownToMdast, mdxToMdast } from 'satteri';
import type { Span } from '../../openapi/source-file.ts';
import { ALERT_LINE } from '../alerts.ts';
import { attributesOf, CONTENTS } from '../guide-components.ts';
import { guideFeatures } from '../guide-features.ts';
import { destinationSpan } from './destination.ts';
import { type AttributeSpans, attributeSpans, type ParsedAttribute } from './opening-tag.ts';
import { readScript, type Script, type ScriptKind } from './script.ts';

/** All spans are offsets into the guide. */
export interface TagAttribute {
  readonly name: string;
  readonly span: Span;
  /** `bare` has no value, and that of `code` is known only when the page is made. */
  readonly kind: 'text' | 'code' | 'bare';
  readonly value?: string;
  readonly valueSpan?: Span;
}

export interface Tag {
  /** `Note`, `pets.Card`, `a`; empty for a fragment. */
  readonly name: string;
  /** Of the name. */
  readonly span: Span;
  readonly attributes: readonly TagAttribute[];
  /** More attributes come from `{...props}`. */
  readonly isSpread: boolean;
  /** The component or element that it stands in directly, empty for none; nothing for a tag in an expression. */
  readonly parent?: string;
}

/** A fence. */
export interface Fence {
  readonly code: string;
  readonly meta: string;
  readonly metaSpan: Span;
}

export interface Link {
  /** As the page has it, entities and escapes read. */
  readonly href: string;
  readonly span: Span;
}

/** An image of the text or of a `<Figure>`. */
export interface Image extends Link {
  readonly alt: string;
  /** Lies beside the guide, by a relative path: the build takes it in. */
  readonly isBeside: boolean;
}

/** What the checks look at in a guide. */
export interface Markup {
  readonly tags: readonly Tag[];
  readonly links: readonly Link[];
  readonly images: readonly Image[];
  readonly fences: readonly Fence[];
  /** The first line of each quote that is an alert or would be one: the word in `> [!NOTE]`. */
  readonly alerts: readonly { readonly word: string; readonly span: Span }[];
  /** What stands in a component that holds only others of a kind. */
  readonly strays: readonly { readonly parent: string; readonly span: Span }[];
  readonly imports: readonly Link[];
  /** Code in braces. */
  readonly expressions: readonly Span[];
  /** Names that its code declares, and the others that it uses. */
  readonly declared: ReadonlySet<string>;
  readonly used: readonly { readonly name: string; readonly span: Span }[];
  /** What gets an id of its own: headings, by their text. */
  readonly headings: readonly { readonly text: string; readonly span: Span }[];
  /** Code that can't be read as JavaScript. */
  readonly faults: readonly { readonly message: string; readonly span: Span }[];
  /** HTML in plain Markdown, which is passed on as it is. */
  readonly html: readonly { readonly text: string; readonly span: Span }[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] };

/** Attributes whose value is an address. */
const ADDRESSES: readonly string[] = ['href', 'src', 'poster'];

type JsxNode = Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/**
 * Reads a guide that compiles.
 *
 * @param body - its text with blanks for the frontmatter
 */
export function readMarkup(body: string, isMdx: boolean): Markup {
  const declared = new Set<string>();
  const markup: Mutable<Markup> = {
    tags: [],
    links: [],
    images: [],
    fences: [],
    alerts: [],
    strays: [],
    imports: [],
    expressions: [],
    declared,
    used: [],
    headings: [],
    faults: [],
    html: [],
  };
  const addTag = (tag: Tag): void => {
    markup.tags.push(tag);
    for (const { name, value, valueSpan } of tag.attributes) {
      if (value === undefined || !valueSpan) continue;
      if (tag.name === 'Figure' && name === 'src') {
        // What it lacks is told of its attributes.
        addImage({ href: value, span: valueSpan }, 'of an attribute');
      } else if (ADDRESSES.includes(name)) markup.links.push({ href: value, span: valueSpan });
    }
  };
  const addImage = ({ href, span }: Link, alt: string): void => {
    const isBeside = !href.startsWith('/') && !URL.canParse(href);
    markup.images.push({ href, span, alt, isBeside });
    if (!isBeside) markup.links.push({ href, span });
  };
  /** @param span - where the code stands, or about where when it isn't there letter for letter */
  const addScript = (code: string, kind: ScriptKind, span: Span): void => {
    const script = moved(readScript(code, kind), (inner) =>
      body.startsWith(code, span.start)
        ? { start: span.start + inner.start, end: span.start + inner.end }
        : { start: span.start, end: span.start + 1 },
    );
    if (kind !== 'module') markup.expressions.push(span);
    for (const name of script.declared) declared.add(name);
    if (script.fault) markup.faults.push(script.fault);
    markup.used.push(...script.used);
    markup.imports.push(...script.imports.map(({ from, span: at }) => ({ href: from, span: at })));
    for (const tag of script.tags) addTag(tag);
  };
  const visit = (node: MdastNode, parent = ''): void => {
    const span = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
    switch (node.type) {
      case 'link':
      case 'definition': {
        const at = destinationSpan(body, node, span);
        if (at) markup.links.push({ href: node.url, span: at });
        break;
      }
      case 'image': {
        addImage({ href: node.url, span: destinationSpan(body, node, span) ?? span }, node.alt ?? '');
        break;
      }
      case 'code': {
        const fence = fenceOf(body, node, span);
        if (fence) markup.fences.push(fence);
        break;
      }
      case 'blockquote': {
        const alert = alertOf(body, node);
        if (alert) markup.alerts.push(alert);
        break;
      }
      case 'heading':
        markup.headings.push({ text: body.slice(span.start, span.end).replace(/^#+\s*|\s*#*\s*$/g, ''), span });
        break;
      case 'html':
        markup.html.push({ text: node.value, span });
        markup.links.push(...htmlLinks(node.value, span.start));
        break;
      case 'mdxjsEsm':
        addScript(node.value, 'module', span);
        break;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        addScript(node.value, 'expression', { start: span.start + 1, end: span.end });
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': {
        const { tag, scripts } = readElement(body, node, span);
        addTag({ ...tag, parent });
        markup.strays.push(...straysIn(node));
        for (const { code, kind, at } of scripts) addScript(code, kind, at);
        break;
      }
    }
    if (!('children' in node)) return;
    // A paragraph is what a component makes of text on its own line.
    const inside = 'name' in node ? (node.name ?? '') : node.type === 'paragraph' ? parent : '';
    for (const child of node.children) visit(child, inside);
  };
  visit((isMdx ? mdxToMdast : markdownToMdast)(body, { features: guideFeatures }));
  return markup;
}

/** The meta stands on the line that opens the fence; code by indentation has none. */
function fenceOf(body: string, node: Extract<MdastNode, { type: 'code' }>, { start }: Span): Fence | undefined {
  const { meta, value } = node;
  if (!meta) return undefined;
  const from = body.indexOf(meta, start);
  return { code: value, meta, metaSpan: { start: from, end: from + meta.length } };
}

function alertOf(
  body: string,
  node: Extract<MdastNode, { type: 'blockquote' }>,
): { word: string; span: Span } | undefined {
  const [first] = node.children;
  const [start] = first?.type === 'paragraph' ? first.children : [];
  const word = start?.type === 'text' ? ALERT_LINE.exec(start.value)?.[1] : undefined;
  if (word === undefined) return undefined;
  const from = body.indexOf(`[!${word}]`, node.position?.start.offset ?? 0) + 2;
  return { word, span: { start: from, end: from + word.length } };
}

/** What a component holds beside the only thing that it may. */
function straysIn(node: JsxNode): { parent: string; span: Span }[] {
  const wanted = CONTENTS.get(node.name ?? '');
  if (wanted === undefined) return [];
  const inside: MdastNode[] = node.children.flatMap((child): MdastNode[] =>
    child.type === 'paragraph' ? child.children : [child],
  );
  const isFit = (child: MdastNode): boolean =>
    (child.type === 'text' && child.value.trim() === '') ||
    child.type === 'mdxFlowExpression' ||
    child.type === 'mdxTextExpression' ||
    child.type === wanted ||
    // One of the guide's own may print what is wanted.
    ('name' in child &&
      (child.name === wanted || (/^[A-Z]/.test(child.name ?? '') && !attributesOf(child.name ?? ''))));
  const strays = inside.filter((child) => !isFit(child));
  return strays.slice(0, 1).map(({ position }) => {
    const start = position?.start.offset ?? 0;
    return { parent: node.name ?? '', span: { start, end: Math.min(start + 1, position?.end.offset ?? start + 1) } };
  });
}

interface ElementScript {
  readonly code: string;
  readonly kind: 'value' | 'spread';
  readonly at: Span;
}

function readElement(body: string, node: JsxNode, { start }: Span): { tag: Tag; scripts: ElementScript[] } {
  const parsed = node.attributes.map((attribute): ParsedAttribute => {
    if (attribute.type === 'mdxJsxExpressionAttribute') return { code: attribute.value };
    const { name, value } = attribute;
    return typeof value === 'object' && value !== null ? { name, code: value.value } : { name };
  });
  const spans = attributeSpans(body, start, parsed);
  const scripts = parsed.flatMap(({ name, code }, index): ElementScript[] => {
    const at = spans[index]?.value;
    return code === undefined || !at ? [] : [{ code, kind: name === undefined ? 'spread' : 'value', at }];
  });
  const attributes = node.attributes.flatMap((attribute, index) => {
    const at = spans[index];
    return attribute.type === 'mdxJsxAttribute' && at ? [toAttribute(attribute, at)] : [];
  });
  const name = node.name ?? '';
  const isSpread = attributes.length < node.attributes.length;
  return { tag: { name, span: { start: start + 1, end: start + 1 + name.length }, attributes, isSpread }, scripts };
}

function toAttribute(
  { name, value }: Extract<JsxNode['attributes'][number], { type: 'mdxJsxAttribute' }>,
  at: AttributeSpans,
): TagAttribute {
  const base = { name, span: at.name };
  if (value === null || value === undefined || !at.value) return { ...base, kind: 'bare' };
  if (typeof value === 'string') return { ...base, kind: 'text', value, valueSpan: at.value };
  const literal = /^(\s*["'`])([^"'`\\$]*)["'`]\s*$/.exec(value.value);
  if (!literal) return { ...base, kind: 'code' };
  const [, before = '', text = ''] = literal;
  const start = at.value.start + before.length;
  return { ...base, kind: 'text', value: text, valueSpan: { start, end: start + text.length } };
}

/** Attributes with an address in raw HTML. */
function htmlLinks(html: string, start: number): Link[] {
  const found = html.matchAll(/\s(?:href|src|poster)\s*=\s*(["'])(.*?)\1/dg);
  return [...found].flatMap((match) => {
    const [from, to] = match.indices?.[2] ?? [];
    if (from === undefined || to === undefined) return [];
    return [{ href: (match[2] ?? '').replaceAll('&amp;', '&'), span: { start: start + from, end: start + to } }];
  });
}

function moved({ declared, used, tags, imports, fault }: Script, move: (span: Span) => Span): Script {
  const attribute = (one: TagAttribute): TagAttribute => ({
    ...one,
    span: move(one.span),
    ...(one.valueSpan ? { valueSpan: move(one.valueSpan) } : {}),
  });
  return {
    declared,
    ...(fault ? { fault: { message: fault.message, span: move(fault.span) } } : {}),
    used: used.map(({ name, span }) => ({ name, span: move(span) })),
    imports: imports.map(({ from, span }) => ({ from, span: move(span) })),
    tags: tags.map((tag) => ({ ...tag, span: move(tag.span), attributes: tag.attributes.map(attribute) })),
  };
}
