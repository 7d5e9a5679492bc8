import type { HastPluginDefinition } from 'satteri';

type Child = Readonly<{ type: string; tagName?: string; children?: readonly Child[] }>;

/**
 * Makes each heading of a guide the link to itself. One that holds a link, or a component, which may be one,
 * stays as it is. Runs after headings have got their ids.
 */
export const linkGuideHeadings: HastPluginDefinition = {
  name: 'curlew-guide-headings',
  element: {
    filter: ['h2', 'h3', 'h4', 'h5', 'h6'],
    visit(node, context) {
      const { id } = node.properties;
      if (typeof id !== 'string' || node.children.some(holdsLink)) return undefined;
      context.setProperty(node, 'children', [
        {
          type: 'element',
          tagName: 'a',
          properties: { className: ['anchor'], href: `#${id}` },
          children: node.children,
        },
      ]);
      return undefined;
    },
  },
};

function holdsLink({ type, tagName, children = [] }: Child): boolean {
  return type.startsWith('mdxJsx') || tagName === 'a' || children.some(holdsLink);
}
