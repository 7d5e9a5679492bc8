import { defineCollection } from 'astro:content';
import { pathToFileURL } from 'node:url';
import { base } from 'virtual:curlew/docs';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { GUIDE_FIELDS, type GuideData, type GuideField, isRequired } from './site/guide-fields.ts';

const KINDS = {
  text: z.string().trim().min(1),
  number: z.number(),
  paths: z.record(z.string(), z.string().regex(/^\/(?!\/)/)),
};

const names = Object.keys(GUIDE_FIELDS) as GuideField[];
const shape = Object.fromEntries(
  names.map((name) => {
    const value = KINDS[GUIDE_FIELDS[name].kind];
    return [name, isRequired(name) ? value : value.optional()];
  }),
) as unknown as { [Name in GuideField]: z.ZodType<GuideData[Name]> };

/** The guides: `docs/start.mdx`, or `docs/zh-CN/start.mdx` where there are language folders. */
export const collections = {
  docs: defineCollection({
    loader: glob({
      pattern: '**/*.{md,mdx}',
      base: pathToFileURL(`${base}/`),
      generateId: ({ entry }) => entry.replace(/\.mdx?$/, ''),
    }),
    schema: z.strictObject(shape),
  }),
};
