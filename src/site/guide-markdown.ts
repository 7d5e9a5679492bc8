import { existsSync, realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { satteri, satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri';
import type { MarkdownProcessor } from 'astro/markdown';
import type { Messages } from '../i18n/en.ts';
import { messagesAmong } from '../i18n/languages.ts';
import { printAlerts } from './guide-alerts.ts';
import { highlightGuideCode } from './guide-code.ts';
import { guideFeatures } from './guide-features.ts';
import { linkGuideHeadings } from './guide-headings.ts';
import { figureImages, sizeGuideImages } from './guide-images.ts';
import { joinGuideLines } from './guide-line-joins.ts';
import { linksUnder } from './guide-links.ts';
import { labelTasks, printFootnotes, scrollGuideTables } from './guide-lists.ts';
import { guidePath, type SiteLanguages } from './guide-path.ts';
import { markGuideNames } from './whole-names.ts';

/** What the pages of guides take from the site around them. */
export interface GuideSite extends SiteLanguages {
  /** With a slash at both ends. */
  readonly base: string;
  /** The folder of the guides, absolute. */
  readonly docs: string;
  /** The folder of the files that are served as they are, absolute. */
  readonly publicDir: string;
  /** Languages of the interface as the owner wrote them, by tag. */
  readonly messages: { readonly [locale: string]: Messages };
}

/** How guides are read. Astro's own highlighting has to stay off: it writes inline styles. */
export function guideMarkdown(site: GuideSite): MarkdownProcessor {
  return satteri({
    mdastPlugins: [figureImages],
    hastPlugins: [
      joinGuideLines,
      ({ fileURL }) => {
        const locale = fileURL ? localeOf(fileURLToPath(fileURL), site) : site.defaultLocale;
        const words = messagesAmong(site.messages, locale).site;
        return [
          highlightGuideCode(words),
          printAlerts(words),
          scrollGuideTables(words),
          labelTasks(words),
          printFootnotes(words),
          sizeGuideImages(site.publicDir),
        ];
      },
      markGuideNames,
      linksUnder(site.base),
      satteriHeadingIdsPlugin(),
      linkGuideHeadings,
    ],
    features: guideFeatures,
  });
}

function localeOf(file: string, site: GuideSite): string {
  return guidePath(relative(realPath(site.docs), file).split(sep).join('/'), site).locale;
}

/** Reads guides in our way, and every other Markdown file of the site in the way its owner chose. */
export function guideMarkdownBeside(owner: MarkdownProcessor, site: GuideSite): MarkdownProcessor {
  const guides = guideMarkdown(site);
  const isGuide = (file: string): boolean => isBelow(file, site.docs);
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
  // Vite names files with slashes on every system.
  return file
    .split('/')
    .join(sep)
    .startsWith(realPath(folder) + sep);
}

/** Vite names files by their real path. */
function realPath(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : folder;
}
