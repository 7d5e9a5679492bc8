import type { HastPluginDefinition, HastVisitorContext, MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'satteri';
import { underBase } from './base-path.ts';

/** The attributes of elements whose value is an address. */
const ADDRESSES: readonly string[] = ['href', 'src', 'poster'];

/**
 * Puts the paths in guides under the site's base path, so that a guide says `/start/` wherever the site
 * lies. Components do so themselves.
 */
export function linksUnder(base: string): HastPluginDefinition {
  const move = (
    node: Parameters<HastVisitorContext['setProperty']>[0],
    name: string,
    address: unknown,
    context: HastVisitorContext,
  ): void => {
    const moved = typeof address === 'string' ? underBase(address, base) : address;
    if (moved !== address) context.setProperty(node, name, moved);
  };
  const moveAttributes = (
    node: Readonly<MdxJsxFlowElementHast | MdxJsxTextElementHast>,
    context: HastVisitorContext,
  ): void => {
    if (!/^[a-z][^.]*$/.test(node.name ?? '')) return;
    for (const attribute of node.attributes) {
      if (attribute.type !== 'mdxJsxAttribute' || !ADDRESSES.includes(attribute.name)) continue;
      move(node, attribute.name, attribute.value, context);
    }
  };
  return {
    name: 'curlew-guide-links',
    element: {
      filter: ['a', 'img'],
      visit(node, context) {
        for (const name of ADDRESSES) move(node, name, node.properties[name], context);
      },
    },
    mdxJsxFlowElement: { filter: [], visit: moveAttributes },
    mdxJsxTextElement: { filter: [], visit: moveAttributes },
  };
}
