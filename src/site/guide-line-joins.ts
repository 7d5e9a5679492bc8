import type { HastPluginDefinition, HastVisitorContext } from 'satteri';
import { isJoin, joinLines } from '../model/line-joins.ts';

type Node = Parameters<HastVisitorContext['parent']>[0];

const AS_WRITTEN = new Set(['pre', 'code', 'samp', 'textarea']);

/** A line break of the source is no space between Chinese characters, also where one of them is in markup. */
export const joinGuideLines: HastPluginDefinition = {
  name: 'curlew-guide-line-joins',
  text(node, context) {
    const { value } = node;
    if (!value.includes('\n') || isInCode(node, context)) return;
    const at = context.indexOf(node) ?? 0;
    const beside = (step: number): string => {
      const sibling = context.parent(node).children[at + step];
      return sibling?.type === 'element' && !isAsWritten(sibling) ? context.textContent(sibling) : '';
    };
    const joined = joinLines(value)
      .replace(/^\s*\n\s*/, (space) => (isJoin(beside(-1), value.trimStart()) ? '' : space))
      .replace(/\s*\n\s*$/, (space) => (isJoin(value.trimEnd(), beside(1)) ? '' : space));
    if (joined !== value) context.setProperty(node, 'value', joined);
  },
};

function isInCode(node: Node, context: HastVisitorContext): boolean {
  const parent = context.parent(node);
  return parent !== undefined && (isAsWritten(parent) || isInCode(parent, context));
}

function isAsWritten(node: object): boolean {
  const name = 'tagName' in node ? node.tagName : 'name' in node ? node.name : undefined;
  return typeof name === 'string' && AS_WRITTEN.has(name);
}
