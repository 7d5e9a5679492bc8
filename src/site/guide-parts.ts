import { type MdastNode, markdownToMdast, mdxToMdast } from 'satteri';
import type { Span } from '../openapi/source-file.ts';
import type { GuideElement, GuidePart } from '../views/markdown/guide-part.ts';
import { destinationSpan } from './guide-checks/destination.ts';
import { guideFeatures } from './guide-features.ts';

type JsxNode = Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/**
 * Cuts a guide that compiles into what its Markdown copy is made of: imports and code are left out, components and
 * addresses stand apart.
 *
 * @param body - its text with blanks for the frontmatter
 * @param declared - names that the guide imports or declares
 */
export function readGuideParts(body: string, isMdx: boolean, declared: ReadonlySet<string>): GuidePart[] {
  const root = (isMdx ? mdxToMdast : markdownToMdast)(body, { features: guideFeatures });
  const cut = new Cutter(body, declared);
  return cut.between({ start: 0, end: body.length }, 'children' in root ? root.children : []);
}

class Cutter {
  readonly body: string;
  readonly declared: ReadonlySet<string>;

  constructor(body: string, declared: ReadonlySet<string>) {
    this.body = body;
    this.declared = declared;
  }

  /** The parts of a stretch of the text, in which these nodes stand. */
  between({ start, end }: Span, nodes: readonly MdastNode[]): GuidePart[] {
    const parts: GuidePart[] = [];
    let at = start;
    const text = (to: number): void => {
      if (to > at) parts.push(this.body.slice(at, to));
    };
    for (const { span, part } of nodes.flatMap((node) => this.cuts(node))) {
      if (span.start < at || span.end > end) continue;
      text(span.start);
      if (part !== '') parts.push(part);
      at = span.end;
    }
    text(end);
    return parts;
  }

  /** What a node and those inside it put in the place of their text, in order. */
  cuts(node: MdastNode): { span: Span; part: GuidePart }[] {
    const span = spanOf(node);
    switch (node.type) {
      case 'mdxjsEsm':
        return [{ span, part: '' }];
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return [{ span, part: literal(node.value) ?? '' }];
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return [{ span, part: this.element(node, span) }];
      case 'link':
      case 'definition':
      case 'image': {
        const at = destinationSpan(this.body, node, span);
        const inner = 'children' in node ? node.children.flatMap((child) => this.cuts(child)) : [];
        return at ? [...inner, { span: at, part: { href: node.url } }] : inner;
      }
      default:
        return 'children' in node ? node.children.flatMap((child) => this.cuts(child)) : [];
    }
  }

  element(node: JsxNode, span: Span): GuideElement {
    const { name, attributes, children } = node;
    const line = this.lineBefore(span.start);
    const [first, last] = [children[0], children.at(-1)];
    const inner = first && last ? { start: spanOf(first).start, end: spanOf(last).end } : undefined;
    const before = inner ? this.lineBefore(inner.start) : '';
    const root = (name ?? '').split('.')[0] ?? '';
    return {
      name: this.declared.has(root) ? '' : (name ?? ''),
      attributes: attributes.flatMap((one) => {
        if (one.type !== 'mdxJsxAttribute') return [];
        const value =
          typeof one.value === 'object' && one.value !== null ? literal(one.value.value) : (one.value ?? '');
        return value === undefined ? [] : [[one.name, value] as const];
      }),
      children: inner ? this.between(inner, children) : [],
      ...(node.type === 'mdxJsxFlowElement'
        ? { block: { prefix: line.replace(/[^\s>]/g, ' '), inset: /^\s*$/.test(before) ? before.length : line.length } }
        : {}),
    };
  }

  /** What stands before an offset on its line. */
  lineBefore(offset: number): string {
    return this.body.slice(this.body.lastIndexOf('\n', offset - 1) + 1, offset);
  }
}

function spanOf({ position }: MdastNode): Span {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

/** A text or a number in braces; nothing for code whose value only the page knows. */
function literal(code: string): string | undefined {
  const text = /^\s*(["'`])([^"'`\\$]*)\1\s*$/.exec(code);
  return text ? (text[2] ?? '') : /^\s*(-?\d+(?:\.\d+)?)\s*$/.exec(code)?.[1];
}
