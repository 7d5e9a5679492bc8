import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import type { AstroConfig, AstroIntegration, HookParameters } from 'astro';
import { consoleChunks } from './console-chunk.ts';
import { type GuideSite, guideMarkdown, guideMarkdownBeside } from './guide-markdown.ts';
import { SRC } from './package-folder.ts';

type ConfigChange = Parameters<HookParameters<'astro:config:setup'>['updateConfig']>[0];

/** Whether Astro makes the site of pages of its owner's; otherwise ours are all there is. */
export function isOwnersSite({ srcDir }: Pick<AstroConfig, 'srcDir'>): boolean {
  const folder = fileURLToPath(srcDir);
  return !existsSync(folder) || realpathSync(folder) !== realpathSync(SRC);
}

/** What our pages need of Astro's config where there are no others. */
export function ownSiteConfig(site: GuideSite): ConfigChange {
  return {
    integrations: [mdx()],
    trailingSlash: 'always',
    build: { format: 'directory', inlineStylesheets: 'never' },
    image: { service: { entrypoint: 'astro/assets/services/noop' } },
    devToolbar: { enabled: false },
    markdown: { syntaxHighlight: false, processor: guideMarkdown(site) },
    vite: {
      plugins: [consoleChunks()],
      build: { assetsInlineLimit: 0, rolldownOptions: { onLog: dropHeadInject } },
    },
  };
}

/** What our pages need of Astro's config beside an owner's: nothing that his pages would show. */
export function configBeside(config: AstroConfig, command: string, site: GuideSite): ConfigChange {
  const { integrations, build, markdown, vite } = config;
  const hasMdx = integrations.some(({ name }: AstroIntegration) => name === '@astrojs/mdx');
  return {
    ...(hasMdx ? {} : { integrations: [mdx()] }),
    markdown: { processor: guideMarkdownBeside(markdown.processor, site) },
    // Our policy allows no styles in the page. Ours are long enough to stay files by themselves.
    ...(build.inlineStylesheets === 'always' ? { build: { inlineStylesheets: 'auto' } } : {}),
    vite: {
      // Of a package that the site has in another version too, the site's would be taken.
      ...(command === 'build' ? { environments: { prerender: { resolve: { noExternal: RENDERING } } } } : {}),
      ...(vite.build?.rolldownOptions?.onLog ? {} : { build: { rolldownOptions: { onLog: dropHeadInject } } }),
    },
  };
}

/** The packages that pages are rendered with. */
const RENDERING = ['markdown-it', 'markdown-it-cjk-friendly', 'sanitize-html'];

/** Astro marks guides for itself with a directive that the bundler has a needless warning for. */
function dropHeadInject(
  level: string,
  log: { code?: string; message: string },
  handler: (level: never, log: never) => void,
): void {
  if (log.code === 'MODULE_LEVEL_DIRECTIVE' && log.message.includes('astro:head-inject')) return;
  handler(level as never, log as never);
}
