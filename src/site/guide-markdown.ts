import { existsSync, realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import type { MarkdownProcessor } from 'astro/markdown';
import { highlightGuideCode, scrollGuideTables } from './guide-code.ts';
import { guideFeatures } from './guide-features.ts';
import { linksUnder } from './guide-links.ts';

/** How guides are read. Astro's own highlighting has to stay off: it writes inline styles. */
export function guideMarkdown(base: string): MarkdownProcessor {
  return satteri({
    hastPlugins: [highlightGuideCode, scrollGuideTables, linksUnder(base)],
    features: guideFeatures,
  });
}

/**
 * Reads guides in our way, and every other Markdown file of the site in the way its owner chose.
 *
 * @param docs - the folder of the guides, absolute
 */
export function guideMarkdownBeside(owner: MarkdownProcessor, base: string, docs: string): MarkdownProcessor {
  const guides = guideMarkdown(base);
  const isGuide = (file: string): boolean => isBelow(file, docs);
  return {
    name: owner.name,
    // The same object, since integrations add their plugins to it.
    options: owner.options,
    createRenderer: async (shared) => {
      const [ours, theirs] = await Promise.all([
        guides.createRenderer({ ...shared, syntaxHighlight: false }),
        owner.createRenderer(shared),
      ]);
      return {
        render: (content, options) => {
          const isOurs = options?.fileURL !== undefined && isGuide(fileURLToPath(options.fileURL));
          return (isOurs ? ours : theirs).render(content, options);
        },
      };
    },
    createMdxRenderer: async (shared, mdx) => {
      const ours = await guides.createMdxRenderer?.({ ...shared, syntaxHighlight: false }, mdx);
      const theirs = await owner.createMdxRenderer?.(shared, mdx);
      return {
        process: (content, file, frontmatter) => {
          const renderer = isGuide(file) ? ours : theirs;
          if (!renderer) throw new Error(`The Markdown processor "${owner.name}" can't read MDX.`);
          return renderer.process(content, file, frontmatter);
        },
      };
    },
  };
}

function isBelow(file: string, folder: string): boolean {
  // Vite names files by their real path, and with slashes on every system.
  const real = existsSync(folder) ? realpathSync(folder) : folder;
  return file
    .split('/')
    .join(sep)
    .startsWith(real + sep);
}
