import { modules } from 'virtual:curlew/guides';
import type { MarkdownHeading } from 'astro';
import type { GuideEntry } from './site-data.ts';

/** What the compiled file of a guide gives. */
export interface GuideModule {
  readonly Content: (properties: { components: object }) => unknown;
  readonly getHeadings: () => MarkdownHeading[];
}

/** The text of a guide, as a component, and its headings. */
export async function loadGuide({ file }: GuideEntry): Promise<GuideModule> {
  const load = modules[file];
  if (!load) throw new Error(`The guide ${file} has no module.`);
  return load();
}
