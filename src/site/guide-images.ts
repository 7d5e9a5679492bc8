import { join } from 'node:path';
import type { HastPluginDefinition, MdastPluginDefinition } from 'satteri';
import { readImageSize } from './image-size.ts';

/** The file in `public/` behind a path of the site. */
export function publicFile(publicDir: string, src: string): string {
  return join(publicDir, decodeURI(src.replace(/[?#].*$/, '')));
}

/**
 * Makes the image of a `<Figure src alt>` one of the text, so that all that is done for those is done for it. A value
 * in braces is known only later, to the component.
 */
export const figureImages: MdastPluginDefinition = {
  name: 'curlew-guide-figures',
  mdxJsxFlowElement(node) {
    if (node.name !== 'Figure') return undefined;
    const value = (name: string): string | undefined => {
      const found = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === name)?.value;
      return typeof found === 'string' ? found : undefined;
    };
    const [src, alt] = [value('src'), value('alt')];
    if (src === undefined || alt === undefined) return undefined;
    const rest = node.attributes.filter((one) => one.type !== 'mdxJsxAttribute' || !/^(?:src|alt)$/.test(one.name));
    return {
      ...node,
      attributes: rest,
      children: [{ type: 'paragraph', children: [{ type: 'image', url: src, alt }] }],
    };
  },
};

/**
 * Gives the images of a guide their size, so that nothing moves when they arrive; all but the first wait until they are
 * near. Astro reads those beside the guide by itself.
 */
export function sizeGuideImages(publicDir: string): HastPluginDefinition {
  let isFirst = true;
  return {
    name: 'curlew-guide-images',
    element: {
      filter: ['img'],
      visit(node, context) {
        const { src, width, height } = node.properties;
        if (typeof src !== 'string') return;
        context.setProperty(node, 'loading', isFirst ? 'eager' : 'lazy');
        context.setProperty(node, 'decoding', 'async');
        isFirst = false;
        if (!/^\/(?!\/)/.test(src) || width !== undefined || height !== undefined) return;
        const size = readImageSize(publicFile(publicDir, src));
        for (const [name, value] of Object.entries(size ?? {})) context.setProperty(node, name, value);
      },
    },
  };
}
