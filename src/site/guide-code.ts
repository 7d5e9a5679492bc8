import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';
import { highlightCode } from './highlight.ts';

type HastPlugin = Extract<NonNullable<SatteriProcessorOptions['hastPlugins']>[number], { name: string }>;

/**
 * Prints the fenced code of guides: a figure with an optional title, and tokens as classes, so that pages
 * keep a policy without inline styles. The fence's meta may hold `title="…"`.
 */
export const highlightGuideCode: HastPlugin = {
  name: 'curlew-guide-code',
  element: {
    filter: ['pre'],
    async visit(node, context) {
      const code = node.children.find((child) => child.type === 'element' && child.tagName === 'code');
      if (code?.type !== 'element') return undefined;
      const data = code.data as { lang?: string; meta?: string } | undefined;
      const named = [code.properties.className].flat().find((name) => String(name).startsWith('language-'));
      const language = data?.lang ?? (named ? String(named).slice('language-'.length) : 'text');
      const title = /\btitle="([^"]*)"/.exec(data?.meta ?? '')?.[1];
      const tokens = await highlightCode(context.textContent(code).replace(/\n$/, ''), language);
      return {
        type: 'element',
        tagName: 'figure',
        properties: { className: ['code'], dataLanguage: language },
        children: [
          ...(title ? [element('figcaption', { className: ['code-title'] }, [text(title)])] : []),
          element('pre', { tabIndex: 0 }, [
            element(
              'code',
              {},
              tokens.map((token) =>
                token.kind === 'plain'
                  ? text(token.text)
                  : element('i', { className: [`tok-${token.kind}`] }, [text(token.text)]),
              ),
            ),
          ]),
        ],
      };
    },
  },
};

/** Tables scroll by themselves on narrow screens, by keyboard too. */
export const scrollGuideTables: HastPlugin = {
  name: 'curlew-guide-tables',
  element: {
    filter: ['table'],
    visit(node, context) {
      context.wrapNode(node, element('div', { className: ['table'], tabIndex: 0 }, []));
    },
  },
};

interface Text {
  type: 'text';
  value: string;
}

interface Element {
  type: 'element';
  tagName: string;
  properties: { [name: string]: string | number | string[] };
  children: (Element | Text)[];
}

function element(tagName: string, properties: Element['properties'], children: Element['children']): Element {
  return { type: 'element', tagName, properties, children };
}

function text(value: string): Text {
  return { type: 'text', value };
}
