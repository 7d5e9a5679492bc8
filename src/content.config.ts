import { pathToFileURL } from 'node:url';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { base } from 'virtual:curlew/docs';

/** The guides: `docs/start.mdx`, or `docs/zh-CN/start.mdx` where there are language folders. */
export const collections = {
  docs: defineCollection({
    loader: glob({
      pattern: '**/*.{md,mdx}',
      base: pathToFileURL(`${base}/`),
      generateId: ({ entry }) => entry.replace(/\.mdx?$/, ''),
    }),
    schema: z.strictObject({
      title: z.string().min(1),
      /** For search engines and previews, one or two sentences. */
      description: z.string().optional(),
      /** Place in the navigation; guides without one follow, by file name. */
      order: z.number().optional(),
      /** A shorter title for the navigation. */
      navTitle: z.string().optional(),
      /** Fragments that an older page had at this address, and the paths they lead to now. */
      moved: z.record(z.string(), z.string().startsWith('/')).optional(),
    }),
  }),
};
