import type { Features } from 'satteri';

/**
 * How Markdown is read in guides; the build and the checks use the same. Quotes and dashes stay as written. Ids of
 * footnotes have a capital letter, as all ids of ours do, so no heading has the same.
 */
export const guideFeatures = {
  gfm: { footnotes: { clobberPrefix: 'Note-' } },
  definitionList: true,
  smartPunctuation: false,
} as const satisfies Features;
